"""The records that cross rooms. They do no work. Offsets are code points into `Article.text`, half-open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

Span = tuple[int, int]


class Evidence(NamedTuple):
    """A passage of an article; `article` is an article id."""

    article: str
    start: int
    end: int
    text: str


class Shown(NamedTuple):
    """What an article says was shown for a claim: kind (imagery, debris, document …) and the passage."""

    kind: str
    evidence: Evidence


class Why(NamedTuple):
    """One reason: its code in the lexicon of reasons, the weight it adds, and a note for the reader."""

    code: str
    weight: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Trouble that the brief shows: what happened, where, what to do."""

    code: str
    what: str
    where: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes fetched once; `sha256` is of the bytes, `media` is html, text or json."""

    sha256: str
    input: str
    media: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Published:
    """`value` is an ISO 8601 date or prefix, or ''; precision day, month, year, range or unknown; basis says why."""

    value: str
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A supplier of content named by the article: an agency, outlet or contributor line, with where it is said.

    `form`: dateline, byline, credit-line, contributor-line, metadata, repost-line.
    """

    name: str
    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class Furniture:
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    input: str
    capture: str
    media: str
    text: str = field(repr=False)
    headline: str
    headline_span: Span | None
    outlet: str
    outlet_basis: str
    url: str
    published: Published
    byline: str
    dateline: str
    credits: tuple[Credit, ...]
    contributors: tuple[str, ...]
    language: str
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """kind: person, body, place, role, demonym; `name` is the fullest form in this article; `role` as printed beside it."""

    start: int
    end: int
    kind: str
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans, act, form, nesting, and the speaker resolved inside the article ('' = unresolved).

    `chain` runs from the speaker outward to whoever carried the words ("told Yonhap", "according to Reuters").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    addressee: tuple[Span, ...]
    act: str
    form: str
    inside: int | None
    speaker: str
    speaker_kind: str
    addressee_name: str
    chain: tuple[str, ...]
    position: str


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression. `deed`, `of`, `by`: the verb that a day or an hour dates, the noun that it is done to or by, and the one that
    does it to another, as lemmas ("Holm rented the truck on Monday": rent, truck, Holm). `at`: where the verb or the noun of an
    occasion stands that it dates, -1 where it dates none; `clause`: what is told of that day; `status` and `reasons`: whether it
    happened, as of a happening."""

    start: int
    end: int
    type: str
    value: str
    earliest: str = ""
    latest: str = ""
    deed: str = ""
    of: str = ""
    by: str = ""
    at: int = -1
    clause: Span = (0, 0)
    status: str = ""
    reasons: tuple[str, ...] = ()


LASTING = frozenset(("min", "d", "mo"))
"""Units of durations: minutes, days, months."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low`/`high` are the bounds the words give (None = open); `hedge` is capacity, expected, about …

    what: what is counted, or what a percentage is of or is told of ("the tax rate"); share: "each" (157 each of several), "part" ("two of the
    three": a part of what is counted elsewhere), "from" and "to" ("cut from 35 percent to 15": what was and what is), or "". `deed`: the
    verb, as a lemma, of what is done to or by what is counted ("five people were killed": kill); `fate`: what befell them, a name of
    `fates.toml` or "". How long something lasts has one of the units `LASTING`.
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    unit: str
    what: str
    hedge: str
    share: str
    deed: str = ""
    fate: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    start: int
    end: int
    symbol: str
    name: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens in one sentence: PLOVER type, who to whom, when, and whether it has occurred.

    certainty: what the sentence makes of it, -3 (certainly not) … 3 (certainly so), for the reasons `why`.
    """

    start: int
    end: int
    type: str
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    time: str
    status: str
    certainty: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assertion:
    """One proposition: the content of an attribution, or a sentence in the author's own voice (`attribution` None).

    status occurred, expected, possible, called-for or negated; `negative` is the sign of the proposition itself; certainty:
    what its holder makes of it, -3 (certainly not) … 3 (certainly so), for the reasons `why`: the source of the attribution,
    else the author;
    `refers_back`: its words only point at an earlier assertion ("these claims"), whose index it then is; `subject`: whom the pronoun
    means that it begins with ("Ostmark denied it had …"), "" where it begins otherwise or that is not clear.
    """

    start: int
    end: int
    attribution: int | None
    status: str
    negative: bool
    refers_back: int | None
    certainty: float
    why: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Something shown for an assertion (index into the article's assertions): imagery, footage, debris, document, data …"""

    start: int
    end: int
    kind: str
    assertion: int


@dataclass(frozen=True, slots=True)
class Activity:
    """What, as told, would fall under a provision of a sanctions regime: goods that go "from" or "to" its target, or what the target
    does itself ("own")."""

    start: int
    end: int
    regime: str
    provision: str
    direction: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one article contains, a pure function of the article. `failure`: why it could not be analysed, "" where it was."""

    article: str
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    instruments: tuple[Instrument, ...]
    happenings: tuple[Happening, ...]
    assertions: tuple[Assertion, ...]
    exhibits: tuple[Exhibit, ...]
    activities: tuple[Activity, ...]
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """later → earlier; `earlier` is an article id, or a name when `named`; relation copied, cites or same_primary_source."""

    id: str
    later: str
    earlier: str
    named: bool
    relation: str
    score: float
    why: tuple[Why, ...]
    evidence: tuple[Evidence, ...]


ESTABLISHED = 0.6
"""Score of a derivation from which prose counts as taken over."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor. `told`: for each of `roles` the first and last day of publication of the articles that print it, "" where none of
    them is dated to the day."""

    id: str
    name: str
    kind: str
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    members: tuple[Evidence, ...]
    why: tuple[Why, ...]
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One telling of a statement: the passage, the exact quotation in it, and the chain by which it came. `id` names the telling
    in a decision, alone or in any statement."""

    evidence: Evidence
    quotations: tuple[Evidence, ...]
    chain: tuple[str, ...]
    attribution: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    speaker: str
    addressee: str
    act: str
    date: str
    wordings: tuple[Wording, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One holder's stand on a claim in one passage. `id` names it in a decision, alone or in any claim; `attribution` is the number
    of the attribution in its article, None where the outlet speaks in its own voice, and `act` what it calls the saying; `differs`: how
    it contradicts the claim as told ("it gives another figure"), so that it supports nothing."""

    holder: str
    position: str
    evidence: Evidence
    chain: tuple[str, ...]
    date: str
    basis: str
    id: str = ""
    attribution: int | None = None
    act: str = ""
    differs: str = ""


AGAINST = frozenset(("denies", "doubts"))
"""Positions of who does not hold a claim to be so."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Names of established origins; when empty, `reason` says why they are not established. `open` counts the rest."""

    names: tuple[str, ...]
    reason: str
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reporting:
    """Who wrote what an article prints: the established reporting origins of the whole article."""

    article: str
    origins: Origins
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Credibility:
    """How far a claim is borne out by others, 1 … 6 (NATO AJP-2.1): proposed from independence and contradiction, for the reasons
    `why`; `by` names the person who confirmed or changed it, "" while it is only proposed."""

    value: int
    why: tuple[Why, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """`exhibits`: what the articles say was shown for it, by kind."""

    id: str
    text: str
    positions: tuple[Position, ...]
    outlets: tuple[str, ...]
    reporting_origins: Origins
    information_origins: Origins
    event: str
    why: tuple[Why, ...]
    exhibits: tuple[Shown, ...]
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """`status` occurred, expected or uncertain; `articles` tell it as their main event; `outcome`: the later reports that an
    expected event has occurred."""

    id: str
    title: str
    type: str
    date: str
    status: str
    holder: str
    window: tuple[str, str]
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    story: str
    main: bool
    why: tuple[Why, ...]
    outcome: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    title: str
    articles: tuple[str, ...]
    events: tuple[str, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """kind quantity, date, name, role, polarity, certainty, wording, place or who-to-whom; grade cosmetic, rounding or substantive."""

    id: str
    kind: str
    grade: str
    subject: str
    values: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed person, body or vessel of a sanctions list; `list` is the list's name with its date.

    kind person, body, vessel or "" (the list does not say); roles, dates of birth, countries, numbers of documents and
    programmes as the list prints them; remarks is the rest of what it says.
    """

    list: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    roles: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """One alert for one actor and one entry: verdict listed name, possible namesake or near name, the form of the name that was
    compared, and the reasons; `more` counts entries that are no better and not shown."""

    id: str
    entity: str
    name: str
    verdict: str
    entry: Entry
    why: tuple[Why, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question for a person: are `left` and `right` the same, or (with `right` "") does `left` hold? Nothing follows from it
    until somebody decides. kind entity, claim, statement, derivation or screening; score: how near it is to a yes."""

    id: str
    kind: str
    left: str
    right: str
    question: str
    score: float
    why: tuple[Why, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Novelty:
    """What a sentence adds: new, reworded or known; `source` is the earlier passage when there is one."""

    evidence: Evidence
    state: str
    source: Evidence | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's ruling: `verdict` same, different, unsure, accept, reject or edit; `withdraws` names an earlier one."""

    id: str
    at: str
    by: str
    left: str
    right: str
    verdict: str
    field: str = ""
    value: str = ""
    withdraws: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency of the register: kind agency, original, rewriter, official, state-media, think-tank or unknown; `family`
    is its owner; reliability A … F (NATO AJP-2.1, "Admiralty") is set by a desk only, "" where it is not."""

    name: str
    kind: str = "unknown"
    family: str = ""
    country: str = ""
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    reliability: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the desk has set: questions that rank claims, sanctions lists it screens, metadata it knows for inputs, and its own
    register of outlets, which stands over the shipped one."""

    questions: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    outlets: dict[str, dict[str, Any]] = field(default_factory=dict)
    register: tuple[Outlet, ...] = ()


class Own(NamedTuple):
    """A sentence that a person of the desk wrote: into the brief, or under one of its lines."""

    id: str
    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Draft:
    """How a desk has edited its brief: lines left out, lines moved to the front of their section in this order, notes under lines
    (by the line's key), and sentences of its own."""

    hidden: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    notes: tuple[Own, ...] = ()
    own: tuple[Own, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything known, in canonical order: the one value that views and the brief are made from."""

    articles: tuple[Article, ...]
    annotations: tuple[Annotation, ...]
    derivations: tuple[Derivation, ...]
    reporting: tuple[Reporting, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    stories: tuple[Story, ...]
    discrepancies: tuple[Discrepancy, ...]
    screenings: tuple[Screening, ...]
    novelty: tuple[Novelty, ...]
    issues: tuple[Issue, ...]
    decisions: tuple[Decision, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
