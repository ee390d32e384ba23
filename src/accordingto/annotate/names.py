"""Names: persons, bodies, places and peoples, with the role printed beside a person, over one article.

The encoder proposes where a name is and of which kind. The lexicon knows states, peoples and outlets; honorifics, offices and
body words correct extent and kind; then the article as a whole decides: a part of a person's name is that person, one name
has one kind, and a name known from one sentence is found in the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..naming import korean
from ..records import Mention
from ..text import MONTHS, STOP, WEEKDAYS, known_lemmas, lemma, squeeze
from .engine import Sentence, Token
from .gender import gender_of

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), "sept", "christmas", "easter", "ramadan"))
_KINDS = {"PER": "person", "ORG": "body", "LOC": "place"}
_Extent = tuple[int, int, str]
"""First token, last token and kind of a name."""


def mentions(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention in order of position; `name` is the fullest form of it in this article."""
    found: list[Mention] = []
    for sentence in sentences:
        extents = _extents(sentence)
        taken = _countries(sentence, extents, found)
        free = [e for e in extents if not taken & set(range(e[0], e[1] + 1))]
        for extent in free:
            found += _classified(text, sentence, extent)
        found += _unnamed(text, sentence, taken | {i for first, last, _ in free for i in range(first, last + 1)})
    found = _of_somebody(text, found)
    found = _unify(text, _apart(text, found + _repeated(text, sentences, found)))
    return tuple(sorted(set(found), key=lambda m: (m.start, m.end, m.kind)))


def _of_somebody(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Surnames that are offices too as what they are here: "King" is a person where "Mr" stands before it or the article has an Angus King."""
    roles = lexicon.word_set("roles")
    full = [m.name.split() for m in found if m.kind == "person" and " " in m.name]
    surnames = {words[-1] for words in full if not any(w.lower() in roles for w in words[:-1])}
    return [
        Mention(m.start, m.end, "role", m.name)
        if m.kind == "person"
        and m.name.lower() in roles
        and m.name not in surnames
        and not (m.name.lower() in _ALSO_SURNAMES and _honoured().search(text[max(0, m.start - 12) : m.start]))
        else m
        for m in found
    ]


@cache
def _honoured() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(lexicon.word_forms('honorifics'))))})\s+$")


_ALSO_SURNAMES = frozenset("king pope bishop judge dean major marshal baron duke earl prince abbot".split())
"""Offices by which nobody is addressed after "Mr": "Mr. President" is the president, "Mr. King" is a Mr. King."""


def _extents(sentence: Sentence) -> list[_Extent]:
    """The encoder's names, without articles, honorifics, offices before a person, clitics and days."""
    made, out, i = sentence.tokens, list[_Extent](), 0
    while i < len(made):
        label, j = made[i].name, i
        if label == "O":
            i += 1
            continue
        while j + 1 < len(made) and made[j + 1].name == "I-" + label[2:]:
            j += 1
        first, last, kind = i, j, _KINDS[label[2:]]
        i = j + 1
        while first <= last and (
            made[first].tag in ("DT", "PRP$")
            or made[first].text in _MARKS
            or (kind == "person" and _title(made[first]) and not _no_title(made, first, last))
            or (kind == "person" and last - first > 1 and made[first].text.startswith("@"))
        ):
            first += 1
        while kind == "person" and first < last and made[first].text.islower() and made[first].text not in _PARTICLES:
            first += 1  # "plans to waylay Berg"
        if kind == "person":  # "South Dakota Sen. Mike Rounds"
            title = (k for k in range(last - 1, first, -1) if made[k].text in lexicon.word_forms("honorifics"))
            party = (k for k in range(last - 2, first - 1, -1) if made[k].text in lexicon.word_forms("parties"))
            first = max(next(title, first - 1), next(party, first - 1)) + 1
        while last >= first and (
            made[last].tag == "POS" or made[last].text in _MARKS or (last > first and made[last].text.islower())
        ):
            last -= 1
        of_party = _PARTY.fullmatch(" ".join(t.text for t in made[first : last + 1]))
        if of_party and (kind == "person" or "-" in of_party[0]):
            continue
        if kind == "person":
            last = _second_syllable(made, first, last)
            i = max(i, last + 1)
        while first < last and kind != "person" and made[first].text.islower():
            kind = "place" if made[first].text in ("of", "in") else kind
            first += 1
        if first <= last and kind != "person":
            last = _grown(made, last)
            i = max(i, last + 1)
        if first <= last and (
            _people(made[first : last + 1], kind) or not any(t.text[:1].isupper() for t in made[first : last + 1])
        ):
            continue
        if first <= last and not all(
            t.text.lower().rstrip(".") in _CALENDAR or not t.text[:1].isalnum() for t in made[first : last + 1]
        ):
            out.append((first, last, kind))
    return _in_rows(made, _listed(made, _whole(made, out)))


_PARTICLES = frozenset(
    "de da do dos das del della di du des la le los van von der den ter ten zu zur af av al el bin bint ibn abu ben san st".split()
)
"""Words in small letters with which a person's name may begin."""


def _second_syllable(made: Sequence[Token], first: int, last: int) -> int:
    """The end of a Korean name one of whose syllables is an English word ("Moon Jae-in", "Lee In-young"); its own end of any other."""
    if last == first and last + 1 < len(made) and re.fullmatch(r"[A-Z]\w+[-‑][a-z]+", made[last + 1].text):
        return last + 1 if korean.readings((made[last].text.lower(), *made[last + 1].text.lower().split("-"))) else last
    end = first + 3
    if last - first > 1 or end >= len(made) or not _tied(made, end) or not made[end - 2].text[:1].isupper():
        return last
    name = tuple(t.text.lower() for t in made[first : end + 1] if t.text.isalpha())
    return end if korean.readings(name) else last


def _tied(made: Sequence[Token], end: int) -> bool:
    """Whether a word in small letters is tied by a hyphen to the word before it, as a syllable of a name can be."""
    before, hyphen, word = made[end - 2 : end + 1]
    joined = hyphen.start == before.end and word.start == hyphen.end
    return hyphen.text in ("-", "‑") and joined and word.text.islower() and word.text not in _JOINED


_JOINED = frozenset("led run era born backed held made own owned based".split())
"""What a hyphen ties to a surname without being a part of it: "a Moon-led party"."""


def _whole(made: Sequence[Token], extents: Sequence[_Extent]) -> list[_Extent]:
    """Persons in one: two side by side without a comma are one, and so are the parts around a nickname (Serhii “Flash” Holm)."""
    out: list[_Extent] = []
    for first, last, kind in extents:
        before = out[-1] if out else None
        gap = [t.text for t in made[before[1] + 1 : first]] if before else []
        if (
            before is not None
            and not gap
            and before[0] == before[1]
            and made[before[0]].text in lexicon.word_forms("parties")
        ):
            out[-1] = (first, last, kind)
            continue
        nickname = len(gap) == 3 and gap[0] in _QUOTES and gap[2] in _QUOTES
        given = before is not None and _given_name(made, before, first, last)
        beside = kind == "person" and (not gap or nickname)
        if before is not None and before[2] == "person" and (beside or given):
            out[-1] = (before[0], last, "person")
        else:
            out.append((first, last, kind))
    return out


def _given_name(made: Sequence[Token], before: _Extent, first: int, last: int) -> bool:
    """Whether "Chung-in Moon" was read as Chung and Moon: a Korean given name of two syllables, one of them an English word."""
    if first - before[1] != 3 or not _tied(made, first - 1):
        return False
    name = (*made[first : last + 1], *made[before[0] : before[1] + 1], made[first - 1])
    return bool(korean.readings(tuple(t.text.lower() for t in name)))


_PARTY = re.compile(r"[RDIL](?:\.|-[A-Z][A-Za-z.]{0,6})?|Republican|Democrat")
"""Party and state of a member of congress: "R-Ga.", "D-N.Y.", "a Democrat"."""
_QUOTES = frozenset("\"'“”‘’")
_WHERE = frozenset("near toward towards outside".split())
_WHERE_OF = frozenset(
    "village town city settlement district area areas direction directions outskirts north south east west".split()
)


_PARTS = frozenset("directions regions districts areas provinces oblasts counties".split())


def _in_rows(made: Sequence[Token], extents: Sequence[_Extent]) -> list[_Extent]:
    """Kinds of short names by their row: "near Lund, Ystad and Hai", "the Lund and Hai districts" are places by the word of place; so
    are all of a row of three or more where most are."""
    out: list[_Extent] = []
    for row in _rows(made, extents):
        lead = [t.text.lower() for t in made[max(0, row[0][0] - 2) : row[0][0]]]
        behind = made[row[-1][1] + 1].text.lower() if row[-1][1] + 1 < len(made) else ""
        inside = (bool(lead) and lead[-1] == "of" and lead[0] in _WHERE_OF) or (len(row) > 1 and behind in _PARTS)
        mostly = len(row) > 2 and sum(kind == "place" for _, _, kind in row) > len(row) / 2
        words = 3 if inside else 1 if mostly or (lead and lead[-1] in _WHERE) else 0
        out += [(a, b, "place") if b - a < words else (a, b, kind) for a, b, kind in row]
    return out


def _rows(made: Sequence[Token], extents: Sequence[_Extent]) -> list[list[_Extent]]:
    """Names that stand in a row, with commas and "and" between."""
    out: list[list[_Extent]] = []
    for e in extents:
        gap = [t.text.lower() for t in made[out[-1][-1][1] + 1 : e[0]]] if out else []
        if gap and gap in ([","], ["and"], [",", "and"], ["or"]):
            out[-1].append(e)
        else:
            out.append([e])
    return out


def _listed(made: Sequence[Token], extents: Sequence[_Extent]) -> list[_Extent]:
    """Bodies with a list of what they are for, in one: "Ministry of Agriculture, Forestry and Fisheries". What goes on must be common
    words without a body among them: "the Ministry of Finance and Samsung" are two, and so is "… and the Bank of Ghana"."""
    bodies = lexicon.word_set("bodies")
    out: list[_Extent] = []
    for first, last, kind in extents:
        before = out[-1] if out else None
        gap = [t.text for t in made[before[1] + 1 : first]] if before else []
        if (
            before is not None
            and before[2] == "body"
            and gap in ([","], ["and"], ["&"], [",", "and"])
            and any(t.text in ("of", "for", "on") for t in made[before[0] : before[1]])
            and any(t.text.lower() in bodies for t in made[before[0] : before[1] + 1])
            and all(_common(t.text.lower()) and t.text.lower() not in bodies for t in made[first : last + 1])
        ):
            out[-1] = (before[0], last, "body")
        else:
            out.append((first, last, kind))
    return out


def _common(word: str) -> bool:
    return word in STOP or word in known_lemmas() or lemma(word) in known_lemmas()


def _people(words: Sequence[Token], kind: str) -> bool:
    """ "Americans", "Greeks": many persons, no name of one."""
    word = words[0].text.lower()
    return (
        len(words) == 1
        and words[0].tag == "NNPS"
        and (kind == "person" or word.removesuffix("s") in lexicon.demonyms())
    )


def _grown(made: Sequence[Token], last: int) -> int:
    """The last token of a body's or place's name that the encoder cuts short: "Institution of Oceanography", "Ashulia Police
    Station"."""
    heads = lexicon.word_set("bodies") | lexicon.word_set("place_words")
    at = last + 1
    if at < len(made) and made[at].text in ("of", "for") and made[last].text.lower() in lexicon.word_set("bodies"):
        at += 1 + (at + 1 < len(made) and made[at + 1].text == "the")
    end = at
    while (
        end < len(made) and made[end].name == "O" and made[end].tag.startswith("NNP") and made[end].text[:1].isupper()
    ):
        end += 1
    if end == at or (at == last + 1 and made[end - 1].text.lower() not in heads):
        return last
    return end - 1


_MARKS = frozenset("\"'“”‘’,.;:()-–—/«»*•|")


def _title(t: Token) -> bool:
    low = t.text.lower()
    return low.rstrip(".") in lexicon.word_set("roles") or low in lexicon.word_set("honorifics")


def _no_title(made: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word that may be an office is a surname ("Mr. King", and "King" in an article on Angus King, which `mentions` looks up), or
    a given name behind an honorific ("Sen. Dean Berg")."""
    before = made[first - 1] if first > 0 else None
    honoured = before is not None and before.text in lexicon.word_forms("honorifics")
    alone = (
        first == last and made[first].tag == "NNP" and made[first].text.lower() not in lexicon.word_set("honorifics")
    )
    if alone:
        return honoured or before is None or before.tag not in ("DT", "PRP$", "POS")
    return last == first + 1 and honoured and made[first].text in _ALSO_GIVEN


_ALSO_GIVEN = frozenset(("Dean", "Earl", "Duke"))
"""Offices that are given names too."""


def _countries(sentence: Sentence, extents: Sequence[_Extent], found: list[Mention]) -> set[int]:
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
            if any(a <= i and i + size - 1 <= b and b - a >= size for a, b, _ in extents):
                continue
            body = country in lexicon.unions() and form not in lexicon.seats()
            kind = "demonym" if demonym else "body" if body else "place"
            found.append(Mention(words[0].start, words[-1].end, kind, country))
            taken.update(range(i, i + size))
            break
        i = max(taken) + 1 if taken and max(taken) >= i else i + 1
    return taken


def _classified(text: str, sentence: Sentence, extent: _Extent) -> list[Mention]:
    first, last, kind = extent
    made = sentence.tokens[first : last + 1]
    start, end = made[0].start, made[-1].end
    name = _clean(text, start, end)
    low = [t.text.lower().rstrip(".") for t in made]
    outlet = lexicon.outlet_by_name().get(name.lower())
    if outlet is not None and len(name) > 1 and kind != "person":
        return [Mention(start, end, "body", outlet.name)]
    bodies = lexicon.word_set("bodies")
    if kind != "body" and (low[-1] in bodies or (len(low) > 1 and low[0] in bodies and "of" in low)):
        kind = "body"
    if kind == "body" and low[-1] in lexicon.word_set("roles") and len(made) > 1:
        return [Mention(start, end, "role", squeeze(text[start:end]))]
    if kind == "body" and len(made) > 1 and not set(low) & bodies and low[-1] in lexicon.word_set("place_words"):
        kind = "place"
    if kind == "person" and name.lower() in lexicon.places():
        kind = "place"
    if kind != "person":
        return [Mention(start, end, kind, name)]
    role = (
        _role_before(text, sentence, first)
        or _role_then_comma(text, sentence, first, last)
        or _role_after(text, sentence, last)
    )
    return [Mention(start, end, "person", name, role)]


def _unnamed(text: str, sentence: Sentence, taken: set[int]) -> list[Mention]:
    """Runs of capitalised words that the encoder passes over: a registered outlet, and an office without a name ("the Foreign
    Minister")."""
    made, out, i = sentence.tokens, [], 0
    while i < len(made):
        j = i
        while j < len(made) and j not in taken and made[j].text[:1].isupper() and made[j].tag.startswith(("NN", "JJ")):
            j += 1
        if j > i:
            start, end = made[i].start, made[j - 1].end
            outlet = lexicon.outlet_by_name().get(text[start:end].lower())
            if outlet is not None and all(t.tag.startswith("NNP") for t in made[i:j]):
                out.append(Mention(start, end, "body", outlet.name))
            elif made[j - 1].text.lower() in lexicon.word_set("roles") and j - i <= 6 and j not in taken:
                out.append(Mention(start, end, "role", squeeze(text[start:end])))
        i = max(j, i + 1)
    return out


def _repeated(text: str, sentences: Sequence[Sentence], found: Sequence[Mention]) -> list[Mention]:
    """Further places where a name of the article stands, in the same words and capitals, unseen by the encoder."""
    kinds: dict[tuple[str, ...], Counter[str]] = {}
    covered = {i for m in found for i in range(m.start, m.end)}
    for m in found:
        words = tuple(text[m.start : m.end].split())
        if m.kind in ("person", "body", "place") and (len(words) > 1 or len(words[0]) > 3) and words[0][:1].isupper():
            kinds.setdefault(words, Counter())[m.kind] += 1
    openings: dict[str, list[tuple[str, ...]]] = {}
    for words in kinds:
        openings.setdefault(words[0], []).append(words)
    out = []
    for sentence in sentences:
        made = sentence.tokens
        for i, t in enumerate(made):
            if t.start in covered or not t.tag.startswith("NNP"):
                continue
            fits = [w for w in openings.get(t.text, ()) if tuple(x.text for x in made[i : i + len(w)]) == w]
            if fits and not any(x.start in covered for x in made[i : i + len(max(fits, key=len))]):
                words = max(fits, key=len)
                kind = max(sorted(kinds[words]), key=lambda k, w=words: kinds[w][k])  # type: ignore[misc]
                out.append(Mention(t.start, made[i + len(words) - 1].end, kind, " ".join(words)))
    return out


def _clean(text: str, start: int, end: int) -> str:
    return re.sub(r"['’]s$", "", squeeze(text[start:end]))


def _role_before(text: str, sentence: Sentence, first: int) -> str:
    """The role that runs up to a name: capitalised or not, with the country or body before it."""
    made, roles = sentence.tokens, lexicon.word_set("roles")
    start = first
    while start > 0 and first - start < 9:
        t = made[start - 1]
        if t.tag == "VB" and start >= 2 and made[start - 2].lemma == "to":
            break  # "to monitor adviser Holm"
        if (
            t.text.lower().rstrip(".") in roles
            or (t.tag in ("NNP", "NNPS", "JJ", "NN", "POS") and t.text.lower() not in _PERIODS)
            or t.text.lower() in _SERVING
            or t.text.lower().startswith(("then-", "ex-"))
            or (t.text == "Under" and made[start].text == "Secretary")
            or (t.text.lower() in ("of", "for") and start >= 2 and made[start - 2].text.lower() in roles)
            or (t.text.lower() == "in" and made[start].text.lower() == "charge")
            or (t.text == "-" and start >= 2 and made[start - 2].text.lower() in roles)
        ):
            start -= 1
        else:
            break
    for k in range(
        first - 1, start, -1
    ):  # "device Media caption President": what runs in from before is no part of the office
        low = made[k - 1].text.lower()
        inside = low in _BEFORE or low in _SERVING or low.startswith(("then-", "ex-"))
        if made[k].text[0].isupper() and made[k - 1].text[0].islower() and not inside:
            start = k
            break
    behind = next((k + 1 for k in range(first - 1, start, -1) if made[k].text.lower() == "for"), start)
    if any(t.text.lower().rstrip(".") in roles for t in made[behind:first]):
        start = behind  # "a spokesman for President Berg": Berg is the president
    role = squeeze(text[made[start].start : made[first - 1].end]) if start < first else ""
    if role.lower().endswith((" for", " of", " to")):
        return ""  # "a spokesman for Berg" is not Berg's office
    whose = max((k for k in range(start, first) if made[k].tag == "POS"), default=-1)
    posts = roles | lexicon.word_set("family")
    if whose >= 0 and not any(t.text.lower().strip(".") in posts for t in made[whose + 1 : first]):
        return ""  # "Photos: President Berg's first trip Berg speaks"
    return role if any(w.lower().strip(".") in roles for w in re.split(r"[\s-]", role)) else ""


_BEFORE = frozenset(
    """former senior top chief deputy vice then late incoming outgoing new longtime long-time veteran retired prominent leading right-hand ex-president ex-prime fellow current ousted exiled of for in and""".split()
)
"""Words in small letters that stand before an office in capitals."""
_SERVING = frozenset("acting founding managing presiding sitting commanding".split())
"""Participles that belong to an office."""
_PERIODS = frozenset("time day week month year today yesterday".split())  # "the first time President Berg spoke"


def _role_then_comma(text: str, sentence: Sentence, first: int, last: int) -> str:
    """ "Norway's ambassador to Chad, Anna Berg,": the role stands before one comma, and another behind the name. Without it the name
    may begin a clause: "after the talks with the Chadian leader, Berg left"."""
    made, roles = sentence.tokens, lexicon.word_set("roles")
    if (
        first < 2
        or made[first - 1].text != ","
        or (last + 1 < len(made) and made[last + 1].text not in (",", ")", ".", ";", "—", "–"))
    ):
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
        and (
            made[start - 1].tag in ("NNP", "NNPS", "JJ", "NN", "POS")
            or made[start - 1].text.lower() in roles
            or made[start - 1].text.lower() in _SERVING
        )
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
        or any(t.tag == "TO" for t in body[head:])  # "the first president to speak there"
        or body[0].text.lower() in ("and", "but", "as")
        or (
            made[stop].tag.startswith(("VBD", "VBZ", "VBP", "MD")) and made[stop].text not in ("said", "told")
        )  # "…, the mayor laughed"
        or _names_another(body, head)
    ):
        return ""
    return re.sub(r"^(?:the|a|an)\s+", "", squeeze(text[body[0].start : body[-1].end]), flags=re.I)


def _names_another(body: Sequence[Token], head: int) -> bool:
    """ "Berg, President Anna Holm and other leaders": the office is that of the name behind it, not of the one before."""
    roles = lexicon.word_set("roles")
    behind = next((t for t in body[head + 1 :] if t.text.lower() not in roles), None)
    return behind is not None and behind.tag == "NNP" and behind.text[0].isupper()


def _apart(text: str, found: list[Mention]) -> list[Mention]:
    """Persons without the place or body that runs into their name: "the interior minister of Ostmark Anna Lind", also where the whole was
    taken for a body and the article calls her Lind elsewhere."""
    places = {m.name for m in found if m.kind in ("place", "body") and " " not in m.name}
    short = {m.name for m in found if m.kind == "person" and " " not in m.name}
    nobody = lexicon.word_set("bodies") | lexicon.word_set("place_words")
    out = []
    for m in found:
        parts = m.name.split()
        if (
            m.kind in ("body", "place")
            and len(parts) > 2
            and parts[-1] in short
            and not nobody & set(m.name.lower().split())
        ):
            m = replace(m, kind="person")
            of_place = text[: m.start].endswith((" of ", " for "))
        else:
            of_place = False
        run_in = len(parts) > 2 and (parts[0] in places or of_place)
        if m.kind == "person" and run_in and text[m.start :].startswith(parts[0] + " "):
            end = m.start + len(parts[0])
            out.append(Mention(m.start, end, "place", parts[0]))
            m = replace(m, start=end + 1, name=" ".join(parts[1:]))
        out.append(m)
    return out


def _unify(text: str, found: list[Mention]) -> list[Mention]:
    """Give short forms the fullest form of the article when exactly one fits; let a person's name decide the kind of its parts,
    and the commonest kind of a name all its mentions. A surname that "Mr" stands before is no woman's of the article, nor is it then
    hers where it stands alone; nor is it a relative's who comes after another of that name."""
    full: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    votes: dict[str, Counter[str]] = {}
    for m in found:
        if m.kind == "person" and len(m.name.split()) >= 2:
            full.setdefault(m.name.lower(), m.name)
        if m.kind in ("person", "body", "place"):
            votes.setdefault(m.name.lower(), Counter())[m.kind] += 1
    names = sorted(full.values(), key=lambda n: (-len(n), n))
    longest = {n: next((x for x in names if n != x and _covers(x, n)), n) for n in names}
    for name in names:
        for part in name.split():
            parts.setdefault(part.lower(), set()).add(longest[name])
    for name, surname in (*_relatives(text, found), *_of_another_office(found)):
        parts[surname].discard(name)
    genders = [gender_of(text, m) for m in found]
    told = {m.name: g for m, g in zip(found, genders, strict=True) if m.kind == "person" and g}
    titled: dict[str, set[str]] = {}
    for m, g in zip(found, genders, strict=True):
        if " " not in m.name and g:
            titled.setdefault(m.name.lower(), set()).add(g)
    surnames = {n.split()[-1].lower() for n in names} | {n.split()[0].lower() for n in names}
    out = []
    for m, own in zip(found, genders, strict=True):
        name, kind, low = m.name, m.kind, m.name.lower()
        if (
            kind in ("person", "body", "place")
            and low not in lexicon.country_of()
            and low not in lexicon.outlet_by_name()
        ):
            of = {own} if own else titled.get(low, set())
            fits = {n for n in parts.get(low, set()) if not of - {told.get(n)} or n not in told}
            fits = {n for n in fits if low in (n.split()[0].lower(), n.split()[-1].lower())}
            if fits and low in surnames and len(low.split()) == 1:
                kind = "person"
                name = next(iter(fits)) if len(fits) == 1 else _meant(found, m, fits) or name
            else:
                kind = max(sorted(votes[low]), key=lambda k: votes[low][k])
                if kind == "person":
                    name = longest.get(full.get(low, name), name)
        out.append(Mention(m.start, m.end, kind, name, m.role if kind in ("person", "role") else ""))
    return out


def _of_another_office(found: list[Mention]) -> Iterator[tuple[str, str]]:
    """(full name, surname) of those who never have the office that goes with the surname alone: "President Berg" beside "Ines Berg" and
    "his adviser Ines Berg", not beside "the leader Karl Berg"."""
    offices: dict[str, set[str]] = {}
    held: dict[str, set[str]] = {}
    for m in found:
        if m.kind != "person":
            continue
        post = _POSSESSIVE.sub("", m.role.lower())
        office = next((o for o in _sole_offices() if re.search(rf"\b{o}\b", post)), "")
        if " " in m.name:
            held.setdefault(m.name, set()).update(filter(None, (office or post,)))
        elif office:
            offices.setdefault(m.name.lower(), set()).add(office)
    for name, posts in held.items():
        surname = _SUFFIX.sub("", name).split()[-1].lower()
        borne = offices.get(surname, set())
        if borne and not borne & posts and not any(p.split()[-1] in _HEADS for p in posts):
            yield name, surname


_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$", re.I)
_POSSESSIVE = re.compile(r".*['’]s?\s", re.S)
_HEADS = frozenset("leader head chief ruler dictator strongman candidate nominee".split())
"""Posts by which a president may be told of too."""


@cache
def _sole_offices() -> tuple[str, ...]:
    """Offices that one person holds, the longest first."""
    return tuple(sorted(lexicon.word_set("sole_offices"), key=lambda o: (-len(o), o)))


def _relatives(text: str, found: list[Mention]) -> Iterator[tuple[str, str]]:
    """(full name, surname) of those who are introduced as somebody's wife, son or first lady behind another bearer of the surname, whom the
    article gives an office or a full name: "President Berg and his daughter Ines Berg"."""
    bearers: set[str] = set()
    seen: set[str] = set()
    for m in sorted(found, key=lambda m: m.start):
        if m.kind != "person":
            continue
        words = m.name.split()
        surname = words[-1].lower()
        if len(words) > 1 and m.name not in seen:
            seen.add(m.name)
            if surname in bearers and _of_the_family(text, m):
                yield m.name, surname
                continue
        if len(words) > 1 or m.role:
            bearers.add(surname)


def _of_the_family(text: str, m: Mention) -> bool:
    """ "Her brother Karl Berg", "Karl Berg, the mayor's younger brother"."""
    return bool(_relative(True).search(text[max(0, m.start - 24) : m.start]) or _relative(False).match(text, m.end))


@cache
def _relative(before: bool) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, lexicon.word_set("family"))))
    if before:
        return re.compile(rf"\b(?:{words}),?\s+$", re.I)
    return re.compile(
        rf",\s+(?:the|his|her|their|a|[\w-]+['’]s?)\s+(?:(?!whose\b)[\w’'-]+\s+){{0,4}}?(?:{words})\b", re.I
    )


def _meant(found: list[Mention], short: Mention, candidates: set[str]) -> str:
    """Of several who bear a name, whom it means where it stands alone: the one whom the article is about, unless another was just named in
    full; "" where that cannot be told. An article is about whom it names in full first, if he leads a state or is named most often, and
    no other leads one."""
    told = sorted((m.start, m.end, m.name, m.role.lower()) for m in found if m.name in candidates)
    heads = {name for *_, name, role in told if role.endswith(_AT_THE_TOP) and not _NOT_AT_THE_TOP.search(role)}
    last = {name: end for _, end, name, _ in told if end <= short.start}
    often = Counter(name for *_, name, _ in told)
    chief = told[0][2]
    others = max((end for name, end in last.items() if name != chief), default=-JUST_NAMED)
    if heads == {chief} or (not heads and often[chief] > max(n for name, n in often.items() if name != chief)):
        return chief if (last or heads) and short.start - others >= JUST_NAMED else ""
    return chief if {*last} == {chief} and short.start - last[chief] < JUST_NAMED else ""


JUST_NAMED = 200  # characters within which a surname may mean the one who was named in full before it
_NOT_AT_THE_TOP = re.compile(
    r"\b(?:former|ex|late|vice|deputy|past|previous|assistant|opposition|party|majority|minority)\b"
)
_AT_THE_TOP = ("president", "prime minister", "premier", "chancellor", "king", "supreme leader", "leader")


def _covers(longer: str, shorter: str) -> bool:
    a, b = longer.lower().split(), shorter.lower().split()
    return len(a) > len(b) >= 2 and (a[-len(b) :] == b or (a[0] == b[0] and a[-1] == b[-1]))
