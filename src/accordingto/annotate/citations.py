"""Attributions whose cue is no verb: "according to", nouns ("claims that"), hearsay adverbs, and headline colons."""

from __future__ import annotations

import re

from .. import lexicon
from ..lexicon import Cue
from ..text import Span
from . import clauses
from .bare_quotations import label_source
from .drafting import Body, Draft, span_of
from .engine import Phrase, Sentence


def phrases(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    made = sentence.tokens
    table = lexicon.cue_table("phrases")
    for i in range(len(made)):
        for key, cues in table.items():
            parts = key.split()
            if quoted[i] or [t.text.lower() for t in made[i : i + len(parts)]] != parts:
                continue
            first = i + len(parts)
            phrase = clauses.phrase_from(sentence, first)
            if phrase is None or (len(parts) == 1 and (quoted[phrase.head] or not can_speak(sentence, phrase))):
                continue  # "citing “criminal associations”"
            end = clauses.apposition(sentence, clauses.with_tail(sentence, phrase))
            if end + 1 < len(made) and made[end + 1].text.lower() in ("who", "that", "which"):
                end = next((k - 1 for k in range(end + 2, len(made)) if made[k].text == ","), len(made) - 2)
            content = _rest(sentence, i, end)
            if content:
                cue = cues[0]
                found.append(
                    Draft(
                        n,
                        body.block_of[n],
                        [span_of(sentence, first, end)],
                        [span_of(sentence, i, first - 1)],
                        content,
                        [],
                        cue.act,
                        cue.position,
                    )
                )


def can_speak(sentence: Sentence, phrase: Phrase) -> bool:
    """Behind "citing" stands a source (a name, an office, a body, officials) or only a reason ("citing the high cost")."""
    head = sentence.tokens[phrase.head]
    named = {t.name[2:] for t in sentence.tokens[phrase.first : phrase.last + 1] if t.name != "O"}
    words = {head.lemma, head.text.lower()}
    known = any(words & lexicon.word_set(x) for x in ("roles", "anonymous", "bodies", "labels"))
    return known or (head.name != "O" and bool(named & {"PER", "ORG", "LOC"}))


def _rest(sentence: Sentence, first: int, last: int) -> list[Span]:
    """The sentence without the phrase first … last and the commas around it."""
    made = sentence.tokens
    out = []
    end = first - 1
    while end >= 0 and made[end].text in ",—–(":
        end -= 1
    begin = 0
    for k in range(end, 0, -1):
        if made[k].text == ";" or (
            made[k].text.lower() in ("but", "while")
            and (made[k - 1].text == "," or made[k - 1].text in '”"')
            and clauses.begins_clause(sentence, k + 1)
        ):
            begin = k + 1
            break
    if end - begin >= 2 and made[first - 1].text not in (":", ";"):
        out.append(span_of(sentence, begin, end))
    start = last + 1
    while start < len(made) and made[start].text in ",—–)":
        start += 1
    stop = len(made) - 1
    while stop > start and made[stop].text in ".;":
        stop -= 1
    goes_on = not out or (begin == 0 and any(v.finite and v.first == start for v in sentence.verbs))
    if stop - start >= 2 and goes_on:
        out.append(span_of(sentence, start, stop))
    return out


def nouns(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    made, table = sentence.tokens, lexicon.cue_table("nouns")
    for i, t in enumerate(made):
        if t.tag not in ("NN", "NNS") or quoted[i] or i + 1 >= len(made):
            continue
        word = (
            t.text.lower()
            if t.tag == "NN"
            else re.sub(r"ies$", "y", t.text.lower())
            if t.text.lower().endswith("ies")
            else re.sub(r"s$", "", t.text.lower())
        )
        for cue in table.get(word, ()):
            phrase = clauses.phrase_at(sentence, i)
            source: list[Span] = []
            after = i + 1
            if made[after].text.lower() in ("by", "from") and (by := clauses.phrase_from(sentence, after + 1)):
                source = [span_of(sentence, by.first, by.last)]
                after = by.last + 1
            elif phrase is not None and phrase.first < i:
                poss = next((k for k in range(phrase.first, i) if made[k].tag == "POS"), None)
                if poss is not None:
                    source = [span_of(sentence, phrase.first, poss - 1)]
                elif made[phrase.first].tag == "PRP$":
                    source = [span_of(sentence, phrase.first, phrase.first)]
                elif (state := _by_state(sentence, phrase.first, i)) is not None:
                    source = [span_of(sentence, *state)]
            if cue.act == "condemn" and (drawn := _drawn(body, n, sentence, quoted, i, cue)) is not None:
                found.append(drawn)
                continue
            start = None
            for frame in cue.frames:
                if (
                    frame == "clause"
                    and after < len(made)
                    and made[after].text.lower() == "that"
                    and made[after].tag in ("IN", "WDT", "DT")
                    and not (made[after].tag == "WDT" and made[after].rel == "obj")  # "the denials that Berg issued"
                    and any(v.finite and v.first > after + 1 for v in sentence.verbs)
                ):
                    nxt = next((v for v in sentence.verbs if v.first > after), None)
                    start = after if nxt is None or nxt.first > after + 1 else None
                elif frame == "inf" and source and after < len(made) and made[after].tag == "TO":
                    start = after
                elif (
                    frame.startswith("pp:")
                    and (source or cue.act in ("warn", "urge", "condemn"))
                    and after + 1 < len(made)
                    and made[after].text.lower() == frame[3:]
                ):
                    start = after + 1
                if start is not None:
                    break
            if start is not None and start < len(made) - 1:
                end = clauses.object_end(sentence, start)
                if end <= start:
                    alone = clauses.phrase_from(sentence, start)
                    end = alone.last if alone is not None else clauses.clause_end(sentence, start, quoted, None)
                if made[start].text.lower() == "that":
                    end = _before_but(sentence, quoted, start, end)
                dash = next(
                    (k for k in range(start + 1, end) if clauses.is_break(sentence, k) and not quoted[k]), end + 1
                )
                end = dash - 1
                act, position = cue.act, cue.position
                if act == "doubt" and _no_doubt(sentence, i):
                    act, position = "think", "asserts"
                if not any(span_of(sentence, start, end) == c for d in found for c in d.content):
                    found.append(
                        Draft(
                            n,
                            body.block_of[n],
                            source,
                            [span_of(sentence, i, i)],
                            [span_of(sentence, start, end)],
                            [],
                            act,
                            position,
                        )
                    )


def _no_doubt(sentence: Sentence, noun: int) -> bool:
    """Whether nobody doubts it: "there is little doubt that", "without a doubt", "left no doubt"."""
    before = {t.text.lower() for t in sentence.tokens[max(0, noun - 3) : noun]}
    return bool(before & {"no", "little", "without", "not", "n't", "n’t", "never"})


def _by_state(sentence: Sentence, first: int, noun: int) -> Span | None:
    """Whose warning "a U.S. warning that …", "the South Korean claim that …" is."""
    made = sentence.tokens
    for k in range(first, noun):
        for size in (3, 2, 1):
            form = " ".join(t.text.lower() for t in made[k : k + size])
            if k + size <= noun and form in lexicon.country_of():
                return k, k + size - 1
    return None


def _before_but(sentence: Sentence, quoted: list[bool], start: int, end: int) -> int:
    """Last token before ", but" with a clause of its own: "dismissed claims that it sank, but divers found it" """
    made = sentence.tokens
    for k in range(start + 3, end):
        comma = "," in (made[k - 1].text, made[k - 2].text)
        if made[k].text.lower() == "but" and comma and not quoted[k] and clauses.begins_clause(sentence, k + 1):
            last = k - 1
            while last > start and made[last].text in (",", "”", '"', "’", "'"):
                last -= 1
            return last
    return end


_DRAWS = frozenset("face draw get spark attract prompt earn receive meet provoke".split())


def _drawn(body: Body, n: int, sentence: Sentence, quoted: list[bool], noun: int, cue: Cue) -> Draft | None:
    """ "The plan drew criticism from Lund over its cost": what is criticised is the subject."""
    made = sentence.tokens
    group = next((v for v in sentence.verbs if v.verb == made[noun].head), None)
    if group is None or made[group.verb].lemma not in _DRAWS or made[noun].rel != "obj":
        return None
    own = clauses.subject_before(sentence, group.first)
    if own is None or made[own[0]].tag in ("WP", "WDT"):
        return None
    draft = Draft(
        n, body.block_of[n], [], [span_of(sentence, noun, noun)], [span_of(sentence, *own)], [], cue.act, cue.position
    )
    for k in range(noun + 1, min(len(made), noun + 12)):
        word, phrase = made[k].text.lower(), clauses.phrase_from(sentence, k + 1)
        if quoted[k] or made[k].text in ".;:":
            break
        if word in ("from", "by") and phrase is not None and not draft.source:
            draft.source = [span_of(sentence, phrase.first, clauses.with_tail(sentence, phrase))]
        elif word in ("for", "over") and k + 1 < len(made):
            draft.content.append(span_of(sentence, k, max(k + 1, clauses.object_end(sentence, k + 1))))
            break
    return draft


def adverbs(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    made = sentence.tokens
    for i, t in enumerate(made):
        if quoted[i]:
            continue
        cues = lexicon.cue_table("adverbs").get(t.text.lower())
        group = next((v for v in sentence.verbs if v.first <= i <= v.last), None)
        if cues and 0 < i < len(made) - 2:
            subject = clauses.subject_before(sentence, group.first if group else i)
            end = clauses.clause_end(sentence, i + 1, quoted, None)
            content = ([span_of(sentence, subject[0], i - 1)] if subject and subject[0] <= i - 1 else []) + [
                span_of(sentence, i + 1, end)
            ]
            found.append(Draft(n, body.block_of[n], [], [(t.start, t.end)], content, [], cues[0].act, cues[0].position))
        verb = lexicon.cue_table("impersonal").get(t.lemma) if group and group.verb == i and group.finite else None
        if verb and i + 1 < len(made) and made[i + 1].tag in ("TO", "JJ", "VBN"):
            subject = clauses.subject_before(sentence, group.first) if group else None
            if subject and group and made[subject[0]].text.lower() not in ("it",):
                end = clauses.clause_end(sentence, i + 1, quoted, group)
                found.append(
                    Draft(
                        n,
                        body.block_of[n],
                        [],
                        [span_of(sentence, group.first, i)],
                        [span_of(sentence, *subject), span_of(sentence, i + 1, end)],
                        [],
                        verb[0].act,
                        verb[0].position,
                    )
                )


def colon(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    """Headlines and labels: "Berg: harbour will reopen", "Anna Berg: “We are ready.”" """
    made = sentence.tokens
    at = next((i for i, t in enumerate(made[:14]) if t.text == ":"), None)
    if at is None or at == 0 or found or at + 2 >= len(made):
        return
    title = n == 0 or (
        body.headline is not None and body.headline[0] <= sentence.start and sentence.end <= body.headline[1]
    )
    says = any(v.first > at and v.finite for v in sentence.verbs) or any(t.text in '“”"‘' for t in made[at + 1 :])
    shouted = any(t.text.isupper() and len(t.text) > 3 for t in made[:at])
    source = label_source(sentence, at)
    if source is None or shouted or not (quoted[at + 1] or (title and says)):
        return
    if made[source[1] + 1].text != ":" and not title:
        return
    found.append(
        Draft(
            n, body.block_of[n], [span_of(sentence, *source)], [(made[at].start, made[at].end)],
            [span_of(sentence, at + 1, len(made) - 1)], [], "say", "asserts",
        )
    )  # fmt: skip
