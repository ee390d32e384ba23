"""From drafts to attributions: who the source is, to whom, in which form, inside what, and through whom it came.

Inside one article only. "Unresolved" ('') is an answer: a pronoun with two candidates stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import lexicon
from ..records import Attribution, Mention
from ..text import Span
from .coreference import PERSONAL
from .drafting import Body, Draft, form
from .engine import Sentence
from .sources import NOBODY, SPOKEN, Sources, Speaker

REACH = 80  # attributions on either side that can hold one: keeps the cost linear in the article
_CARRIED = re.compile(
    r"\b(?:told|interview with|interview to|speaking to|speaking with|quoted by|carried by|reported by|cited by|according to|statement to|published by|broadcast by|run by|reports?|reported|quoted|citing|as saying by|by)\s+(?:the\s+)?(?:[\w’' -]{0,40}?)$",
    re.I,
)
_REPORTS = re.compile(r"^(?:\s+\w+){0,3}\s+(?:reports?|reported|quoted|said|says|cited|wrote|writes)\b", re.I)


def _position(text: str, d: Draft, sentence: Sentence) -> str:
    """What the cue makes of the content, unless the content itself calls what is told false: that is a denial; nothing where the sentence
    asks whether it was said."""
    if _asked(sentence, d.cue[0]):
        return ""
    content = " ".join(text[s:e] for s, e in d.content)
    if d.position in ("asserts", "alleges") and lexicon.called_false(content):
        return "denies"
    if d.act == "condemn" and _POINTED.fullmatch(content) and _DISAGREED.search(text, *d.cue[0]):
        return "denies"  # "disagreed with all of them"
    return "asserts" if d.act == "allege" and _OWN_PLAN.match(content) else d.position


def _asked(sentence: Sentence, cue: Span) -> bool:
    """Whether a verb is what a sentence asks about: "Would the North agree to talks?", "Did he say so?"."""
    made = sentence.tokens
    verb = next((i for i, t in enumerate(made) if cue[0] <= t.start < cue[1] and t.rel == "root"), None)
    if verb is None or made[-1].text != "?":
        return False
    helper = next((i for i, t in enumerate(made[:verb]) if t.head == verb and t.rel.startswith("aux")), verb)
    subject = next((i for i, t in enumerate(made[:verb]) if t.head == verb and t.rel.startswith("nsubj")), -1)
    return helper < subject


_POINTED = re.compile(r"\W*(?:(?:all|any|some|both)(?: of)?\s+)?(?:it|them|this|that|these|those)\W*", re.I)
_DISAGREED = re.compile(r"\bdisagree", re.I)
_OWN_PLAN = re.compile(r"\W*(?:that\s+)?(?:he|she|they|it|we|I)(?:\s(?:will|would|shall)\b|['’](?:ll|d)\s)")
"""What somebody "claims" of his own doings to come is no charge: "claimed he would rain fire"."""


def resolve(body: Body, made: Sequence[Draft], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """Attributions in the order of the drafts; `inside` is the index of the smallest one whose content holds this one."""
    sources = Sources(body, mentions)
    outlets = [m for m in mentions if m.name.lower() in lexicon.outlet_by_name()]
    speakers = [sources.speaker(d) for d in made]
    speakers = [_unless_named_later(body, sources, made, speakers, i) for i in range(len(made))]
    inside: list[int | None] = []
    for i in range(len(made)):
        outer = _container(made, i)
        inside.append(
            None
            if outer is not None and outer < i and inside[outer] is not None and _reaches(inside, outer, i)
            else outer
        )
    inside = [
        None if o is not None and _reaches([*inside[:i], None, *inside[i + 1 :]], o, i) else o
        for i, o in enumerate(inside)
    ]
    for i, d in enumerate(made):  # "I think": the one whose words hold it
        outer = inside[i]
        if outer is None or not d.source:
            continue
        pronoun = body.text[slice(*d.source[0])]
        if pronoun == "I" and not speakers[i].name:
            speakers[i] = speakers[outer]
        elif (
            pronoun.lower() in PERSONAL
            and sources.in_speech(made[outer], d.source[0][0])
            and speakers[i].name not in sources.told_in(made[outer])
        ):
            speakers[i] = NOBODY  # whom a speaker means by "he" his own words must tell
    out = []
    for i, d in enumerate(made):
        elsewhere = [o.source[0] for k, o in enumerate(made) if k != i and o.sentence == d.sentence and o.source]
        carried = _carriers(body, outlets, d, elsewhere)
        outer = inside[i]
        hops = [speakers[i].name] if speakers[i].name else []
        visited = {i}
        while outer is not None and outer not in visited:
            visited.add(outer)
            if speakers[outer].name and speakers[outer].name not in hops:
                hops.append(speakers[outer].name)
            outer = inside[outer]
        hops += [c for c in carried if c not in hops]
        outermost = inside[i]
        if outermost is not None and made[outermost].act in _AGAINST and _INTENT.match(body.text, *d.cue[0]):
            d.position = ""  # "warned that Hamas is planning to …": that is how they see it
        addressee = sources.name_of(d.addressee[0], d.sentence).name if d.addressee else ""
        if addressee and addressee == speakers[i].name and body.text[slice(*d.addressee[0])].lower() in PERSONAL:
            addressee = ""  # "Berg called Holm a liar and warned him": not himself
        out.append(
            Attribution(
                tuple(d.source), tuple(d.cue), tuple(d.content), tuple(d.addressee), d.act, form(body, d.content), inside[i],
                speakers[i].name, speakers[i].kind, addressee, tuple(hops), _position(body.text, d, body.sentences[d.sentence]),
            )
        )  # fmt: skip
    return tuple(out)


_AGAINST = frozenset(("warn", "accuse", "allege", "blame"))
_INTENT = re.compile(r"(?:(?:is|are|was|were|be|been|has|have|had)\s+)*(?:plan|intend|aim|prepar|seek)\w*\b", re.I)


def _unless_named_later(
    body: Body, sources: Sources, made: Sequence[Draft], speakers: Sequence[Speaker], i: int
) -> Speaker:
    """ "He said …" where the same paragraph goes on to quote another person by name, and the antecedent has said nothing yet:
    the pronoun may look ahead, so whose words they are is not established."""
    d, found = made[i], speakers[i]
    if found.kind != "person" or not d.source or body.text[slice(*d.source[0])].lower() not in PERSONAL:
        return found
    if sources.antecedents.subject_before(d.source[0][0]) == found.name:
        return found
    for k in range(i):
        named = speakers[k].name == found.name and body.text[slice(*made[k].source[0])].lower() not in PERSONAL
        if named and made[k].act in SPOKEN:
            return found
    for k in range(i + 1, min(len(made), i + 6)):
        later = made[k]
        if later.block != d.block:
            break
        if (
            speakers[k].kind == "person"
            and speakers[k].name != found.name
            and later.source
            and not body.text[slice(*later.source[0])][:1].islower()
        ):
            return NOBODY
    return found


def _reaches(inside: Sequence[int | None], start: int, goal: int) -> bool:
    seen: set[int] = set()
    at: int | None = start
    while at is not None and at not in seen and at < len(inside):
        if at == goal:
            return True
        seen.add(at)
        at = inside[at]
    return at is not None and at in seen


def _container(made: Sequence[Draft], i: int) -> int | None:
    own = [*made[i].source, *made[i].cue]
    best: tuple[int, int] | None = None
    for j in range(max(0, i - REACH), min(len(made), i + REACH)):
        other = made[j]
        if j == i or not own:
            continue
        if all(any(s <= a and b <= e for s, e in other.content) for a, b in own):
            size = sum(e - s for s, e in other.content)
            if best is None or size < best[0]:
                best = (size, j)
    return best[1] if best else None


def _carriers(body: Body, outlets: Sequence[Mention], d: Draft, elsewhere: Sequence[Span]) -> list[str]:
    """Outlets and agencies of the sentence that the words went through; who is the source of other words there is none."""
    sentence = body.sentences[d.sentence]
    own = [*d.source]
    content = d.content
    out: list[str] = []
    for m in outlets:
        known = lexicon.outlet_by_name().get(m.name.lower()) if sentence.start <= m.start < sentence.end else None
        if (
            known is None
            or known.kind in ("think-tank", "official")
            or any(s <= m.start and m.end <= e for s, e in elsewhere)
            or (
                any(s <= m.start and m.end <= e for s, e in own) and not _CARRIED.search(body.text[own[0][0] : m.start])
            )
        ):
            continue
        before = body.text[max(sentence.start, m.start - 60) : m.start]
        after = body.text[m.end : min(sentence.end, m.end + 50)]
        spoken = any(a < m.start < b and s <= a < e for a, b in body.quotations for s, e in content)
        if spoken or (any(s < m.start and m.end < e for s, e in content) and not _CARRIED.search(before)):
            continue  # "I have taken nothing, as falsely reported by the Lund Times," says who printed what is denied
        if _CARRIED.search(before) or _REPORTS.match(after):
            out.append(known.name)
    return out
