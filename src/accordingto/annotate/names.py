"""Names: persons, bodies, places and peoples, over one article.

The encoder proposes where a name is and of which kind. The lexicon knows states, peoples and outlets; honorifics, offices and
body words correct extent and kind; then the article as a whole decides: a name known from one sentence is found in the others, and
short forms are of the persons whom they mean (`short_forms`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..naming import korean
from ..records import Mention
from ..text import MONTHS, STOP, WEEKDAYS, known_lemmas, lemma, squeeze
from . import posts, short_forms, vessels
from .engine import Sentence, Token

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), "sept", "christmas", "easter", "ramadan"))
_KINDS = {"PER": "person", "ORG": "body", "LOC": "place"}
SYLLABLES = 3  # of a Korean name that is written apart
_Extent = tuple[int, int, str]
"""First token, last token and kind of a name."""


def mentions(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention in order of position; `name` is the fullest form of it in this article."""
    found: list[Mention] = []
    halves = lexicon.half_meant(text)
    for sentence in sentences:
        extents = _extents(sentence)
        taken = _countries(sentence, extents, found, halves)
        free = [e for e in extents if not taken & set(range(e[0], e[1] + 1))]
        for extent in free:
            found += _classified(text, sentence, extent)
        found += _unnamed(text, sentence, taken | {i for first, last, _ in free for i in range(first, last + 1)})
    found = _of_somebody(text, found)
    found = short_forms.unified(text, _apart(text, found + _repeated(text, sentences, found)))
    found = vessels.vessels(text, sentences, found)
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
        while kind == "person" and last > first and made[last].text.removesuffix("s") in lexicon.word_forms("parties"):
            last -= 1  # "the anti-Berg Republican", "Berg Democrats"
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


def _countries(
    sentence: Sentence, extents: Sequence[_Extent], found: list[Mention], halves: Mapping[str, str]
) -> set[int]:
    """Known states, seats of government and peoples, longest form first; returns the token indices they take. `halves`: which state "the
    North" and "the South" are in this article.

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
            country = table.get(form) or halves.get(form)
            if country is None or (len(form) <= 3 and not words[0].text.replace(".", "").isupper()):
                continue
            demonym = form in lexicon.demonyms()
            if form in halves and not _half(made, i):
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


def _half(made: Sequence[Token], i: int) -> bool:
    """Whether "North" is half of a divided country here, not part of a name or a direction: "the North said", "North and South", not "the North
    Sea", "North of the town"."""
    before = made[i - 1].text.lower() if i else ""
    after = made[i + 1].text if i + 1 < len(made) else ""
    paired = after in ("and", ",") or before in ("and", ",")
    return (before == "the" or after in ("'s", "’s") or paired) and not after[:1].isupper() and after not in ("of", "-")


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
    if kind == "place" and len(made) == SYLLABLES and korean.readings(tuple(low)):
        kind = "person"  # "Ri Chol Jin"
    if kind != "person":
        return [Mention(start, end, kind, name)]
    return [Mention(start, end, "person", name, posts.post(text, sentence, first, last))]


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


def _apart(text: str, found: list[Mention]) -> list[Mention]:
    """Persons without the place, body or person that runs into their name: "the interior minister of Ostmark Anna Lind", also where the whole
    was taken for a body and the article calls her Lind elsewhere, and "it will do so with Berg Anna Lind" of a page's pulled quotation."""
    places = {m.name for m in found if m.kind in ("place", "body") and " " not in m.name}
    short = {m.name for m in found if m.kind == "person" and " " not in m.name}
    nobody = lexicon.word_set("bodies") | lexicon.word_set("place_words")
    persons = {m.name for m in found if m.kind == "person"}
    surnames = {name.split()[-1] for name in persons}
    out = []
    for m in found:
        parts = m.name.split()
        if m.kind == "person" and len(parts) > 2 and parts[0] in surnames and " ".join(parts[1:]) in persons:
            end = m.start + len(parts[0])
            if text[m.start : end] == parts[0]:
                out.append(Mention(m.start, end, "person", parts[0]))
                out.append(replace(m, start=end + 1, name=" ".join(parts[1:])))
                continue
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
