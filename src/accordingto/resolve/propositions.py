"""Propositions: what each article has somebody assert, deny, warn of or promise, with all by which two are compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from .. import lexicon
from ..lexicon import culprits
from ..records import AGAINST, LASTING, Annotation, Assertion, Attribution, Event, Evidence, Quantity, Statement
from ..text import MONTHS, WEEKDAYS, Span, enclosing, lemma, quotations, squeeze, words
from . import similarity
from .context import NOTHING, Desk, concepts, day, evidence, kind_of, order_key, outlet_label
from .entities import Directory
from .occasions import Day, spanned
from .statements import IN_THE_WORDS

OWN_WORDS = 11.0  # weight of two words in a row that are more than a turn of phrase


@dataclass(frozen=True, slots=True)
class Proposition:
    """`vector`: of the whole content; `deed`: what is left of its words without names and offices; `carriers`: outlets through which
    the words of this very statement came ("told X"), whoever prints them; `published`: first and last day it may be of, as ordinals;
    `event`: the event that its article mainly tells; `spots`: places within a state that it names as where; `numbered`: ordinals in
    figures ("the 7th Regiment"); `view`: "support" or "condemn" of praise or criticism of a thing, which says nothing of what is so, "verdict" of what calls a deed right or wrong, "turned down" of an offer or a measure; `culprit`: the state or name of whom
    it holds answerable for a deed; `asks`: it is a question; `quoted`: two content words in a row, in quotation marks; `fates`: what befell those whom it
    counts. `spans`: where it is said; `part`: it is one sentence of a longer content; `rest`: the numbers of the
    other assertions that it holds."""

    article: int
    assertion: int
    span: Span
    attribution: int | None
    holder: str
    position: str
    side: str
    vector: similarity.Vector
    deed: tuple[str, ...]
    bounds: tuple[tuple[str, float, float], ...]
    days: frozenset[Day]
    statement: str
    status: str
    negative: bool
    carriers: frozenset[str]
    published: tuple[int, int]
    event: str
    spots: frozenset[str]
    numbered: frozenset[str]
    view: str
    culprit: str
    asks: bool
    quoted: frozenset[tuple[str, str]]
    fates: frozenset[str]
    spans: tuple[Span, ...] = ()
    part: bool = False
    rest: tuple[int, ...] = ()


def propositions(
    desk: Desk, directory: Directory, told: Sequence[Statement], happened: Sequence[Event]
) -> list[Proposition]:
    """Every assertion that takes a position, in canonical order."""
    main = {key: e.id for e in happened if e.main for key in e.articles}
    statement_of = {(w.evidence.article, w.attribution): s for s in told for w in s.wordings}
    carriers = {s.id: _carriers(s) for s in told}
    known = [d.toordinal() for a in desk.articles if (d := day(a)) is not None]
    ever = (min(known), max(known)) if known else (0, 0)
    no_deed, bodies = _no_deed(), lexicon.word_set("bodies")
    standing = _standing(desk)
    out = []
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        at = day(a)
        published = (at.toordinal(), at.toordinal()) if at is not None else ever
        outer, starts = _outer(a.text, n), [m.start for m in n.mentions]
        inner = _inner(n)
        for k, x in enumerate(n.assertions):
            if x.attribution in outer or (i, k) in standing:
                continue
            by = n.attributions[x.attribution] if x.attribution is not None else None
            if by is not None and not by.position:
                continue
            spans = clipped(by.content, (x.start, x.end)) if by is not None else ((x.start, x.end),)
            text = " ".join(a.text[s:e] for s, e in spans)
            short = len(words(text)) < 4 and x.refers_back is None
            doubted = by is not None and by.position == "doubts"
            text = _WHETHER.sub("", text) if doubted else text
            if (short and not _whole_deed(text, by)) or (by is not None and _OPEN.match(text)):
                continue
            if doubted and re.match(r"what\b", text, re.I):
                continue  # "I cannot imagine what they are going through"
            of = statement_of.get((a.id, x.attribution)) if x.attribution is not None else None
            if by is None:
                holder = outlet_label(a)
            else:  # who is not named here may be named for the same words elsewhere
                holder = directory.canonical(by.speaker) if by.speaker else of.speaker if of else ""
            inside = [m for s, e in spans for m in n.mentions[bisect_left(starts, s) : bisect_left(starts, e)]]
            named = {w for m in inside for w in concepts(m.name)}
            others = {w for m in inside if m.kind in ("person", "body") for w in m.name.lower().split()}
            position = _position(by, text, x.start) if by is not None else "asserts"
            if by is not None and position in ANSWERS:
                text = _CLAIMED.sub("", text)  # "denied Lima's claim that …": the claim is what is denied
                text = _BY_THE_SIDE.sub("", text) if position == "denies" else text
            elif by is not None:
                bare_of = _without(a.text, spans, inner[x.attribution or 0])
                text = bare_of if by.act not in _STANCES or len(words(bare_of)) > 3 else text
            text = _bare(text) if by is not None else text
            clause = bool(_CLAUSE.match(text))
            pledged = position == "commits" and not clause
            if holder and (pledged or (by is not None and culprits.own_share(text))):
                text = f"{holder} {text}"
            else:
                text = _spelled(text, x, holder)
            culprit = _culprit(text, by, directory)
            if position == "alleges" and culprit and culprit == directory.side(holder):
                holder = ""  # nobody accuses himself: who speaks was misread
            whole = _BY_THE_WAY.sub("", text) if culprit else text
            unless = x.negative and _CONDITION.search(text) is not None  # "won't meet him if …" may yet mean a meeting
            told_of = concepts(whole if unless else _CONDITION.sub("", whole))
            own = own_words(holder)
            deed = [w for w in told_of if w not in named and w not in no_deed and w not in own]
            bare = _ASIDE.sub("", text)
            if short and not deed:
                continue
            if not deed and by is not None and x.refers_back is None and not _VERB.search(text):
                continue  # "embraced Kim Jong Un": a name is no claim
            out.append(
                Proposition(
                    i, k, (x.start, x.end), x.attribution, holder, position, directory.side(holder) if holder else "", similarity.vector(told_of, desk.weight, desk.rarest, _shares(text)),
                    tuple(dict.fromkeys(w for w in deed if w not in bodies)),
                    tuple(
                        (thing, -1e30 if q.low is None else q.low, 1e30 if q.high is None else q.high)
                        for q in n.quantities
                        if x.start <= q.start < x.end and (thing := _counted(q))
                    ),
                    frozenset(d for t in n.times if x.start <= t.start < x.end for d in spanned(t.value) if t.type == "DATE") or NOTHING,
                    of.id if of else "", _status(x, by, clause), x.negative and not unless, carriers[of.id] if of else NOTHING, published, main.get(a.id, ""),
                    _spots(bare, others) or _spots(text, others), frozenset(_ORDINAL.findall(bare)) or NOTHING, _view(by, text), culprit, text.endswith(_ASKS), _quoted(desk, text, named),
                    frozenset(q.fate for q in n.quantities if q.fate and x.start <= q.start < x.end) or NOTHING, spans, by is not None and spans != by.content,
                )
            )  # fmt: skip
    return out


def _shares(text: str) -> dict[str, float]:
    """What each word of a long name counts for: all of them as one word, so that two contents are not alike because both name the Joint
    Comprehensive Plan of Action."""
    out: dict[str, float] = {}
    for name in _LONG_NAME.finditer(text):
        told = set(concepts(name[0]))
        if len(told) >= LONG:
            out |= {w: min(out.get(w, 1.0), len(told) ** -0.5) for w in told}
    return out


LONG = 3  # words of a name that count as one
_LONG_NAME = re.compile(
    r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?: (?:of|for|on|against|to)(?: the)? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)+"
)


@lru_cache(maxsize=1 << 14)
def own_words(holder: str) -> frozenset[str]:
    """The words of a speaker's name: they say who speaks, not what."""
    return frozenset(concepts(holder))


def _quoted(desk: Desk, text: str, named: Set[str]) -> frozenset[tuple[str, str]]:
    """Content words that follow one another inside quotation marks, without names and what anybody says ("ever made")."""
    out: set[tuple[str, str]] = set()
    for s, e in quotations(text, ((0, len(text)),)):
        told = concepts(text[s:e])
        out |= {
            two
            for two in pairwise(told)
            if not {*two} & named
            and not any(w.isdigit() for w in two)
            and sum(desk.weight.get(w, desk.rarest) for w in two) >= OWN_WORDS
        }
    return frozenset(out) or NOTHING


def _position(by: Attribution, text: str, start: int) -> str:
    """The position to one sentence of a content: who says "This story is false. We met as planned" denies the first, not the second."""
    if by.position != "denies" or start <= by.content[0][0] + 1 or lexicon.called_false(text):
        return by.position
    return "asserts"


_ASKS = ("?", "?”", '?"', "?’", "?'")


def _whole_deed(text: str, by: Attribution | None) -> bool:
    """Whether a few words say it all: "he was tortured", or behind a denial "selling the ship"."""
    if by is None:
        return False
    return len(words(text)) == 3 or (by.position == "denies" and re.match(r"\W*[a-z]+ing\s", text) is not None)


def clipped(spans: Sequence[Span], part: Span) -> tuple[Span, ...]:
    """What of spans lies in a part of the text."""
    return tuple((max(s, part[0]), min(e, part[1])) for s, e in spans if s < part[1] and part[0] < e)


def together(parts: Sequence[Proposition]) -> Proposition:
    """Sentences of one content as one proposition again, called as the first of them is."""
    first, *others = sorted(parts, key=lambda p: p.span)
    spans: list[Span] = list(first.spans)
    for s in (s for p in others for s in p.spans):
        if s[0] - spans[-1][1] <= 2:
            spans[-1] = (spans[-1][0], s[1])
        else:
            spans.append(s)
    return replace(first, spans=tuple(spans), rest=tuple(p.assertion for p in others))


def _standing(desk: Desk) -> set[tuple[int, int]]:
    """(article, assertion) of what an outlet says in its own voice and has printed in the same words before: a standing text is said once."""
    seen: set[tuple[str, str]] = set()
    out = set()
    for i in sorted(range(len(desk.articles)), key=lambda i: order_key(desk.articles[i])):
        a = desk.articles[i]
        for k, x in enumerate(desk.annotations[i].assertions):
            if x.attribution is None and a.outlet:
                here = (a.outlet, squeeze(a.text[x.start : x.end]).strip("*_ "))
                if here in seen:
                    out.add((i, k))
                seen.add(here)
    return out


def _spots(text: str, others: Set[str]) -> frozenset[str]:
    """Places within a state that a text names as where; `others`: words of names that are no places."""
    found = (
        re.sub(r"['’]s?$", "", name.lower())
        for m in _SPOT.finditer(text)
        for name in re.split(r", and |,? and |, ", m[1])
    )
    return (
        frozenset(w for w in found if w not in lexicon.country_of() and not {*w.split()} & (others | _CALENDAR))
        or NOTHING
    )


@cache
def _no_deed() -> frozenset[str]:
    """Words that tell who, where and when, not what was done."""
    words_ = lexicon.word_set("roles") | lexicon.word_set("whereabouts") | {*MONTHS, *WEEKDAYS}
    return words_ | {lemma(w) for w in words_}


def _inner(n: Annotation) -> dict[int, list[Span]]:
    """What stands inside the content of each attribution as an attribution of its own, by the number of the outer one."""
    out: dict[int, list[Span]] = defaultdict(list)
    for x in n.attributions:
        if x.inside is not None and (x.speaker or x.source):
            spans = (*x.source, *x.cue, *x.content)
            out[x.inside].append((min(s for s, _ in spans), max(e for _, e in spans)))
    return out  # a defaultdict: most have none


def _without(text: str, spans: Sequence[Span], inner: Sequence[Span]) -> str:
    """The text of a content, without what it tells as the words of others: that is a claim of its own."""
    kept = []
    for start, end in spans:
        at = start
        for s, e in sorted(inner):
            if at <= s < end:
                kept.append(text[at:s])
                at = min(end, max(at, e))
        kept.append(text[at:end])
    return " ".join(p for p in kept if p.strip())


def _spelled(text: str, x: Assertion, who: str) -> str:
    """A content that begins with a pronoun for its speaker, with his name instead."""
    if not x.subject:
        return text
    return re.sub(
        r"^(\W*(?:(?:[\w’-]+\s+){0,3}?that\s+)?\W*)(?:it|he|she|they)\b(?!['’])",
        lambda m: m[1] + who,
        text,
        count=1,
        flags=re.I,
    )


def _status(x: Assertion, by: Attribution | None, clause: bool) -> str:
    """That of the assertion; a thing that is pledged, predicted or warned of need not have occurred."""
    thing = by is not None and by.position in ("commits", "predicts", "warns") and not clause
    return "possible" if thing and x.status == "occurred" else x.status


def _culprit(text: str, by: Attribution | None, directory: Directory) -> str:
    """The state, else the name, of whom a content holds answerable for a deed; "" where it names nobody."""
    if not (name := culprits.named(squeeze(text), charged=by is not None and by.act in ("accuse", "blame"))):
        return ""
    whose = culprits.without_group(name)
    of = lexicon.country_of()
    people = of.get(name.lower()) or of.get(name.lower().removesuffix("s"))
    return people or directory.side(name) or directory.side(whose) or directory.canonical(whose).lower()


def _counted(q: Quantity) -> str:
    """What a figure is a figure of: the thing counted, else its unit; "" where only a share is given, or a span of time of nothing."""
    if q.unit in LASTING:
        return f"time of {q.what.split()[-1]}" if q.what else ""
    return (concepts(q.what) or q.what.split())[-1] if q.what else q.unit if q.unit != "%" else ""


def _carriers(s: Statement) -> frozenset[str]:
    """Outlets named as those who were told it, where the tellings share their words: an interview reached everybody through
    whoever held it."""
    if not any(w.code in IN_THE_WORDS for w in s.why):
        return NOTHING
    return frozenset(c for w in s.wordings for c in w.chain if carries(c)) or NOTHING


_ASIDE = re.compile(r"\([^()]*\)|\[\[?[^\[\]]*\]?\](?:\([^()]*\))?")
"""What stands in brackets tells where a place lies ("Pokrovka (southeast of Sumy)"), or is a note."""
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_CONDITION = re.compile(
    r"^\W*(?:that\s+)?(?:if|unless|should|in case)\b[^,;]{3,120},\s*|(?<=\w)(?<!\bas)[\s,]+(?:if|unless)\s[^,;]{3,120}$",
    re.I,
)
"""What is no part of the claim itself: "if troops were sent, it would be a sign of weakness" does not say that they were."""
_BY_THE_WAY = re.compile(r",\s+(?:which|who|whom|whose|where|an?|\w+ing)\b.*", re.S)
"""What is said by the way behind who is answerable for a deed."""
_VERB = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|will|would|did|does|do|it|this|that)\b", re.I)
_CALENDAR = frozenset(x for w in (*MONTHS, *WEEKDAYS) for x in (w, w[:3]))
_PLACE = r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)*"
_SPOT = re.compile(
    r"\b(?:in|at|near|toward|towards|around|outside|of|to|from|on|seiz\w+|captur\w+|liberat\w+|occup(?:y|ied)\w*)\s+(?:the\s+(?:[a-z]+\s+)?(?:of\s+)?|(?:north|south|east|west|centr|occupied)[a-z]*\s+)?"
    rf"({_PLACE}(?:(?:,|,? and) {_PLACE})*)"
)
_OPEN = re.compile(r"(?:whether|if(?![^,]{3,160},\s\S+\s\S)|how|why|when(?![^,]{3,160},\s\S+\s\S)|where|who)\b", re.I)
"""Contents that leave the matter open: "would not say whether …" asserts nothing; "said if war came, they would fight" does."""


def _outer(text: str, n: Annotation) -> set[int]:
    """Attributions whose content is little more than another attribution: the inner one is the claim, this one its carrier. Not where
    no claim is made of the inner one ("said the port had asked for help"), nor where the speaker says what he makes of it ("said he
    believed the claim that …")."""
    out = set()
    for x in n.attributions:
        if x.inside is None or not x.position or x.act in _STANCES or not (x.speaker or x.source):
            continue
        if n.attributions[x.inside].act not in _CARRY:
            continue
        spans = n.attributions[x.inside].content
        start = min(s for s, _ in (*x.source, *x.cue, *x.content))
        end = max(e for _, e in (*x.source, *x.cue, *x.content))
        before = " ".join(text[s : min(e, start)] for s, e in spans if s < start)
        if end - start >= 0.6 * sum(e - s for s, e in spans) and not _ITS_OWN.search(before):
            out.add(x.inside)
    return out


_STANCES = frozenset(("support", "condemn", "describe"))
_CARRY = frozenset(("say", "tell", "report", "announce", "find", "think", "confirm"))
"""Acts by which the words of others are passed on; a denial of what another claims is a claim."""
_ITS_OWN = re.compile(r"\b(?:he|she|it|they|we|I)\b(?!\s*$)")
"""A subject with what it does, before the inner attribution begins."""


def sentence_of(desk: Desk, p: Proposition) -> Evidence:
    """The sentence in which a proposition begins."""
    return evidence(desk.articles[p.article], enclosing(desk.annotations[p.article].sentences, p.span))


def text_of(desk: Desk, p: Proposition) -> str:
    """A proposition as it is told in a line: whole where its content is a fragment, with who is meant in brackets."""
    a = desk.articles[p.article]
    if p.attribution is None:
        return a.text[p.span[0] : p.span[1]]
    x = desk.annotations[p.article].attributions[p.attribution]
    content = " … ".join(a.text[s:e] for s, e in p.spans)
    content = _spelled(content, desk.annotations[p.article].assertions[p.assertion], f"[{p.holder}]")
    if decided := _DECIDED.match(content):
        content = (
            f"{p.holder} {content[decided.end() :]}" if p.holder and p.position in ("asserts", "confirms") else content
        )
    content = _bare(_WHETHER.sub("", content) if p.position == "doubts" else content)
    if x.position == "warns" and _DOING.match(content) and a.text.endswith(" against ", 0, p.spans[0][0]):
        return f"Warning against {content}"
    if x.act in ("accuse", "blame"):
        if p.holder and re.match(r"(?:each other|one another)\b", content, re.I):
            return f"{p.holder} {x.act}d {content[0].lower()}{content[1:]}"
        plain = _BLAMED if x.act == "blame" else _ACCUSED
        if charged := plain.fullmatch(content) or _CHARGED.fullmatch(content):
            act = "blame" if charged[2] == "for" else x.act  # nobody is accused for something
            return f"{charged[1]} {act}d {charged[2] if charged[2] in ('of', 'for') else 'of' if act == 'accuse' else 'for'} {charged[3]}"
        if x.act == "blame" and (laid := _LAID_ON.fullmatch(content)):
            return f"{laid[2]} blamed for {laid[1]}"
        if _ONLY_NAMED.fullmatch(content):
            return f"{content} {x.act}d"
        return f"Accusation: {content}"
    refers = a.text.startswith("refer", x.cue[0][0]) and " as " in content
    if (x.act == "describe" or refers) and (named := _NAMED.fullmatch(content)):
        return f"{named[1]} described as {named[2]}"
    if _is_view(x.act, content):
        return f"{VIEWS[x.act]}: {content}"
    if p.holder and content.startswith("to "):
        return f"{p.holder} {content}" if x.act == "vow" else f"[{p.holder}] {content}"
    if x.act == "vow" and not _CLAUSE.match(content):
        return f"Pledge: {content}"
    if p.holder and culprits.own_share(content) and not _DOING.match(content):
        return f"{p.holder}{'’' if p.holder.endswith('s') else '’s'} {_ANY.sub('', content)}"
    if p.position == "denies":
        if thing := lexicon.called_false(content):
            content = thing if len(words(thing)) > 3 else f"{thing} (called false)"
        if p.holder and _DOING.match(content):
            return f"[{p.holder}] {content}"
        if called := _DISMISSED.fullmatch(content):  # "the report as absurd": the report is denied
            content = called[1] if len(words(called[1])) > 3 else f"{called[1]}, dismissed as {called[2]}"
        return _BY_THE_SIDE.sub("", _CLAIMED.sub("", content))
    return content


def _bare(content: str) -> str:
    """A content without what only says that it is somebody's view or word: "what she said was “a first step”", "Lima's view that …"."""
    return _HELD.sub("", content)


_WHETHER = re.compile(r"^(?:whether|if)\s+")
_HELD = re.compile(
    r"^(?:what (?:he|she|it|they) (?:has |have |had )?(?:said|says|called|calls|described as|saw as|sees as) (?:is|was|were|are)?\s*"
    r"|(?:is|was|were|are)\s(?=[“\"‘])"
    r"|(?:the|an?|his|her|its|their|[A-Z][\w’'-]+['’]s?) (?:[a-z]+ )?(?:view|belief|position|conviction|stance|opinion|assessment|contention|argument) (?=that ))"
)
_DECIDED = re.compile(r"(?:an?|the|his|her|its|their) (?:[a-z]+ )?(?:decision|plans?|intention|intent) (?=to )")
_DOING = re.compile(r"[a-z]+ing\b")
_DISMISSED = re.compile(r"(.+?)\s+as\s+([“\"'‘]?[\w ,-]+[”\"'’,.]*)", re.S)
ANSWERS = AGAINST | {"confirms"}
SUPPORT = frozenset(("asserts", "alleges", "confirms", "warns", "predicts", "commits"))
_CLAIMED = re.compile(
    r"^(?:the |all |any |its |his |her |their |[A-Z]\w+ |(?:[\w.-]+ ){0,4}?[\w.-]+(?:['’]s|s['’]) )?(?:reports?|claims?|allegations?|accusations?|charges?|suggestions?|assertions?|contentions?|notion|idea|rumou?rs?)(?: (?:by|from) [^,;]{2,60}?)? (?:that|of)\s+"
    r"|^(?:[\w.’'&-]+\s){1,8}?who\s(?:\w+\s){0,2}?(?:said|say|claim(?:ed)?|allege[ds]?|argued?|insist(?:ed)?)\s+(?:that\s+)?",
    re.I,
)
_BY_THE_SIDE = re.compile(r",\s+(?:who|whom|whose|which)\b[^“”\"]*$")
"""What is told of somebody besides, and is not denied: "denied asking Holm, who was jailed in May"."""
_ANY = re.compile(r"^\W*(?:(?:any|all|its|his|her|their)\s)+", re.I)
_NAMED = re.compile(r"([^“\"‘]{2,80}?)\s+(?:(?:as|to be)\s+|(?=(?:an?\s+|the\s+)?[“\"‘]\s?\w))(.+)", re.S)
_CHARGED = re.compile(
    r"(?=.{0,40}?[A-Z])((?:(?!\s(?:of|for)\s(?:the|an?|its|their|his|her)\s).){2,80}?)(?<!\sthe)(?<!\sa)(?<!\snot)\s+(?:(of|for|with)\s+)?(?!neighbou?ring|existing|ruling|leading|warring|including|following|during)((?:(?:not|[a-z]+ly)\s+)?(?:[a-z]+ing\b|(?<=of )[“‘\"]|(?<=for )[“‘\"]).+)", re.S)  # fmt: skip
"""Who is charged, and with what: "Lima of hiding ships", also without the preposition as headlines leave it out."""
_BLAMED = re.compile(
    r"(?=.{0,40}?[A-Z]|(?!(?:him|her|them|it|us|me|you|each|one)\b)(?:[a-z’'-]+\s){1,4}for\s)(.{2,80}?)\s+(for)\s+(.+)",
    re.S,
)
_ACCUSED = re.compile(
    r"((?:the )?(?:[A-Z][\w.’'-]*\s)*(?!Ministry|Department|Bank|House|University|Council|Republic)[A-Z][\w.’'-]*)\s(of)\s+(.+)",
    re.S,
)
_LAID_ON = re.compile(
    r"((?:(?!\s(?:for|of|on)\s).){3,80}?)\s+on\s+(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z]\w+ \d)(.+)", re.S
)
"""What is laid on whom: "blamed the blast on the crew"."""
_ONLY_NAMED = re.compile(r"(?:the )?(?:[a-z]+ ){0,3}(?:[A-Z][\w.’'-]*(?: |$)){1,5}")
TURNED_DOWN = ("reject", "refuse")
"""Acts by which a thing is turned down that nobody says is so: "rejected the sanctions"."""
VIEWS = {"support": "Support", "condemn": "Criticism"}
_JUDGED = re.compile(
    r"\b(?:is|was|are|were|be|been|being)\s+[“\"‘]?(?:(?:an?|the|very|so|too|simply|just|only|big|huge|good)\s+)*(?:right|wrong|good|bad|great|terrible|horrible|awful|disaster|disastrous|mistake|unacceptable|shame|shameful|disgrace|disgraceful|outrage|outrageous|cruel|wise|unwise|foolish|reckless|welcome|deplorable|regrettable|first step|step)\b",
    re.I,
)
"""What is said of a deed and is not that it was done: "Berg was right to leave", "the raid was a mistake"."""
_TOLD = re.compile(rf"\b(?:{'|'.join(sorted(lexicon.told_nouns()))})\b", re.I)
_CLAUSE = re.compile(r"(?:(?:the|an?|any)\s\w+\s)?that\b|[“\"‘]|(?:if|it|he|she|they)\b", re.I)


def _view(by: Attribution | None, text: str) -> str:
    if by is None:
        return ""
    if by.act in TURNED_DOWN and not _CLAUSE.match(text) and not _TOLD.search(text):
        return "turned down"
    return by.act if _is_view(by.act, text) else "verdict" if _JUDGED.search(text) else ""


def _is_view(act: str, content: str) -> bool:
    """Whether somebody only praises or criticises a thing: no clause, no words in quotation marks."""
    return act in VIEWS and not _CLAUSE.match(content)


def carries(name: str) -> bool:
    """Whether it is a registered outlet that carries the words of others."""
    return kind_of(name) not in ("official", "think-tank", "unknown")
