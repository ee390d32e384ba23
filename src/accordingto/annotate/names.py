"""Names: persons, bodies, places and peoples, with the role printed beside a person, over one article.

Kinds are decided by what stands in and around the name (honorific, role, body word, known place) and by the fullest form
of the same name elsewhere in the article; an undecided single capitalised word is a body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .. import lexicon
from ..records import Mention
from ..text import MONTHS, WEEKDAYS, squeeze
from .engine import Sentence, Token

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), "sept", "christmas", "easter", "ramadan"))
_NOT_NAMES = frozenset(
    (
        "i the a an this that these those it he she they we you his her their our my its but and or if in on "
        "at as for to of by from with mr mrs ms dr god internet also read however meanwhile conclusion "
        "analysis opinion update exclusive breaking live video photo yes no who what why how when where there "
        "both all some many most one two three other others more less earlier later still despite although "
        "while since after before during under over between among about "
    ).split()
)
_PARTICLE = frozenset(("de", "del", "la", "von", "van", "bin", "al", "el", "ibn", "der", "den", "da", "dos", "di"))


@dataclass(frozen=True, slots=True)
class _Run:
    heading: bool
    first: int
    last: int


def mentions(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention in order of position; `name` is the fullest form of it in this article."""
    found: list[Mention] = []
    for sentence in sentences:
        taken = _countries(sentence, found)
        for run in _runs(sentence, taken):
            found += _classify(text, sentence, run)
    found = _unify(found)
    return tuple(sorted(set(found), key=lambda m: (m.start, m.end, m.kind)))


def _countries(sentence: Sentence, found: list[Mention]) -> set[int]:
    """Known states, seats of government and peoples, longest form first; returns the token indices they take.

    A people's name before a capitalised word ("South Korean Vice Foreign Minister") stays free for the role.
    """
    table, made, taken = lexicon.country_of(), sentence.tokens, set[int]()
    i = 0
    while i < len(made):
        for size in (5, 4, 3, 2, 1):
            words = made[i : i + size]
            if len(words) < size or not words[0].text[:1].isupper():
                continue
            form = " ".join(w.text for w in words).lower().replace("’", "'").replace(" 's", "'s")
            country = table.get(form)
            if country is None or (len(form) <= 3 and not words[0].text.replace(".", "").isupper()):
                continue
            demonym = form in lexicon.demonyms()
            if form in ("the north", "the south") and i + size < len(made) and made[i + size].text[:1].isupper():
                continue
            if _inside_name(made, i, i + size - 1, demonym):
                continue
            found.append(Mention(words[0].start, words[-1].end, "demonym" if demonym else "place", country))
            taken.update(range(i, i + size))
            break
        i = max(taken) + 1 if taken and max(taken) >= i else i + 1
    return taken


def _inside_name(made: Sequence[Token], first: int, last: int, demonym: bool) -> bool:
    """ "Bank of England", "Korean People's Army": the country word is part of a longer name."""
    if (
        last + 1 < len(made)
        and demonym
        and made[last + 1].text[:1].isupper()
        and made[last + 1].tag.startswith("NNP")
        and made[last + 1].text.lower() not in lexicon.word_set("roles")
    ):
        following = " ".join(t.text.lower() for t in made[last + 1 : last + 5])
        return any(w in lexicon.word_set("bodies") for w in following.split()) and made[last + 1].text[:1].isupper()
    return (
        first >= 2
        and made[first - 1].text == "of"
        and made[first - 2].text.lower() in ("bank", "university", "republic", "kingdom")
    )


def _runs(sentence: Sentence, taken: set[int]) -> list[_Run]:
    made = sentence.tokens
    out: list[_Run] = []
    i = 0
    letters = [t for t in made if t.text[:1].isalpha()]
    title_case = (
        len(letters) > 2
        and made[-1].text not in '.!?”"'
        and sum(t.text[:1].isupper() for t in letters) > 0.7 * len(letters)
    )
    while i < len(made):
        if i in taken or not _capital(made, i, title_case):
            i += 1
            continue
        j = i
        while j + 1 < len(made):
            if j + 1 not in taken and _capital(made, j + 1, title_case) and made[j + 1].start - made[j].end <= 1:
                j += 1
            elif j + 2 < len(made) and _capital(made, j + 2, title_case) and _joins(made, i, j, j + 2 in taken):
                j += 2
            else:
                break
        out.append(_Run(title_case, i, j))
        i = j + 1
    return out


_GROUPS = frozenset(["people", "women", "workers", "children", "teachers", "men", "farmers", "writers"])


def _joins(made: Sequence[Token], i: int, j: int, taken: bool) -> bool:
    """Whether the word behind token j joins the capitalised word after it to the run i … j: "de", "of" in a body's name,
    "People's Army", "Center for Strategic and International Studies"."""
    link = made[j + 1].text.lower()
    if _body_link(made, i, j):
        return True
    if taken:
        return False
    if link in ("and", "&"):
        return made[i].text.lower() in lexicon.word_set("bodies") and any(
            t.text.lower() in ("for", "of") for t in made[i:j]
        )
    return link in _PARTICLE or (
        made[j + 1].tag == "POS" and made[j + 2].tag.startswith("NNP") and made[j].text.lower() in _GROUPS
    )


def _body_link(made: Sequence[Token], i: int, j: int) -> bool:
    if made[j + 1].text.lower() in ("of", "for") and made[j].text.lower() in lexicon.word_set("roles"):
        return j + 2 < len(made) and made[j + 2].text.lower() in lexicon.word_set("offices")
    return (
        made[j + 1].text.lower() in ("of", "for", "on")
        and any(made[k].text.lower() in lexicon.word_set("bodies") for k in range(max(i, j - 1), j + 1))
        and made[j].text[:1].isupper()
    )


def _capital(made: Sequence[Token], i: int, title_case: bool) -> bool:
    t = made[i]
    low = t.text.lower().rstrip(".")
    if (
        not t.text[:1].isupper()
        or low in _NOT_NAMES
        or (
            low in _CALENDAR
            and not (
                low in ("jan", "may", "april", "june", "august")
                and i + 1 < len(made)
                and made[i + 1].tag.startswith("NNP")
            )
        )
        or (low in lexicon.word_set("not_names") and not (i + 1 < len(made) and made[i + 1].tag.startswith("NNP")))
        or not re.search(r"[^\W\d_]{2}|^[A-Z]\.?$", t.text)
    ):
        return False
    if t.tag.startswith("NNP") or low in _given():
        return True
    if title_case:
        return False
    if i == 0 or made[i - 1].text in '“"‘.:—-•*':
        return (
            t.tag in ("JJ", "NN", "FW")
            and i + 1 < len(made)
            and made[i + 1].text[:1].isupper()
            and made[i + 1].tag.startswith("NNP")
        )
    return t.tag in ("NN", "NNS", "JJ", "FW", "VBG", "VBN")


def _classify(text: str, sentence: Sentence, run: _Run) -> list[Mention]:
    made = sentence.tokens[run.first : run.last + 1]
    low = [t.text.lower().rstrip(".") for t in made]
    roles, honorifics = lexicon.word_set("roles"), lexicon.word_set("honorifics")
    heads = [k for k, w in enumerate(low) if w in roles or made[k].text.lower() in honorifics]
    while heads and heads[-1] + 1 < len(made) and low[heads[-1] + 1] in lexicon.word_set("offices"):
        heads.append(heads[-1] + 1)
    if heads and heads[-1] + 1 < len(made) and not any(w in lexicon.word_set("bodies") for w in low[heads[-1] + 1 :]):
        split = heads[-1] + 1
        given = next((k for k in range(split + 1, len(made) - 1) if low[k] in _given()), None)
        if (given is not None and low[split - 1] == "of") or (
            given is not None and split > 1 and low[split - 2] == "of"
        ):
            split = given  # "Minister of the Interior of Ruritania Anna Berg"
        role = _role_before(text, sentence, run.first, run.first + split)
        return [Mention(made[split].start, made[-1].end, "person", _clean(text, made[split].start, made[-1].end), role)]
    if heads and heads[-1] == len(made) - 1 and len(made) <= 6:
        return [Mention(made[0].start, made[-1].end, "role", squeeze(text[made[0].start : made[-1].end]))]
    given = next((k for k in range(1, len(made) - 1) if low[k] in _given()), None)
    if (
        given is not None
        and len(made) - given == 2
        and low[0] not in _given()
        and run.first
        and sentence.tokens[run.first - 1].text == "of"
    ):
        role = _role_before(text, sentence, run.first, run.first + given)
        return [Mention(made[given].start, made[-1].end, "person", _clean(text, made[given].start, made[-1].end), role)]
    span_text = _clean(text, made[0].start, made[-1].end)
    if span_text.lower() in lexicon.outlet_by_name() and len(span_text) > 1:
        return [Mention(made[0].start, made[-1].end, "body", lexicon.outlet_by_name()[span_text.lower()].name)]
    if any(w in lexicon.word_set("bodies") for w in low) or (
        made[0].text.replace(".", "").isupper() and len(made) == 1 and 2 <= len(low[0]) <= 6
    ):
        return [Mention(made[0].start, made[-1].end, "body", span_text)]
    before = sentence.tokens[run.first - 1] if run.first else None
    role = (
        _role_before(text, sentence, run.first, run.first)
        if before is not None and before.text.lower() in roles | honorifics
        else ""
    )
    role = role or _role_then_comma(text, sentence, run.first)
    if role:
        return [Mention(made[0].start, made[-1].end, "person", span_text, role)]
    if run.heading:
        return [Mention(made[0].start, made[-1].end, "heading", span_text)]
    place = any(w in lexicon.word_set("place_words") for w in low[-1:]) or span_text in _places()
    if place:
        return [Mention(made[0].start, made[-1].end, "place", span_text)]
    role = _role_after(text, sentence, run.last)
    if role or (
        2 <= len(made) <= 4
        and not (
            before is not None
            and before.text.lower() in ("in", "at", "near", "from", "to")
            and low[0] not in _given()
            and low[0] not in _surnames()
        )
    ):
        return [Mention(made[0].start, made[-1].end, "person", span_text, role)]
    if before is not None and before.text.lower() in ("in", "at", "near", "from", "across"):
        return [Mention(made[0].start, made[-1].end, "place", span_text)]
    return [Mention(made[0].start, made[-1].end, "?", span_text)]


def _places() -> frozenset[str]:
    return frozenset(lexicon.raw("countries")["places"])


def _given() -> frozenset[str]:
    return lexicon.word_set("given_names")


def _surnames() -> frozenset[str]:
    return lexicon.word_set("surnames_first")


def _clean(text: str, start: int, end: int) -> str:
    return re.sub(r"['’]s$", "", squeeze(text[start:end]))


def _role_before(text: str, sentence: Sentence, first: int, split: int) -> str:
    """The role that runs up to a name: capitalised or not, with the country or body before it."""
    made, roles = sentence.tokens, lexicon.word_set("roles")
    start = split
    while start > 0 and split - start < 9:
        t = made[start - 1]
        if (
            t.text.lower().rstrip(".") in roles
            or t.tag in ("NNP", "NNPS", "JJ", "NN", "POS")
            or (t.text.lower() in ("of", "for") and start >= 2 and made[start - 2].text.lower() in roles)
        ):
            start -= 1
        else:
            break
    role = squeeze(text[made[start].start : made[split - 1].end]) if start < split else ""
    return role if any(w.lower().strip(".") in roles for w in re.split(r"[\s-]", role)) else ""


def _role_then_comma(text: str, sentence: Sentence, first: int) -> str:
    """ "Norway's ambassador to Chad, Anna Berg,": the role stands before the comma, and a comma or verb after the name."""
    made, roles = sentence.tokens, lexicon.word_set("roles")
    if first < 2 or made[first - 1].text != ",":
        return ""
    head = next(
        (
            k
            for k in range(first - 2, max(-1, first - 12), -1)
            if made[k].text.lower() in roles and made[k].tag.startswith("NN")
        ),
        None,
    )
    if head is None or any(t.tag.startswith(("VB", "MD")) or t.text in (",", ";") for t in made[head + 1 : first - 1]):
        return ""
    start = head
    while (
        start > 0
        and (made[start - 1].tag in ("NNP", "NNPS", "JJ", "NN", "POS") or made[start - 1].text.lower() in roles)
        and head - start < 8
    ):
        start -= 1
    return squeeze(text[made[start].start : made[first - 2].end])


def _role_after(text: str, sentence: Sentence, last: int) -> str:
    """An apposition: "Name, the deputy secretary of state,"."""
    made = sentence.tokens
    if last + 2 >= len(made) or made[last + 1].text != ",":
        return ""
    stop = last + 2
    while (
        stop < len(made)
        and made[stop].text not in (",", ".", ";", "who", "—", "(", "said", "told")
        and stop - last < 16
        and not made[stop].tag.startswith(("VBD", "VBZ", "VBP", "MD"))
    ):
        stop += 1
    body = made[last + 2 : stop]
    head = next(
        (
            k
            for k, t in enumerate(body)
            if t.text.lower() in lexicon.word_set("roles")
            and t.text.lower() not in lexicon.word_set("anonymous") | {"ally", "critic"}
        ),
        None,
    )
    if (
        head is None
        or head > 5
        or stop >= len(made)
        or any(t.tag == "IN" for t in body[:head])
        or body[0].text.lower() in ("and", "but", "as")
    ):
        return ""
    return re.sub(r"^(?:the|a|an)\s+", "", squeeze(text[body[0].start : body[-1].end]), flags=re.I)


def _unify(found: list[Mention]) -> list[Mention]:
    """Give short forms the fullest form of the article when exactly one fits; let a person's name decide the kind of its parts."""
    full: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    for m in found:
        if m.kind == "person" and len(m.name.split()) >= 2:
            full.setdefault(m.name.lower(), m.name)
    names = sorted(full.values(), key=lambda n: (-len(n), n))
    longest = {n: next((x for x in names if n != x and _covers(x, n)), n) for n in names}
    for name in names:
        for part in name.split():
            parts.setdefault(part.lower(), set()).add(longest[name])
    known = {m.name.lower(): m.kind for m in found if m.kind not in ("heading", "?")}
    surnames = {n.split()[-1].lower() for n in names} | {n.split()[0].lower() for n in names}
    out = []
    for m in found:
        name, kind = m.name, m.kind
        if kind == "heading":
            if name.lower() not in known and not (name.lower() in surnames and len(parts.get(name.lower(), ())) == 1):
                continue
            kind = known.get(name.lower(), "person")
        joined = re.split(r"[-–/]", name.lower())
        if kind == "?" and len(joined) > 1 and all(x in surnames or x in lexicon.country_of() for x in joined):
            continue
        if (kind in ("person", "?") or (kind == "place" and name.lower() not in lexicon.country_of())) and len(
            name.split()
        ) == 1:
            fits = parts.get(name.lower(), set())
            if fits and name.lower() in surnames:
                kind = "person"
                name = next(iter(fits)) if len(fits) == 1 else name
        elif kind == "person":
            name = longest.get(full.get(name.lower(), name), name)
        if kind == "person" and len(name.split()) == 1 and len(parts.get(name.lower(), ())) > 1:
            name = _nearest(found, m, parts[name.lower()]) or name
        out.append(Mention(m.start, m.end, "body" if kind == "?" else kind, name, m.role))
    return out


def _nearest(found: list[Mention], short: Mention, candidates: set[str]) -> str:
    """The candidate named in full last before a short form, when every other lies at least 200 characters further back."""
    last = sorted(
        ((max((m.end for m in found if m.name == c and m.end <= short.start), default=-1), c) for c in candidates),
        reverse=True,
    )
    near, other = last[0], last[1]
    return near[1] if near[0] >= 0 and short.start - near[0] < 600 and near[0] - other[0] >= 200 else ""


def _covers(longer: str, shorter: str) -> bool:
    a, b = longer.lower().split(), shorter.lower().split()
    return len(a) > len(b) >= 2 and (a[-len(b) :] == b or (a[0] == b[0] and a[-1] == b[-1]))
