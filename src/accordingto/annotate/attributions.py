"""Attributions: source, cue, content, addressee, act and form, with nesting.

Theory: PARC / PolNeAR (S. Pareti 2012; E. Newell et al. 2018): an attribution ascribes a content to a source by a cue.
Method: every cue of the lexicon carries the frames its content may take; the grammar of `clauses` finds source and content.
A quotation that no cue claims belongs to the speaker of its paragraph. Speakers are resolved in `speakers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .. import lexicon
from ..lexicon import Cue
from ..text import Span, words
from . import clauses
from .engine import Sentence, VerbGroup

_SPEECH = frozenset(("say", "tell", "announce", "report", "allege", "warn", "deny", "confirm", "vow", "think", "predict", "find", "reject", "doubt", "urge"))
_ADVERBIAL = frozenset(("on", "in", "at", "during", "after", "before", "to", "via", "from", "by", "late", "early", "earlier", "later", "with", "through", "over", "following", "outside"))
_QUOTE_CHARS = "\"“”„«»‘’'"


@dataclass
class Draft:
    """An attribution under construction; token indices are gone, spans are text offsets."""

    sentence: int
    block: int
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    addressee: list[Span]
    act: str
    position: str
    relative: bool = False
    open_quote: bool = False
    extra: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one article: per block its sentence numbers, the analysed sentences, and the quotations."""

    text: str
    blocks: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    block_of: tuple[int, ...]
    quotations: tuple[Span, ...]
    headline: Span | None


def drafts(body: Body) -> list[Draft]:
    """Every attribution of the body in order of position."""
    out: list[Draft] = []
    for n, sentence in enumerate(body.sentences):
        if not sentence.tokens:
            continue
        quoted = _quoted(sentence, body.quotations)
        found: list[Draft] = []
        _phrases(body, n, sentence, quoted, found)
        _verbs(body, n, sentence, quoted, found)
        _nouns(body, n, sentence, quoted, found)
        _adverbs(body, n, sentence, quoted, found)
        _colon(body, n, sentence, quoted, found)
        out += _best(found)
    _whole_quotations(body, out)
    _continue_quotations(body, out)
    out = [d for d in out if d.content and any(words(body.text[s:e]) for s, e in d.content)]
    out.sort(key=lambda d: (min(s for s, _ in [*d.source, *d.cue, *d.content]), d.cue, d.content))
    return out


def _quoted(sentence: Sentence, quotations: Sequence[Span]) -> list[bool]:
    near = [q for q in quotations if q[0] < sentence.end and sentence.start < q[1]]
    return [any(s <= t.start and t.end <= e for s, e in near) for t in sentence.tokens]


def _best(found: list[Draft]) -> list[Draft]:
    """One attribution for one cue, and one for one content: the first found stands."""
    out: list[Draft] = []
    for d in found:
        if d.content and not any(set(d.cue) & set(o.cue) or d.content == o.content for o in out):
            out.append(d)
    return out


def _span(sentence: Sentence, first: int, last: int) -> Span:
    return sentence.tokens[first].start, sentence.tokens[last].end


# ── verbs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _verbs(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    subject: Span | None = None
    relative = False
    covered = [d.cue for d in found]
    for group in sentence.verbs:
        if quoted[group.verb]:
            continue
        own = clauses.subject_before(sentence, group.first)
        if own is not None and sentence.tokens[group.verb].tag == "VBG" and group.first and sentence.tokens[group.first - 1].text == ",":
            own = None  # ", blaming …" goes with the main subject, not with what stands between the commas
        if own is not None and not any(quoted[k] for k in range(own[0], own[1] + 1)):
            subject = own
            relative = sentence.tokens[own[0]].tag in ("WP", "WDT") or sentence.tokens[own[0]].text.lower() == "that"
        entry = _cue_at(sentence, group)
        if entry is None:
            continue
        last, cues = entry
        cue_span = [_span(sentence, group.first if not group.infinitive else group.verb, last)]
        if cue_span in covered:
            continue
        for cue in cues:
            draft = _verb_draft(body, n, sentence, quoted, group, last, cue, own, subject, found)
            if draft is not None:
                draft.cue = cue_span
                draft.relative = relative and own is not None
                found.append(draft)
                break


def _cue_at(sentence: Sentence, group: VerbGroup) -> tuple[int, tuple[Cue, ...]] | None:
    """(last token of the cue, cues): the longest verb + particles that the lexicon knows."""
    made, table = sentence.tokens, lexicon.cue_table("verbs")
    verb = made[group.verb]
    if verb.tag not in ("VB", "VBD", "VBN", "VBG", "VBZ", "VBP"):
        return None
    for size in (4, 3, 2, 1, 0):
        following = made[group.verb + 1 : group.verb + 1 + size]
        if len(following) < size:
            continue
        key = " ".join([verb.lemma, *(t.text.lower() for t in following)])
        if key in table:
            return group.verb + size, table[key]
    return None


def _verb_draft(body: Body, n: int, sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int, cue: Cue, own: Span | None, subject: Span | None, found: Sequence[Draft]) -> Draft | None:
    made = sentence.tokens
    draft = Draft(n, body.block_of[n], [], [], [], [], cue.act, cue.position)
    if group.negated and cue.position in ("asserts", "confirms") and cue.act in ("say", "confirm", "tell"):
        draft.position = "" if cue.act == "confirm" else draft.position
    if group.passive and made[group.verb].lemma == "quote":
        while last + 1 < len(made) and made[last + 1].text.lower() in ("as", "saying", "by"):
            if made[last + 1].text.lower() == "by":
                break
            last += 1
    elif group.passive:
        return _passive(body, sentence, quoted, group, last, cue, own, draft)
    if cue.objects and not _has_object(sentence, last, cue):
        return None
    inverse = _inverse_subject(sentence, quoted, group, last)
    if made[group.verb].tag in ("VBG", "VB") or inverse is not None and own is not None and made[group.first - 1].text in (",", "—", "–"):
        inverse = None
    left = _left_content(body, sentence, quoted, group, inverse, own)
    if inverse is not None and left is not None:
        draft.source = [_span(sentence, *inverse)]
        draft.content = [left]
        after = inverse[1] + 1
        more = _resumed(sentence, quoted, after)
        draft.content += [more] if more else []
        return draft
    right = _right_content(sentence, quoted, group, last, cue, draft)
    if own is not None:
        draft.source = [_span(sentence, *own)]
    elif subject is not None and (made[group.verb].tag in ("VBG",) or group.first > 0 and _coordinated(sentence, group)):
        draft.source = list(found[-1].source) if made[group.verb].tag == "VBG" and found and found[-1].source and made[group.first - 1].text == "," else [_span(sentence, *subject)]
    elif made[group.verb].tag == "VBG" and group.first > 0 and made[group.first - 1].text == ",":
        first = next((p for p in sentence.phrases if not quoted[p.first]), None)
        draft.source = [_span(sentence, first.first, clauses.with_tail(sentence, first, group.first))] if first and first.last < group.first else []
    if group.infinitive and own is None and not _raising(sentence, group):
        return None
    if left is not None and own is not None and (right is None or _after_break(sentence, last)) and ("clause" in cue.frames or "quote" in cue.frames):
        draft.content = [left]
        more = _resumed(sentence, quoted, last + 1)
        draft.content += [more] if more else []
        draft.addressee = draft.addressee or _addressee(sentence, last, cue)
        return draft
    if right is not None:
        draft.content = [right]
        return draft if draft.source or made[group.verb].tag in ("VBG", "VBN") or group.first == 0 else None
    if made[-1].text == ":" and last >= len(made) - 14 and "quote" in cue.frames:
        draft.open_quote = True
        draft.content = []
        nxt = _next_quotations(body, n)
        draft.content = nxt
        return draft if nxt else None
    return None


def _coordinated(sentence: Sentence, group: VerbGroup) -> bool:
    i = group.first - 1
    while i > 0 and sentence.tokens[i].tag == "RB":
        i -= 1
    return sentence.tokens[i].text.lower() in ("and", "but", "or", ",", "then")


def _raising(sentence: Sentence, group: VerbGroup) -> bool:
    """"went on to say", "is said to have claimed": an infinitive whose governing verb says nothing of its own."""
    before = [t.text.lower() for t in sentence.tokens[max(0, group.first - 3) : group.first]]
    return "on" in before or "continued" in before or "sought" in before


def _has_object(sentence: Sentence, last: int, cue: Cue) -> bool:
    words_after = [t.text.lower() for t in sentence.tokens[last + 1 : last + 8]]
    return any(w in cue.objects for w in words_after)


def _after_break(sentence: Sentence, last: int) -> bool:
    nxt = sentence.tokens[last + 1].text if last + 1 < len(sentence.tokens) else "."
    return nxt in ",.;—–!?)”\"" or nxt == ""


def _passive(body: Body, sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int, cue: Cue, own: Span | None, draft: Draft) -> Draft | None:
    made = sentence.tokens
    agent = next((i for i in range(last + 1, min(len(made), last + 9)) if made[i].text.lower() == "by" and clauses.phrase_from(sentence, i + 1)), None)
    if agent is not None:
        phrase = clauses.phrase_from(sentence, agent + 1)
        assert phrase is not None
        draft.source = [_span(sentence, phrase.first, clauses.with_tail(sentence, phrase))]
    if own is None:
        return None
    told = cue.addressee == "object" or (cue.act == "urge" and cue.frames[0] == "object")
    right = _right_content(sentence, quoted, group, last, cue, draft)
    draft.addressee = []
    if told:
        if right is None:
            return None
        draft.addressee = [_span(sentence, *own)]
        draft.content = [right]
        return draft
    if cue.act in ("predict", "think", "allege", "report", "say", "find", "accuse", "describe", "confirm", "announce", "reject", "condemn", "blame", "vow"):
        if last + 1 < len(made) and (made[last + 1].tag == "TO" or made[last + 1].text.lower() in ("of", "as", "for", "that")):
            end = clauses.clause_end(sentence, last + 1, quoted, group)
            draft.content = [_span(sentence, *own), _span(sentence, last + 1, end)]
            return draft
        if draft.source or cue.act in ("announce", "report", "reject", "confirm"):
            draft.content = [_span(sentence, *own)]
            return draft
    return None


def _inverse_subject(sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int) -> Span | None:
    """The subject after the verb: “…,” said Anna Berg, head of the union."""
    made = sentence.tokens
    before = made[group.first - 1] if group.first else None
    if before is None or not (before.text in (",", "”", '"', "’", "'", "?", "!", "''") or quoted[group.first - 1]):
        return None
    phrase = clauses.phrase_from(sentence, last + 1)
    if phrase is None or quoted[phrase.first]:
        return None
    end = clauses.apposition(sentence, clauses.with_tail(sentence, phrase))
    nxt = made[end + 1] if end + 1 < len(made) else None
    if nxt is not None and nxt.tag in ("VBD", "VBZ", "VBP", "MD"):
        return None
    if nxt is not None and nxt.text == "," and end + 2 < len(made) and made[end + 2].tag in ("DT", "NN", "NNP", "JJ", "WP", "CD", "PRP$") and not quoted[end + 2]:
        stop = next((k for k in range(end + 2, len(made)) if quoted[k] or made[k].text in (";", ":", ".") or (made[k].text == "," and k + 1 < len(made) and made[k + 1].tag in ("VBG", "IN", "CC"))), len(made))
        end = stop - 1
        while end > phrase.first and made[end].text in ".,":
            end -= 1
    return phrase.first, end


def _left_content(body: Body, sentence: Sentence, quoted: list[bool], group: VerbGroup, inverse: Span | None, own: Span | None) -> Span | None:
    """What stands before subject and cue and is set off by a comma or quotation marks."""
    made = sentence.tokens
    edge = group.first if inverse is not None else own[0] if own is not None else None
    if edge is None or edge < 2 or (inverse is None and made[edge].tag in ("WP", "WDT")):
        return None
    before = made[edge - 1]
    if not (before.text in (",", "—", "–", "?", "!", "”", '"', "’", "''") or quoted[edge - 1]):
        return None
    last = edge - 1
    while last > 0 and made[last].text in ",—–":
        last -= 1
    start = 0
    if not any(quoted[: last + 1]):
        verbs = [v for v in sentence.verbs if v.last <= last and v.finite]
        if not verbs or made[0].text.lower() in ("after", "before", "when", "while", "as", "in", "on", "at", "if", "although", "though", "since", "during", "asked", "speaking", "despite", "with", "by", "following", "for", "earlier", "later"):
            return None
    else:
        first_quote = next(i for i in range(last + 1) if quoted[i])
        if first_quote > 0 and any(v.last < first_quote and v.finite and _cue_at(sentence, v) for v in sentence.verbs):
            start = first_quote
    if made[start].text.lower() in ("but", "and", "so", "still", "yet") and start + 1 < last:
        start += 1
        start += made[start].text == ","
    return _span(sentence, start, last)


def _resumed(sentence: Sentence, quoted: list[bool], after: int) -> Span | None:
    """Content that goes on behind subject and cue: “A,” she said, “B.” or: The bridge, she said, was unsafe."""
    made = sentence.tokens
    i = after
    while i < len(made) and not quoted[i] and made[i].text not in (",", "—", ":"):
        i += 1
    if i >= len(made) - 2:
        return None
    start = i if quoted[i] else i + 1
    if start >= len(made) or not (quoted[start] or any(v.finite and v.first == start for v in sentence.verbs)):
        return None
    if not quoted[start] and made[start].lemma in ("add", "say"):
        return None
    end = len(made) - 1
    if quoted[start]:
        end = start
        while end + 1 < len(made) and quoted[end + 1]:
            end += 1
    while end > start and made[end].text in ".,":
        end -= 1
    return _span(sentence, start, end)


def _right_content(sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int, cue: Cue, draft: Draft) -> Span | None:
    """The content behind the cue by the first of its frames that fits; sets the addressee on the way."""
    made = sentence.tokens
    i = last + 1
    while i < len(made) and (made[i].tag == "RB" or made[i].text in (",", ":")) and made[i].text.lower() not in ("not",) and not quoted[i]:
        if made[i].text == "," and not (i + 1 < len(made) and (quoted[i + 1] or _adverbial_until_that(sentence, quoted, i + 1))):
            return None
        i += 1
    if i >= len(made):
        return None
    absorbed = made[last].text.lower() in ("of", "for", "on", "about", "to", "at", "against", "over", "with", "upon")
    if absorbed and clauses.phrase_from(sentence, i):
        return _span(sentence, i, clauses.clause_end(sentence, i, quoted, group))
    if cue.addressee == "object":
        i = _skip_addressee(sentence, quoted, i, cue, draft)
    elif cue.addressee == "to":
        draft.addressee = _addressee(sentence, last, cue)
    for frame in cue.frames:
        start = _frame_start(sentence, quoted, i, frame, cue)
        if start is not None:
            return _span(sentence, start, clauses.clause_end(sentence, start, quoted, group))
    return None


def _skip_addressee(sentence: Sentence, quoted: list[bool], i: int, cue: Cue, draft: Draft) -> int:
    phrase = clauses.phrase_from(sentence, i)
    if phrase is None or quoted[i]:
        return i
    end = clauses.with_tail(sentence, phrase)
    if end + 1 < len(sentence.tokens) and any(v.first == end + 1 and v.finite for v in sentence.verbs):
        return i  # "warned prices would rise": the phrase is the subject of the content
    end = clauses.apposition(sentence, phrase.last) if sentence.tokens[phrase.last + 1 : phrase.last + 2] and sentence.tokens[phrase.last + 1].text == "," else phrase.last
    draft.addressee = [_span(sentence, phrase.first, end)]
    return min(len(sentence.tokens) - 1, end + 1 + (end + 1 < len(sentence.tokens) and sentence.tokens[end + 1].text == "," and end != phrase.last))


def _addressee(sentence: Sentence, last: int, cue: Cue) -> list[Span]:
    made = sentence.tokens
    if cue.addressee == "object":
        phrase = clauses.phrase_from(sentence, last + 1)
        return [_span(sentence, phrase.first, phrase.last)] if phrase else []
    if cue.addressee == "to":
        for i in range(last + 1, min(len(made) - 1, last + 8)):
            if made[i].text.lower() == "to" and made[i].tag in ("TO", "IN") and (phrase := clauses.phrase_from(sentence, i + 1)):
                return [_span(sentence, phrase.first, phrase.last)]
            if made[i].tag.startswith("VB"):
                break
    return []


def _adverbial_until_that(sentence: Sentence, quoted: list[bool], i: int) -> bool:
    made = sentence.tokens
    for k in range(i, min(len(made), i + 16)):
        if made[k].text.lower() == "that" and made[k].tag in ("IN", "WDT", "DT") and made[k - 1].text == ",":
            return True
        if made[k].tag.startswith(("VB", "MD")) or quoted[k]:
            return quoted[k]
    return False


def _frame_start(sentence: Sentence, quoted: list[bool], i: int, frame: str, cue: Cue) -> int | None:
    """The token where content of this frame begins at or shortly after token i; None when the frame does not fit."""
    made = sentence.tokens
    if i >= len(made):
        return None
    if frame == "clause":
        k = _over_adverbials(sentence, quoted, i)
        if k < len(made) and made[k].text.lower() == "that" and made[k].tag in ("IN", "WDT", "DT") and k + 1 < len(made):
            return k
        if made[i].text.lower() in ("how", "whether", "why", "what", "if") and "wh" in cue.frames:
            return i
        for at in dict.fromkeys((i, k)):
            if at < len(made) and clauses.begins_clause(sentence, at, quoted) and made[at].text.lower() not in ("who", "which") and not (made[at - 1].text == "," and at == i):
                return at
        if quoted[i] or (k < len(made) and quoted[k]):
            return i if quoted[i] else k
        if made[i].text.lower() in ("in", "if", "when", "after", "during", "under", "there", "despite", "while", "as", "by") and made[i].text.lower() != "as" and any(v.finite and v.first > i for v in sentence.verbs) and cue.act in _SPEECH:
            return k if k < len(made) and k > i and clauses.begins_clause(sentence, k, quoted) else i
    elif frame == "quote":
        k = _over_adverbials(sentence, quoted, i)
        while k < len(made) and made[k].text in ",:":
            k += 1
        if k < len(made) and quoted[k]:
            return k
    elif frame == "inf":
        k = i
        if made[k].tag == "TO":
            return k
        phrase = clauses.phrase_from(sentence, i)
        if phrase and cue.act in ("think", "predict", "warn", "tell") and phrase.last + 1 < len(made) and made[phrase.last + 1].tag == "TO":
            return i
    elif frame == "wh":
        if made[i].text.lower() in ("whether", "how", "why", "what", "who", "where", "when", "if", "which"):
            return i
    elif frame == "ing":
        if made[i].tag == "VBG":
            return i
    elif frame in ("np", "object"):
        phrase = clauses.phrase_from(sentence, i)
        if phrase is not None and (made[i].tag not in ("WP", "WDT") or made[i].text.lower() == "what") or quoted[i]:
            return i
    elif frame.startswith("pp:"):
        if made[i].text.lower() == frame[3:] and i + 1 < len(made):
            return i + 1
    return None


def _over_adverbials(sentence: Sentence, quoted: list[bool], i: int) -> int:
    """Skip "on Friday", "in a statement", "to reporters", "in an interview with the paper", a weekday, a bracket."""
    made = sentence.tokens
    k = i
    while k < len(made) and not quoted[k]:
        word = made[k].text.lower()
        if word in _ADVERBIAL and (phrase := clauses.phrase_from(sentence, k + 1)) and made[k + 1].tag not in ("WP", "WDT"):
            k = clauses.with_tail(sentence, phrase) + 1
        elif (phrase := clauses.phrase_from(sentence, k)) and made[phrase.head].lemma in ("week", "month", "year", "morning", "night", "day", "evening", "afternoon") and word in ("this", "last", "earlier", "next"):
            k = phrase.last + 1
        elif made[k].tag == "RB" or (word.endswith("day") and made[k].tag.startswith("NNP")) or (made[k].text == "," and k > i):
            k += 1
        else:
            break
    return k


# ── according to, nouns, adverbs, colons ─────────────────────────────────────────────────────────────────────────────


def _phrases(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    made = sentence.tokens
    table = lexicon.cue_table("phrases")
    for i in range(len(made)):
        for key, cues in table.items():
            parts = key.split()
            if quoted[i] or [t.text.lower() for t in made[i : i + len(parts)]] != parts:
                continue
            first = i + len(parts)
            phrase = clauses.phrase_from(sentence, first)
            if phrase is None:
                continue
            end = clauses.apposition(sentence, clauses.with_tail(sentence, phrase))
            if end + 1 < len(made) and made[end + 1].text.lower() in ("who", "that", "which"):
                end = next((k - 1 for k in range(end + 2, len(made)) if made[k].text == ","), len(made) - 2)
            content = _rest(sentence, quoted, i, end)
            if content:
                cue = cues[0]
                found.append(Draft(n, body.block_of[n], [_span(sentence, first, end)], [_span(sentence, i, first - 1)], content, [], cue.act, cue.position))


def _rest(sentence: Sentence, quoted: list[bool], first: int, last: int) -> list[Span]:
    """The sentence without the phrase first … last and the commas around it."""
    made = sentence.tokens
    out = []
    end = first - 1
    while end >= 0 and made[end].text in ",—–(":
        end -= 1
    begin = 0
    for k in range(end, 0, -1):
        if made[k].text == ";" or (made[k].text.lower() in ("but", "while") and (made[k - 1].text == "," or made[k - 1].text in "”\"") and clauses.begins_clause(sentence, k + 1, quoted)):
            begin = k + 1
            break
    if end - begin >= 2:
        out.append(_span(sentence, begin, end))
    start = last + 1
    while start < len(made) and made[start].text in ",—–)":
        start += 1
    stop = len(made) - 1
    while stop > start and made[stop].text in ".;":
        stop -= 1
    if stop - start >= 2 and (not out or any(v.finite and v.first == start for v in sentence.verbs)):
        if not out or begin == 0:
            out.append(_span(sentence, start, stop))
    return out


def _nouns(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    made, table = sentence.tokens, lexicon.cue_table("nouns")
    for i, t in enumerate(made):
        if t.tag not in ("NN", "NNS") or quoted[i] or i + 1 >= len(made):
            continue
        word = t.text.lower() if t.tag == "NN" else re.sub(r"ies$", "y", t.text.lower()) if t.text.lower().endswith("ies") else re.sub(r"s$", "", t.text.lower())
        for cue in table.get(word, ()):
            phrase = clauses.phrase_at(sentence, i)
            source: list[Span] = []
            after = i + 1
            if made[after].text.lower() in ("by", "from") and (by := clauses.phrase_from(sentence, after + 1)):
                source = [_span(sentence, by.first, by.last)]
                after = by.last + 1
            elif phrase is not None and phrase.first < i:
                poss = next((k for k in range(phrase.first, i) if made[k].tag == "POS"), None)
                if poss is not None:
                    source = [_span(sentence, phrase.first, poss - 1)]
                elif made[phrase.first].tag == "PRP$":
                    source = [_span(sentence, phrase.first, phrase.first)]
            start = None
            for frame in cue.frames:
                if frame == "clause" and after < len(made) and made[after].text.lower() == "that" and made[after].tag in ("IN", "WDT", "DT") and any(v.finite and v.first > after + 1 for v in sentence.verbs):
                    nxt = next((v for v in sentence.verbs if v.first > after), None)
                    start = after if nxt is None or nxt.first > after + 1 else None
                elif frame == "inf" and source and after < len(made) and made[after].tag == "TO":
                    start = after
                elif frame.startswith("pp:") and source and after + 1 < len(made) and made[after].text.lower() == frame[3:]:
                    start = after + 1
                if start is not None:
                    break
            if start is not None and start < len(made) - 1:
                end = clauses.clause_end(sentence, start, quoted, None)
                if not any(_span(sentence, start, end) == c for d in found for c in d.content):
                    found.append(Draft(n, body.block_of[n], source, [_span(sentence, i, i)], [_span(sentence, start, end)], [], cue.act, cue.position))


def _adverbs(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    made = sentence.tokens
    for i, t in enumerate(made):
        if quoted[i]:
            continue
        cues = lexicon.cue_table("adverbs").get(t.text.lower())
        group = next((v for v in sentence.verbs if v.first <= i <= v.last), None)
        if cues and 0 < i < len(made) - 2:
            subject = clauses.subject_before(sentence, group.first if group else i)
            end = clauses.clause_end(sentence, i + 1, quoted, None)
            content = ([_span(sentence, subject[0], i - 1)] if subject and subject[0] <= i - 1 else []) + [_span(sentence, i + 1, end)]
            found.append(Draft(n, body.block_of[n], [], [(t.start, t.end)], content, [], cues[0].act, cues[0].position))
        verb = lexicon.cue_table("impersonal").get(t.lemma) if group and group.verb == i and group.finite else None
        if verb and i + 1 < len(made) and made[i + 1].tag in ("TO", "JJ", "VBN"):
            subject = clauses.subject_before(sentence, group.first) if group else None
            if subject and group and made[subject[0]].text.lower() not in ("it",):
                end = clauses.clause_end(sentence, i + 1, quoted, group)
                found.append(Draft(n, body.block_of[n], [], [_span(sentence, group.first, i)], [_span(sentence, *subject), _span(sentence, i + 1, end)], [], verb[0].act, verb[0].position))


def _colon(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    """Headlines and labels: "Berg: harbour will reopen", "Anna Berg: “We are ready.”" """
    made = sentence.tokens
    at = next((i for i, t in enumerate(made[:8]) if t.text == ":"), None)
    if at is None or at == 0 or found or at + 2 >= len(made):
        return
    head = clauses.phrase_at(sentence, at - 1)
    is_title = body.headline is not None and sentence.start >= body.headline[0] and sentence.end <= body.headline[1]
    named = head is not None and head.first == 0 and made[head.head].tag.startswith("NNP")
    if head is not None and named and (quoted[at + 1] or is_title) and not any(t.text.isupper() and len(t.text) > 3 for t in made[:at]):
        end = len(made) - 1
        found.append(Draft(n, body.block_of[n], [_span(sentence, 0, at - 1)], [(made[at].start, made[at].end)], [_span(sentence, at + 1, end)], [], "say", "asserts"))


# ── quotations that no cue claims ────────────────────────────────────────────────────────────────────────────────────


def _next_quotations(body: Body, n: int) -> list[Span]:
    """Quotations right behind a sentence that ends in a colon: in its block, else the whole quoted blocks that follow."""
    end, block = body.sentences[n].end, body.block_of[n]
    same = [q for q in body.quotations if q[0] >= end and q[0] < body.blocks[block][1]]
    if same:
        return same[:1]
    out: list[Span] = []
    for b in range(block + 1, min(len(body.blocks), block + 8)):
        inside = [q for q in body.quotations if body.blocks[b][0] <= q[0] < body.blocks[b][0] + 2]
        if not inside:
            break
        out += inside[:1]
        if inside[0][1] < body.blocks[b][1] - 1 or body.text[inside[0][1] - 1] in "”\"»":
            break
    return out


def _continue_quotations(body: Body, out: list[Draft]) -> None:
    """Give a quotation without a cue to the speaker of its paragraph, else of the paragraph before when it goes on."""
    claimed = [c for d in out for c in d.content]
    for q in body.quotations:
        if any(s < q[1] and q[0] < e for s, e in claimed) or len(words(body.text[q[0] : q[1]])) < 4:
            continue
        block = next((i for i, b in enumerate(body.blocks) if b[0] <= q[0] < b[1]), None)
        if block is None or not _stands_alone(body, q, block):
            continue
        same = [d for d in out if d.block == block and d.source and any(_is_quoted(body, c) for c in d.content)]
        before = [d for d in same if min(c[0] for c in d.content) < q[0]]
        owner = before[-1] if before else same[0] if same else None
        if owner is None and q[0] <= body.blocks[block][0] + 1:
            previous = [d for d in out if d.block == block - 1 and d.source and any(_is_quoted(body, c) for c in d.content)]
            owner = previous[-1] if previous else None
        if owner is not None:
            owner.content.append(q)
            owner.content.sort()
            if owner.block != block:
                owner.block = block
            claimed.append(q)


def _whole_quotations(body: Body, out: list[Draft]) -> None:
    """Content that reaches into a quotation takes the whole of it, over as many sentences as it runs."""
    for d in out:
        for k, (s, e) in enumerate(d.content):
            for a, b in body.quotations:
                if a < s < b and b - 1 <= e + 2:
                    s = a
                elif a < e < b and s <= a + 2:
                    e = b
            d.content[k] = (s, e)


def _is_quoted(body: Body, span: Span) -> bool:
    return any(q[0] < span[1] and span[0] < q[1] for q in body.quotations)


def _stands_alone(body: Body, q: Span, block: int) -> bool:
    """A quotation that is a sentence of its own, not words borrowed inside somebody's sentence."""
    inside = body.text[q[0] : q[1]].strip(_QUOTE_CHARS + " ")
    before = body.text[body.blocks[block][0] : q[0]].rstrip()
    return inside[:1].isupper() and (not before or before[-1] in ".!?:”\"…)" or inside.endswith((".", "!", "?")))
