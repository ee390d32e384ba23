"""Discrepancies: where the accounts do not agree, typed, graded, with both passages. Never an average, never a winner.

Figures, wordings, days, places and certainty are compared in files of their own; here they become records, beside names, roles,
who-to-whom (one remark has two speakers, or speaker and addressee change places over the same matter) and polarity.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from .. import lexicon, naming
from ..records import Claim, Decision, Discrepancy, Entity, Event, Evidence, Statement, Story, Why
from ..text import clip, enclosing, fold, plain_quote, quotations, squeeze
from . import (
    ages,
    blame,
    contrasts,
    counted,
    dates,
    figures,
    homes,
    hours,
    places,
    polarity,
    ranks,
    reversals,
    sayings,
    similarity,
    spellings,
    statements,
    stories,
    strength,
    substitutions,
    wordings,
)
from .context import Desk, evidence, make_id, why
from .entities import Directory, head_of_state, role_words
from .propositions import Proposition, sentence_of


def discrepancies(
    desk: Desk,
    made: Sequence[Claim],
    told: Sequence[Statement],
    actors: Sequence[Entity],
    held: Sequence[Proposition],
    groups: Sequence[Sequence[int]],
    decisions: Sequence[Decision],
    directory: Directory,
    developing: tuple[Sequence[Story], Sequence[Event]],
) -> tuple[Discrepancy, ...]:
    """All discrepancies in canonical order, one for each pair of values; what a person rejected is left out."""
    rejected = {d.left for d in decisions if d.verdict == "reject"}
    event_of = {m: n for n, g in enumerate(groups) for m in g}
    story_of = {desk.number[k]: n for n, s in enumerate(developing[0]) for k in s.articles}
    episode_of = stories.episodes(desk, groups, developing[0])
    told_once = [*_contrasts(desk, story_of), *_reversed(desk, event_of), *_ranks(desk, event_of)]
    found = [
        *told_once,
        *_homes(desk, directory, story_of),
        *_figures(desk, made, episode_of, story_of),
        *_wordings(desk, told, episode_of, directory),
        *_dates(desk, event_of, story_of),
        *_hours(desk, story_of),
        *_sayings(desk, told),
        *_names(actors),
        *_spelt(desk, actors, event_of, episode_of, story_of),
        *_ages(desk, episode_of, directory),
        *_roles(desk, actors, episode_of),
        *_swapped(desk, directory, event_of),
        *_speakers(desk, told),
        *_blamed(desk, held, story_of),
        *_regions(desk),
        *(d for d in _substituted(desk, event_of) if not any({*d.evidence} <= {*c.evidence} for c in told_once)),
        *_certainty(desk, held, event_of),
        *_polarity(desk, made, held),
    ]
    unique: dict[tuple[str, ...], Discrepancy] = {}
    for d in sorted(_variants(found), key=lambda d: d.id):
        unique.setdefault((d.kind, d.subject, *sorted(plain_quote(v) for v in d.values)), d)
    return tuple(sorted((d for d in unique.values() if d.id not in rejected), key=lambda d: d.id))


def _variants(found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """The same, with all versions of one quotation in one line, however many papers printed their own."""
    worded: list[Discrepancy] = []
    for d in found:
        if d.kind == "wording":
            worded.append(d)
        else:
            yield d
    groups = similarity.Groups(range(len(worded)))
    first: dict[str, int] = {}
    for n, d in enumerate(worded):
        for value in d.values:
            groups.join(n, first.setdefault(plain_quote(value), n))
    for members in groups.sets():
        rows = [worded[int(str(m))] for m in members]
        told: dict[str, tuple[str, Evidence]] = {}
        for d in rows:
            for value, proof in zip(d.values, d.evidence, strict=True):
                key = plain_quote(value)
                told[key] = min(told.get(key, (value, proof)), (value, proof), key=lambda t: t[1])
        values, shown = [v for v, _ in told.values()], [e for _, e in told.values()]
        if len(values) < 2:
            continue
        reasons = tuple(dict.fromkeys(w for d in rows for w in d.why))
        grade = max(d.grade for d in rows)  # "substantive" where one version is
        who = min((d.subject for d in rows), key=lambda s: (s == wordings.NOBODY, s))
        yield _made("wording", grade, who, values, shown, reasons)


def _made(
    kind: str, grade: str, subject: str, values: Sequence[str], proof: Sequence[Evidence], reasons: Sequence[Why]
) -> Discrepancy:
    pair = sorted(zip(values, proof, strict=False), key=lambda p: p[1])
    return Discrepancy(
        make_id("q", kind, *(p[1][:3] for p in pair)),
        kind,
        grade,
        subject,
        tuple(p[0] for p in pair),
        tuple(p[1] for p in pair),
        tuple(reasons),
    )


def _figures(
    desk: Desk, made: Sequence[Claim], event_of: dict[int, int], story_of: dict[int, int]
) -> Iterator[Discrepancy]:
    for told, reasons in figures.disagreements(desk, made, event_of, story_of):
        grade = "rounding" if all(w.code == "rounding" for w in reasons) else "substantive"
        proof = [evidence(desk.articles[f.article], f.sentence, f.quantity.start) for f in told]
        printed: dict[tuple[float, str], str] = {}
        for f in told:  # one number reads one way, however many papers have it
            printed.setdefault(_number(f), counted.shown(desk, f))
        values = [printed[_number(f)] for f in told]
        yield _made("quantity", grade, counted.subject(told[0]), values, proof, reasons)


def _number(f: counted.Figure) -> tuple[float, str]:
    """A figure's value, and whether it lies above or below it."""
    q = f.quantity
    return q.value, q.hedge if q.hedge in counted.STRICT else ""


# ── wordings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _wordings(
    desk: Desk, told: Sequence[Statement], event_of: dict[int, int], directory: Directory
) -> list[Discrepancy]:
    out = []

    def translated(who: str) -> bool:
        side = directory.side(who)
        return bool(side) and not lexicon.speaks_english(side)

    for p, q, who, grade, note in (*wordings.differences(desk, told, event_of, translated), *wordings.headlines(desk)):
        reasons = [why("discrepancy", "different-words", note)]
        if translated(who):
            reasons.append(why("discrepancy", "translated", directory.side(who)))
        out.append(_made("wording", grade, who, [squeeze(p.text), squeeze(q.text)], [p, q], reasons))
    return out


def _dates(desk: Desk, event_of: dict[int, int], story_of: dict[int, int]) -> Iterator[Discrepancy]:
    pairs = dates.disagreements(desk, event_of, story_of)
    of = {d.passage: d for a, b, _ in pairs for d in (a, b)}
    for told, reasons in _lines(
        ((dates.shown(a), a.passage), (dates.shown(b), b.passage), close) for a, b, close in pairs
    ):
        names = frozenset[str].intersection(*(of[e].names for _, e in told))
        subject = ", ".join(sorted(names)[:3]) or of[told[0][1]].type
        exact = [(day, e) for day, e in told if not any(x.startswith(f"{day}-") for x, _ in told)]
        yield _made("date", "substantive", subject, [day for day, _ in exact], [e for _, e in exact], reasons)


def _hours(desk: Desk, story_of: dict[int, int]) -> Iterator[Discrepancy]:
    found: dict[str, list[tuple[tuple[str, Evidence], tuple[str, Evidence], float]]] = defaultdict(list)
    for grade, (v, w), (e, f), close in hours.disagreements(desk, story_of):
        found[grade].append(((v, e), (w, f), close))
    for grade, pairs in found.items():
        for told, reasons in _lines(pairs):
            yield _made("date", grade, "time of day", [hour for hour, _ in told], [e for _, e in told], reasons)


def _lines(
    pairs: Iterable[tuple[tuple[str, Evidence], tuple[str, Evidence], float]],
) -> Iterator[tuple[list[tuple[str, Evidence]], list[Why]]]:
    """Pairs of times that have a passage in common as one line, each time once, with the reasons."""
    found = list(pairs)
    times = sorted({x for a, b, _ in found for x in (a, b)}, key=lambda x: (x[1], x[0]))
    groups = similarity.Groups(range(len(times)))
    for a, b, close in found:
        reason = why("discrepancy", "different-dates", f"sentences alike {close:.2f}")
        groups.join(times.index(a), times.index(b), (reason,))
    for members in groups.sets():
        told: dict[str, Evidence] = {}
        for value, proof in (times[n] for n in sorted(int(str(m)) for m in members)):
            told.setdefault(value, proof)
        yield list(told.items()), list(dict.fromkeys(groups.why[groups.root(members[0])]))


def _ranks(desk: Desk, event_of: dict[int, int]) -> Iterator[Discrepancy]:
    for kind, noun, printed, proof in ranks.disagreements(desk, event_of):
        yield _made(kind, "substantive", noun, printed, proof, [why("discrepancy", "other-rank")])


def _sayings(desk: Desk, told: Sequence[Statement]) -> Iterator[Discrepancy]:
    for statement, days, proof in sayings.disagreements(desk, told):
        reasons = [why("discrepancy", "different-dates", "the same quotation")]
        yield _made("date", "substantive", statement.speaker, days, proof, reasons)


def _regions(desk: Desk) -> Iterator[Discrepancy]:
    for name, grade, printed, proof in places.regions(desk):
        yield _made(
            "place", grade, name, printed, proof, [why("discrepancy", "different-places", "the part of the country")]
        )


def _homes(desk: Desk, directory: Directory, story_of: dict[int, int]) -> Iterator[Discrepancy]:
    for name, tie, printed, proof in homes.disagreements(desk, directory, story_of):
        reasons = [why("discrepancy", "different-home", tie)]
        yield _made("role", "substantive", f"{name}, {tie}", printed, proof, reasons)


def _substituted(desk: Desk, event_of: dict[int, int]) -> Iterator[Discrepancy]:
    for kind, printed, proof, close in substitutions.disagreements(desk, event_of):
        reasons = [why("discrepancy", "one-for-another", f"the rest alike {close:.2f}")]
        yield _made(_IN_PLACE_OF[kind], "substantive", clip(proof[0].text, 80), printed, proof, reasons)


def _contrasts(desk: Desk, story_of: dict[int, int]) -> Iterator[Discrepancy]:
    for subject, printed, proof, close in contrasts.disagreements(desk, story_of):
        reasons = [why("discrepancy", "two-kinds", f"sentences alike {close:.2f}")]
        yield _made("role", "substantive", subject, printed, proof, reasons)


_IN_PLACE_OF = {
    "person": "who-to-whom", "body": "who-to-whom", "state": "who-to-whom", "place": "place", "ordinal": "quantity", "model": "name", "year": "date", "span": "quantity",
    "vessel": "name", "contrary": "polarity", "kind": "role",
}  # fmt: skip


# ── names and roles ──────────────────────────────────────────────────────────────────────────────────────────────────


def _names(actors: Sequence[Entity]) -> list[Discrepancy]:
    out = []
    for e in actors:
        if e.kind != "person":
            continue
        spelt: dict[str, Evidence] = {}
        for m in e.members:
            if len(naming.parts(m.text)) > 1:
                spelt.setdefault("".join(naming.parts(m.text)), m)
        rows = [spelt[k] for k in sorted(spelt)]
        compared = [
            (p, q, {w.code for w in naming.compare_names(p.text, q.text).why})
            for p, q in itertools.combinations(rows, 2)
        ]
        apart = next(
            (
                found
                for other in ({"spacing"}, {"spacing", "part-omitted"})
                if (found := {e for p, q, how in compared if how & _SPELT and not how - _SPELT - other for e in (p, q)})
            ),
            set(),
        )
        if apart:  # one line for one person, however many ways there are to write him
            told = [m for m in spelt.values() if m in apart]
            reasons = [why("discrepancy", "different-spelling")]
            out.append(_made("name", "cosmetic", e.name, [squeeze(m.text) for m in told], told, reasons))
    return out


def _spelt(
    desk: Desk, actors: Sequence[Entity], event_of: dict[int, int], episode_of: dict[int, int], story_of: dict[int, int]
) -> Iterator[Discrepancy]:
    found = (
        *spellings.variants(desk, event_of),
        *spellings.people(desk, actors, episode_of, story_of),
        *spellings.ships(desk, actors, episode_of, story_of),
        *spellings.expansions(desk, story_of),
    )
    for rows in found:
        reasons = [why("discrepancy", "different-spelling")]
        yield _made("name", "cosmetic", squeeze(rows[0].text), [squeeze(e.text) for e in rows], rows, reasons)


def _ages(desk: Desk, event_of: dict[int, int], directory: Directory) -> Iterator[Discrepancy]:
    for name, rows in (*ages.disagreements(desk, event_of, directory), *ages.of_the_unnamed(desk, event_of)):
        reasons = [why("discrepancy", "disjoint-figures", "the age beside the name")]
        values = [f"{age} years old" for age, _ in rows]
        yield _made("quantity", "substantive", f"{name}, age", values, [e for _, e in rows], reasons)


_SPELT = frozenset(("typing-error", "near-spelling", "near-syllable", "korean-spelling", "chinese-spelling", "japanese-reading", "romanisation"))  # fmt: skip
"""Differences of spelling. Nicknames, initials and left-out parts are how one person is called, no disagreement."""


def _roles(desk: Desk, actors: Sequence[Entity], event_of: dict[int, int]) -> list[Discrepancy]:
    """Other offices for one person within one event: over time people rise and fall."""
    printed: dict[str, dict[int, list[tuple[str, Evidence]]]] = defaultdict(lambda: defaultdict(list))
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for m in n.mentions:
            if m.role and m.kind == "person":
                sentence = enclosing(n.sentences, (m.start, m.end))
                if any(start <= m.start < end for start, end in quotations(a.text, [sentence])):
                    continue  # in somebody's words of another year
                printed[m.name][event_of.get(i, -1 - i)].append((m.role, evidence(a, sentence, m.start)))
    out = []
    for e in actors:
        if e.kind != "person":
            continue
        by: dict[int, list[tuple[str, Evidence]]] = defaultdict(list)
        for name in e.variants:
            for event, rows in printed[name].items():
                by[event] += rows
        for rows in by.values():
            ranks: dict[frozenset[str], tuple[str, Evidence]] = {}  # one line, however many ranks he is given
            other: dict[frozenset[str | frozenset[str]], list[tuple[str, Evidence]]] = {}  # and one for two offices
            given: dict[str, set[str]] = defaultdict(set)
            for role, p in rows:
                given[role].add(p.article)
            for (one, p), (two, q) in itertools.combinations(sorted(dict(rows).items()), 2):
                heads = _other_head(one, two)
                if heads and given[one] & given[two]:
                    continue  # one article prints both: the office changed hands
                grade = "substantive" if heads else _contradicts(one, two)
                if grade == "substantive":
                    other.setdefault(frozenset(head_of_state(r) or _post(r) for r in (one, two)), [(one, p), (two, q)])
                elif grade:
                    for role, proof in ((one, p), (two, q)):
                        ranks.setdefault(_rank(role), (role, proof))
            out += [_role(e, "substantive", told) for told in other.values()]
            if ranks:
                out.append(_role(e, "cosmetic", list(ranks.values())))
    return out


def _role(e: Entity, grade: str, told: Sequence[tuple[str, Evidence]]) -> Discrepancy:
    return _made(
        "role", grade, e.name, [r for r, _ in told], [p for _, p in told], [why("discrepancy", "different-role")]
    )


def _contradicts(one: str, two: str) -> str:
    """ "substantive" where one office is another one, "cosmetic" where its rank is, "" where both can be."""
    x, y = role_words(one) - _RANKS, role_words(two) - _RANKS
    if x & y and x - y and y - x and _office(one) == _office(two):
        return "substantive"
    if _other_post(one, two) or _other_service(one, two):
        return "substantive"
    both_now = lexicon.once_held(one) == lexicon.once_held(two)  # another rank than today's is no disagreement
    few, many = sorted((_post(one) - _RANKED, _post(two) - _RANKED), key=len)
    one_post = x == y and (_office(one) == _office(two) if x else few <= many)
    return "cosmetic" if one_post and few and _rank(one) != _rank(two) and both_now else ""


def _other_post(one: str, two: str) -> bool:
    """Whether two roles name two posts in one place: "Berg's former campaign chairman", "Berg's former campaign manager"."""
    x, y = _post(one), _post(two)
    return len(x - y) == len(y - x) == 1 and x ^ y <= lexicon.word_set("posts") and bool(x & y)


def _other_service(one: str, two: str) -> bool:
    """Whether two roles of today put one person at the head of two services: "army chief", "head of the presidential guard"."""
    if lexicon.once_held(one) or lexicon.once_held(two):
        return False
    x, y = ({*_SERVICES.findall(role.lower())} if _LEADS.search(role) else set() for role in (one, two))
    return bool(x and y) and not x & y


_LEADS = re.compile(r"\b(?:head|chief|commander|director)\b(?! of staff)", re.I)
_SERVICES = re.compile(
    r"\b(?:army|navy|air force|police|coast guard|border guard|presidential guard|republican guard|national guard|gendarmerie|marines|intelligence)\b"
)


def _other_head(one: str, two: str) -> bool:
    """Whether two roles of today are two offices at the head of a state: "the Ostmark president", "Ostmark's prime minister"."""
    if lexicon.once_held(one) or lexicon.once_held(two):
        return False
    x, y = (head_of_state(role) for role in (one, two))
    return bool(x and y) and x != y


def _post(role: str) -> frozenset[str]:
    """The words of a role without whose it is and that it is past: "campaign chairman" of "Berg's former campaign chairwoman"."""
    told = re.findall(r"[^\W\d_]+", _WHOSE.sub("", role).lower())
    return frozenset(_HE_OR_SHE.sub("man", w) for w in told if w not in _PAST_ONES)


_WHOSE = re.compile(r"^.*['’]s?\s+")
_HE_OR_SHE = re.compile(r"(?:woman|person)$")
_PAST_ONES = frozenset(("former", "ex", "then", "the", "a", "of", "for"))


def _office(role: str) -> str:
    """The last word of a role that says what its holder is: "chief of the General Staff" a chief, "Major General" a general."""
    head = re.split(r"\b(?:of|for|to|in|at)\b", role.lower())[0].replace("’s", "").replace("'s", "")
    return next((w for w in reversed(re.findall(r"[\w-]+", head)) if w in lexicon.word_set("roles")), "")


def _rank(role: str) -> frozenset[str]:
    low = role.lower()
    found = re.findall(r"\b(?:vice|deputy|first(?= (?:vice|deputy))|acting|assistant)\b", low)
    office = re.search(r"\bvice[\s-]+([\w-]+)", low)
    known = office is None or office[1] in lexicon.word_set("roles") | lexicon.word_set("offices")
    return frozenset(w for w in found if w != "vice" or known)  # "Vice News journalist" is no rank


_RANKED = frozenset(("vice", "deputy", "first", "acting", "assistant"))
_RANKS = frozenset(("deputy", "assistant"))
"""Ranks that are words of offices too; "vice" counts as "deputy" there."""


# ── who to whom, polarity ────────────────────────────────────────────────────────────────────────────────────────────


def _swapped(desk: Desk, directory: Directory, event_of: dict[int, int]) -> Iterator[Discrepancy]:
    for pair, values, proof, how in reversals.remarks(desk, directory, event_of):
        reasons = [why("discrepancy", "roles-swapped", how)]
        yield _made("who-to-whom", "substantive", pair, values, proof, reasons)


def _reversed(desk: Desk, event_of: dict[int, int]) -> Iterator[Discrepancy]:
    for deed, values, proof, close in reversals.disagreements(desk, event_of):
        reasons = [why("discrepancy", "roles-swapped", f"sentences alike {close:.2f}")]
        yield _made("who-to-whom", "substantive", deed, values, proof, reasons)


SPELT = 80  # likeness, percent, from which two names may be spellings of one


def _speakers(desk: Desk, told: Sequence[Statement]) -> list[Discrepancy]:
    """The same words in quotation marks, given to one person here and to another there, each named beside them."""
    said: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for s in told:
        for w in s.wordings:
            x = desk.annotations[desk.number[w.evidence.article]].attributions[w.attribution]
            if x.inside is not None or x.speaker_kind != "person":
                continue  # who is quoted through another is named twice by one article
            text = desk.article(w.evidence.article).text
            beside = set(naming.parts(" ".join(text[a:b] for a, b in x.source)))
            for quote in w.quotations:
                long = len(plain_quote(quote.text).split()) >= statements.SAYING
                if (
                    long
                    and not quote.text[0].isalnum()
                    and not _title(quote.text)
                    and set(naming.parts(s.speaker)) <= beside
                ):
                    said[plain_quote(quote.text)][s.speaker].append(w.evidence)
    out = []
    for words in sorted(said):
        rows = said[words]
        for a, b in itertools.combinations(sorted(rows), 2):
            if {e.article for e in rows[a]} & {e.article for e in rows[b]} or not _two_people(a, b):
                continue
            reasons = [why("discrepancy", "different-speaker")]
            out.append(_made("who-to-whom", "substantive", clip(words, 80), [a, b], [rows[a][0], rows[b][0]], reasons))
    return out


def _blamed(desk: Desk, held: Sequence[Proposition], story_of: dict[int, int]) -> Iterator[Discrepancy]:
    for deed, values, proof in blame.disagreements(desk, held, story_of):
        reasons = [why("discrepancy", "different-culprit")]
        yield _made("who-to-whom", "substantive", clip(deed, 80), values, proof, reasons)


def _title(quote: str) -> bool:
    """Whether what stands in quotation marks is the title of a work, which anybody names."""
    told = re.findall(r"[^\W\d]{4,}", quote)
    return bool(sum(w[0].isupper() for w in told) > 0.8 * len(told))


def _two_people(a: str, b: str) -> bool:
    """Whether two full names are those of two people: "Miss Holm" may be Anna Holm, "Holn" a slip, and "Democrat Anna Holm" Anna Holm."""
    one, two = (set(naming.parts(x)) - lexicon.word_set("honorifics") for x in (a, b))
    if "’s " in a + b or any(lexicon.word_set("parties") & set(x.lower().split()) for x in (a, b)):
        return False  # "Berg’s mother" and "the Nevada Democrat" have names of their own
    if min(len(one), len(two)) < 2 or len(one & two) > 1:
        return False
    return naming.compare_names(a, b).verdict == "different" and fuzz.ratio(fold(a), fold(b)) < SPELT


def _certainty(desk: Desk, held: Sequence[Proposition], event_of: dict[int, int]) -> list[Discrepancy]:
    out = []
    for weak, bare, code, how, close in strength.differences(desk, held, event_of):
        proof = [sentence_of(desk, p) for p in (weak, bare)]
        reasons = [why("discrepancy", code, f"contents alike {close:.2f}")]
        subject = clip(desk.articles[bare.article].text[slice(*bare.span)], 80)
        out.append(_made("certainty", "substantive", subject, [how, "stated as a fact"], proof, reasons))
    return out


def _polarity(desk: Desk, made: Sequence[Claim], held: Sequence[Proposition]) -> Iterator[Discrepancy]:
    for subject, values, proof, detail in polarity.disagreements(desk, made, held):
        yield _made("polarity", "substantive", subject, values, proof, [why("discrepancy", "opposite-sign", detail)])
