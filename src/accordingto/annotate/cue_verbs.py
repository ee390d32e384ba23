"""Attributions whose cue is a verb: active, passive, inverted, participial; source by the grammar of `clauses`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .. import lexicon
from ..lexicon import Cue
from ..text import WEEKDAYS, Span
from . import clauses
from .animacy import is_voice
from .continuations import next_quotations
from .drafting import Body, Draft, span_of
from .engine import Phrase, Sentence, Token, VerbGroup
from .frames import addressee, beyond_the_day, clause_start, right_content


def verbs(body: Body, n: int, sentence: Sentence, quoted: list[bool], found: list[Draft]) -> None:
    subject: Span | None = None
    voiced: Span | None = None  # "the ministry said the work goes on, rejecting …": the work rejects nothing
    covered = [d.cue for d in found]
    for group in sentence.verbs:
        if quoted[group.verb] or _said_as(sentence, group, found):
            continue
        own = clauses.subject_before(sentence, group.first)
        if (
            own is not None
            and sentence.tokens[group.verb].tag == "VBG"
            and group.first
            and sentence.tokens[group.first - 1].text == ","
        ):
            own = None  # ", blaming …" goes with the main subject, not with what stands between the commas
        if group.infinitive and not clauses.has_subject(sentence, group):
            own = None  # "its refusal to support": the noun before an infinitive is no subject
        own = _behind_quotation(sentence, quoted, own) if own is not None else None
        if own is not None and not any(quoted[k] for k in range(own[0], own[1] + 1)):
            subject = own
            voiced = own if voiced is None or (group.finite and not _mute(sentence, own)) else voiced
        entry = cue_at(sentence, group)
        if entry is None or _modifies(sentence, group) or _preposition(sentence, group):
            continue
        last, cues = entry
        cue_span = [span_of(sentence, group.first if not group.infinitive else group.verb, last)]
        if cue_span in covered:
            continue
        joined = group.first > 0 and sentence.tokens[group.first - 1].text in (",", "and", "but")
        for cue in cues:
            draft = _verb_draft(body, n, sentence, quoted, group, last, cue, own, voiced if joined else subject, found)
            if draft is not None:
                draft.cue = cue_span
                found.append(draft)
                found += _as_saying(body, n, sentence, quoted, group, last, draft)
                break


def _behind_quotation(sentence: Sentence, quoted: list[bool], own: Span) -> Span:
    """A subject from where the quotation before it ends: in "“…,” the governments of Norway, | Chad and Peru | said" it is all of them."""
    made, first = sentence.tokens, own[0]
    while first > 0 and not quoted[first - 1]:
        first -= 1
    before = made[first : own[0]]
    listed = any(t.text in (",", "and") for t in before) and before[0].tag[:2] in ("DT", "NN", "JJ", "CD", "PR")
    whole = first > 0 and 0 < len(before) <= LISTED and listed
    return (first, own[1]) if whole and not any(t.tag[:2] in ("VB", "MD", "WP", "WD", "CC") for t in before) else own


LISTED = 8  # words of a list before the last of those who speak


def _not_yet(sentence: Sentence, group: VerbGroup) -> bool:
    """ "Before agreeing to talks", "without denying it": nothing has been agreed to or denied."""
    made = sentence.tokens
    return made[group.verb].tag == "VBG" and any(
        t.head == group.verb and t.rel == "mark" and t.text.lower() in ("before", "without") for t in made
    )


def _mute(sentence: Sentence, subject: Span) -> bool:
    """Whether a subject is a thing that says nothing: "the work", "the talks"; a name may be whoever bears it."""
    head = clauses.head_of(sentence, *span_of(sentence, *subject))
    return head is not None and sentence.tokens[head].tag in ("NN", "NNS") and not is_voice(sentence.tokens[head])


def _as_saying(
    body: Body, n: int, sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int, outer: Draft
) -> list[Draft]:
    """The words of "quoted the minister as saying that …" and "“…,” it quoted the minister as saying": the minister's, inside what is
    said to be quoted (`outer`)."""
    made = sentence.tokens
    if made[group.verb].lemma not in ("quote", "cite") or group.passive:
        return []
    at = next((i for i in range(last + 2, min(len(made) - 1, last + 30)) if _words(made, i) == ("as", "saying")), None)
    if at is None:
        return []
    start = clause_start(sentence, quoted, at + 2) if at + 2 < len(made) else None
    who = span_of(sentence, last + 1, at - 2 if made[at - 1].text == "," else at - 1)
    cue = span_of(sentence, at, at + 1)
    before = [c for c in outer.content if c[1] <= made[group.first].start]
    if start is not None:
        said = [span_of(sentence, start, clauses.clause_end(sentence, start, quoted, None))]
        outer.content = [(who[0], said[0][1])]
    elif before:
        said, outer.content = before, [(who[0], cue[1])]
    else:
        return []
    return [Draft(n, body.block_of[n], [who], [cue], said, [], "say", "asserts")]


def _said_as(sentence: Sentence, group: VerbGroup, found: Sequence[Draft]) -> bool:
    """Whether the verb is the "saying" of "quoted him as saying", which has been read."""
    at = sentence.tokens[group.verb].start
    return any(s < at < e for d in found for s, e in d.cue)


def _words(made: Sequence[Token], i: int) -> tuple[str, str]:
    return made[i].text.lower(), made[i + 1].text.lower()


def _modifies(sentence: Sentence, group: VerbGroup) -> bool:
    """A participle that tells no saying of anybody's: one that narrows a noun ("the votes needed to win", "ships supporting the raid",
    "contradicting reports") or stands as a subject."""
    t = sentence.tokens[group.verb]
    if t.tag == "VBG" and t.rel.startswith("csubj"):
        return True  # "Denying reality is their way"
    amid = group.first > 0 and sentence.tokens[group.first - 1].text.lower() == "amid"
    if t.tag == "VBG" and (amid or (t.rel in ("acl", "amod") and t.head > group.verb)):
        return True
    return (
        t.rel == "acl"
        and group.first == group.verb
        and (
            (t.tag == "VBN" and not _agent(sentence, group.verb))
            or (t.tag == "VBG" and sentence.tokens[group.first - 1].text != "," and t.lemma in _ATTITUDES)
        )
    )


def _preposition(sentence: Sentence, group: VerbGroup) -> bool:
    """ "Considering the cost, …", "especially considering that …" tell on whose part nothing is thought."""
    t = sentence.tokens[group.verb]
    return t.text.lower() == "considering" and not clauses.has_subject(sentence, group) and t.rel != "conj"


def _agent(sentence: Sentence, verb: int) -> bool:
    """ "rejected by a court": a participle with its agent."""
    made = sentence.tokens
    return any(t.text.lower() == "by" and t.head >= 0 and made[t.head].head == verb for t in made[verb + 1 : verb + 4])


_ATTITUDES = frozenset("support back oppose favor favour endorse want seek offer consider champion".split())


def cue_at(sentence: Sentence, group: VerbGroup) -> tuple[int, tuple[Cue, ...]] | None:
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
        behind = made[group.verb + 1 + size].text.lower() if size and group.verb + 1 + size < len(made) else ""
        day = behind in WEEKDAYS  # "insisted on Sunday that": the day, no particle
        if key in table and not day and not _other_sense(sentence, group, key):
            return group.verb + size, table[key]
    return None


_COMPARES = frozenset("regard cast paint portray identify view perceive see".split())
_ITSELF = frozenset("themselves itself himself herself".split())


def _other_sense(sentence: Sentence, group: VerbGroup, key: str) -> bool:
    """Whether the words are no cue here: "went on television", "cast a vote", "letters regarding the raid", "defend themselves"."""
    made = sentence.tokens
    rest = made[group.verb + 1 :]
    if key == "go on":
        after = made[group.verb + 2 : group.verb + 3]
        return bool(after) and after[0].tag[:2] in ("NN", "DT", "PR", "JJ", "CD")
    if key == "charge":  # "charging tariffs"; "charged that …", "charged with fraud"
        verb = clauses.governor(sentence, group)
        told = any(t.head == verb and t.rel in ("ccomp", "parataxis") for t in made) or made[verb].rel == "ccomp"
        return not told and not any(t.text in '“”"' or t.text.lower() == "with" for t in made)
    if key == "decide" and rest and rest[0].text.lower() in _UNDECIDED:
        return True  # "must decide whether to leave", "decide between them"
    if key in _COMPARES:
        return not any(t.text.lower() == "as" for t in rest)
    return bool(rest) and rest[0].text.lower() in _ITSELF and key in _ATTITUDES | {"defend"}


_UNDECIDED = frozenset("whether if how when where what which who why between".split())


def _withheld(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether somebody keeps from saying it: "stopped short of blaming Lund", "refrained from calling it a raid"."""
    before = " ".join(t.lemma for t in sentence.tokens[max(0, group.first - 3) : group.first])
    return before.endswith(tuple(lexicon.raw("withheld")["phrases"]))


def _kept_from(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether what is denied is something that somebody does not get: "denied entry to three others"."""
    verb, things = clauses.governor(sentence, group), lexicon.raw("withheld")["things"]
    return any(t.head == verb and t.rel in ("obj", "xcomp") and t.lemma in things for t in sentence.tokens)


def _called_for(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether it has not been said but should, may or must be: "Lund should reiterate that …", "Oslo will have to decide whether …"."""
    inside = [t.text.lower() for t in sentence.tokens[group.first : group.verb]]
    return group.modal in _NOT_YET or any(
        a in ("have", "has", "need", "needs") and b == "to" for a, b in pairwise(inside)
    )


_NOT_YET = frozenset(("should", "must", "may", "might", "could", "ought"))


def _nor(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a negation before it goes on: "never paid or intended to pay"."""
    made = sentence.tokens
    over = next((v for v in sentence.verbs if made[group.verb].rel == "conj" and v.verb == made[group.verb].head), None)
    return over is not None and over.negated and made[group.first - 1].text.lower() in ("or", "nor")


def _supposed(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the saying is only supposed: "if Lund denies it", "did not say whether it confirmed them", "should Lund issue a statement contradicting it"."""
    made, at = sentence.tokens, group.verb
    for _ in range(3):
        below = [k for k, t in enumerate(made) if t.head == at]
        subject = next((k for k in below if made[k].rel.startswith("nsubj")), None)
        if any(made[k].rel == "mark" and made[k].lemma in ("if", "unless", "whether") for k in below) or any(
            subject is not None and k < subject and made[k].lemma == "should" and made[k].rel == "aux" for k in below
        ):
            return True
        if made[at].rel not in ("acl", "obj", "conj", "xcomp", "advcl") or made[at].head < 0:
            return False
        at = made[at].head
    return False


def _verb_draft(
    body: Body,
    n: int,
    sentence: Sentence,
    quoted: list[bool],
    group: VerbGroup,
    last: int,
    cue: Cue,
    own: Span | None,
    subject: Span | None,
    found: Sequence[Draft],
) -> Draft | None:
    made = sentence.tokens
    if own is not None and all(t.tag == "CD" for t in made[own[0] : own[1] + 1]):
        return None  # "passed 52-47 aiming to …"
    if made[group.verb].lemma == "deny" and _kept_from(sentence, group):
        return None
    draft = Draft(n, body.block_of[n], [], [], [], [], cue.act, cue.position)
    if (
        _withheld(sentence, group)
        or _supposed(sentence, group)
        or (cue.position == "denies" and group.modal)
        or _called_for(sentence, group)
        or (made[group.verb].lemma == "consider" and made[group.verb].tag == "VBG" and cue.act == "describe")
        or _not_yet(sentence, group)
        or (own is not None and sentence.tokens[own[0]].text.lower() in _NOBODY and cue.act != "think")
        or ((group.negated or _nor(sentence, group)) and cue.act not in ("think", "doubt", "refuse"))
    ):
        draft.position = ""  # "did not rule it out", "has not commented on it", "stopped short of blaming", "if they deny it", "would reject it": left open
        draft.act = draft.act if cue.act in ("say", "tell", "announce", "confirm") else "say"
    elif (
        cue.act == "think"
        and made[group.verb].lemma in ("believe", "think", "feel", "imagine", "suppose", "reckon")
        and cue.position == "asserts"
        and (group.negated or (own is not None and sentence.tokens[own[0]].text.lower() in _NOBODY))
    ):
        draft.position = "doubts"  # "most do not believe that …", "few think that …"
    if group.passive and made[group.verb].lemma == "quote":
        while last + 1 < len(made) and made[last + 1].text.lower() in ("as", "saying", "by"):
            if made[last + 1].text.lower() == "by":
                break
            last += 1
    elif group.passive or (made[group.verb].rel == "acl" and made[group.verb].tag == "VBN"):
        return _passive(sentence, quoted, group, last, cue, own, draft)
    if cue.objects and (made[group.verb].tag == "VBG" or not _has_object(sentence, last, cue)):
        return None  # ", raising fears that …" is what an act brings about, not what its subject expresses
    inverse = _inverse_subject(sentence, quoted, group, last)
    if cue.frames == ("np",):
        inverse = None  # "“…” points to Lund": what is pointed to says nothing
    if (cue.addressee == "object" or cue.act not in _ENDS) and not any(quoted[: group.first]):
        inverse = None  # "…, warns Lund": Lund is warned; "Berg slams Lund, praises Holm": Holm is praised
    base = made[group.verb].tag == "VB" and (made[group.verb].rel != "root" or group.infinitive)
    if (
        made[group.verb].tag == "VBG"
        or base
        or (inverse is not None and own is not None and made[group.first - 1].text in (",", "—", "–"))
    ):
        inverse = None
    right = right_content(sentence, quoted, group, last, cue, draft)
    if right is not None and cue.position in ("denies", "warns"):
        right = _before_reply(sentence, quoted, right)
    begins = next((i for i, t in enumerate(made) if right is not None and t.start == right[0]), None)
    if begins is not None and made[begins].text.lower() == "including":
        right = begins = None  # "responded to the moves, including …": to what, not with what
    rival = begins is not None and (quoted[begins] or not _after_break(sentence, last))
    left = _left_content(sentence, quoted, group, inverse, own, rival)
    if inverse is not None and left is not None:
        draft.source = [span_of(sentence, *inverse)]
        draft.content = [left]
        more = _resumed(sentence, quoted, inverse[1] + 1) if any(quoted[inverse[1] + 1 :]) else None
        draft.content += [more] if more else []
        return draft
    if own is not None:
        draft.source = [span_of(sentence, *(_relayed(sentence, group) or own))]
    elif subject is not None and (
        made[group.verb].tag in ("VBG",)
        or (group.first > 0 and _coordinated(sentence, group))
        or (group.infinitive and _raising(sentence, group))
    ):
        above = (
            _above(sentence, group, found)
            if made[group.verb].tag == "VBG" and group.first
            else _by_tense(sentence, group, found)
        )
        if above is not None:
            draft.source = list(above.source)
        else:
            whose = _reproached(sentence, group) or _behind_dash(sentence, group) or _shared(sentence, group) or subject
            draft.source = [span_of(sentence, *whose)]
    elif made[group.verb].tag == "VBG" and group.first > 0 and made[group.first - 1].text == ",":
        first = next((p for p in sentence.phrases if not quoted[p.first]), None)
        draft.source = (
            [span_of(sentence, first.first, clauses.with_tail(sentence, first, group.first))]
            if first and first.last < group.first
            else []
        )
    if made[group.verb].tag == "VBG" and own is None and any(_is_relative(sentence, span) for span in draft.source):
        draft.source = []  # ", stating that …" behind a relative clause: whose words is not established
    if group.infinitive and own is None and not _raising(sentence, group):
        return None
    if (
        left is not None
        and own is not None
        and (
            right is None or _after_break(sentence, last) or (quoted[0] and (quoted[own[0] - 1] or quoted[own[0] - 2]))
        )
        and ("clause" in cue.frames or "quote" in cue.frames)
    ):
        draft.addressee = draft.addressee or addressee(sentence, last, cue)
        behind = next((k for k, t in enumerate(made) if draft.addressee and t.end == draft.addressee[0][1]), last)
        more = _resumed(sentence, quoted, behind + 1)
        if (
            more
            or any(quoted[k] for k in range(own[0]))
            or (
                any(
                    v.finite and left[0] <= made[v.first].start and made[v.verb].start < left[1] for v in sentence.verbs
                )
                and not _only_when(sentence, group, left)
            )
        ):
            draft.content = [left, *([more] if more else [])]
            return draft
    if own is not None and (aside := _as_told(sentence, quoted, own, last, cue)) is not None:
        draft.content = [aside]
        return draft
    if right is not None:
        if made[group.verb].lemma == "threaten" and ": " in body.text[slice(*right)]:
            return None  # "threatened police with a gun: “…”"
        if cue.act == "tell" and body.text[right[0] : right[0] + 3].lower() == "to ":
            draft.act, draft.position = "urge", ""  # "told them to leave"
        if cue.act == "express" and begins is not None and (meant := _expressed(sentence, begins)) is not None:
            draft.act, draft.position = meant[0].act, draft.position and meant[0].position
            right = span_of(sentence, meant[1], clauses.object_end(sentence, meant[1]))
        if not draft.source and (sayer := _said_first(sentence, quoted, group, last, right)) is not None:
            draft.source = [span_of(sentence, *sayer)]
        beyond = beyond_the_day(sentence, quoted, group, right)
        draft.content = [right, *((beyond,) if beyond else ())]
        if made[-1].text == ":" and right[1] >= made[-2].end:
            draft.content += next_quotations(body, n)
        return draft if draft.source or made[group.verb].tag in ("VBG", "VBN") or group.first == 0 else None
    about = clauses.antecedent(sentence, group) if {"np", "object"} & set(cue.frames) and draft.source else None
    if about is not None and not _is_relative(sentence, draft.source[0]):
        draft.content = [span_of(sentence, *about)]
        return draft
    if made[-1].text == ":" and last >= len(made) - 14 and "quote" in cue.frames:
        draft.content = []
        nxt = next_quotations(body, n, bare=True)
        draft.content = nxt
        return draft if nxt else None
    return None


def _before_reply(sentence: Sentence, quoted: list[bool], content: Span) -> Span:
    """What is denied or warned of without the words that do it: "rejected the charge: “We have sent nothing”"."""
    made = sentence.tokens
    for k in range(1, len(made) - 1):
        if made[k].text == ":" and content[0] < made[k].start < content[1] and not quoted[k] and quoted[k + 1]:
            return content[0], made[k - 1].end
    return content


def _expressed(sentence: Sentence, begins: int) -> tuple[Cue, int] | None:
    """(what a noun cue tells, where its content begins) in "voiced opposition to | the pact", "expressed doubt about | the figure"."""
    made, phrase = sentence.tokens, clauses.phrase_from(sentence, begins)
    if phrase is None or phrase.last + 2 >= len(made):
        return None
    for cue in lexicon.cue_table("nouns").get(made[phrase.head].lemma, ()):
        after = made[phrase.last + 1].text.lower()
        if cue.act in _STANCES and f"pp:{after}" in cue.frames:
            return cue, phrase.last + 2
        if cue.act == "doubt" and after == "that":
            return cue, phrase.last + 1
    return None


_STANCES = frozenset(("condemn", "support", "doubt"))


def _said_first(sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int, content: Span) -> Span | None:
    """Who says it in "Said Berg: “…”" and "Added Holm, the mayor: “…”"."""
    made, phrase = sentence.tokens, clauses.phrase_from(sentence, last + 1)
    if (
        phrase is None
        or group.first > 1
        or made[group.verb].tag not in ("VBD", "VBZ")
        or any(quoted[: phrase.last + 1])
    ):
        return None
    end = clauses.apposition(sentence, clauses.with_tail(sentence, phrase))
    colon = end + 1 < len(made) and made[end + 1].text in (":", ",")
    return (phrase.first, end) if colon and made[end + 1].end <= content[0] else None


_NOBODY = frozenset(("neither", "nobody", "none", "few", "anyone", "anybody", "whoever"))


def _as_told(sentence: Sentence, quoted: list[bool], own: Span, last: int, cue: Cue) -> Span | None:
    """What is told in "As the agency noted in May, prices rose" and in "Prices rose, as the agency noted"."""
    made = sentence.tokens
    at = own[0] - 1
    if at < 0 or made[at].text.lower() != "as" or cue.act not in _PASSED_ON or "clause" not in cue.frames or quoted[at]:
        return None
    stop = next(
        (k for k in range(last + 1, len(made)) if made[k].text in ",.;" or made[k].tag.startswith(("VB", "MD"))), -1
    )
    behind = made[last + 1 : stop]
    when = not behind or behind[0].tag in ("IN", "RB", "TO") or behind[0].text.lower() in WEEKDAYS
    if stop < 0 or not when or made[stop].tag.startswith(("VB", "MD")) or any(quoted[last + 1 : stop]):
        return None
    if at == 0 and made[stop].text == "," and clauses.begins_clause(sentence, stop + 1):
        end = clauses.clause_end(sentence, stop + 1, quoted, None)
        return span_of(sentence, stop + 1, end)
    if (
        at > 3
        and made[at - 1].text == ","
        and made[stop].text in ".,"
        and any(v.finite and v.last < at for v in sentence.verbs)
    ):
        return span_of(sentence, 0, at - 2)
    return None


_PASSED_ON = frozenset(("say", "report", "find", "announce", "predict"))


def _by_tense(sentence: Sentence, group: VerbGroup, found: Sequence[Draft]) -> Draft | None:
    """Whose words "He concluded that Berg had broken no law but | said she had been careless" tells, by the tense: his who concluded, for what
    Berg did lies further back."""
    made = sentence.tokens
    over = next((v for v in sentence.verbs if v.verb == made[group.verb].head), None)
    plain = made[group.verb].tag == "VBD" and group.first == group.verb and made[group.verb].rel == "conj"
    if not plain or over is None or made[over.first].text.lower() != "had" or made[over.verb].rel != "ccomp":
        return None
    above = made[made[over.verb].head]
    told = [d for d in found if d.source and any(s <= above.start < e for s, e in d.cue)]
    return told[0] if told and above.tag == "VBD" else None


def _above(sentence: Sentence, group: VerbGroup, found: Sequence[Draft]) -> Draft | None:
    """Whose words ", adding that …" goes on with: those of the verb it hangs under, else of the cue before it."""
    made = sentence.tokens
    over = made[group.verb].head
    held = [d for d in found if d.source and over >= 0 and any(s <= made[over].start < e for s, e in d.cue)]
    if made[group.first - 1].text.lower() == "and" and made[group.verb].rel == "conj" and made[over].tag == "VBG":
        return held[0] if held else None
    if made[group.first - 1].text != ",":
        return None
    over_it = held[0] if held else next((d for d in reversed(found) if d.source), None)
    return _outermost(sentence, over_it, found) if over_it is not None else None


_RELAYS = frozenset(("retweet", "repost", "share", "circulate", "forward"))


def _relayed(sentence: Sentence, group: VerbGroup) -> Span | None:
    """Who says it in "Berg retweeted a post from Holm: “…”": he whose words are passed on."""
    made = sentence.tokens
    if made[group.verb].lemma not in _RELAYS:
        return None
    told = next((p for p in sentence.phrases if p.first > group.verb and made[p.head].lemma in _MESSAGES), None)
    if told is None or told.last + 2 >= len(made) or made[told.last + 1].text not in ("from", "by"):
        return None
    whose = next((p for p in sentence.phrases if p.first == told.last + 2), None)
    beside = whose and next((p for p in sentence.phrases if p.first == whose.last + 1), None)
    if whose is None:
        return None
    return whose.first, beside.last if beside is not None and made[beside.first].rel == "appos" else whose.last


_MESSAGES = frozenset(("post", "tweet", "message", "comment", "letter", "statement", "video", "story", "text"))


def _reproached(sentence: Sentence, group: VerbGroup) -> Span | None:
    """Who says it in "criticised Lund for saying …", "accused the envoy of refusing to …": whom the reproach or the praise is for."""
    made = sentence.tokens
    if made[group.first - 1].text.lower() not in ("for", "over", "of") or made[group.verb].head < 0:
        return None
    held = next((i for i, t in enumerate(made) if t.head == made[group.verb].head and t.rel == "obj"), None)
    if held is None or not (made[held].name != "O" or made[held].tag == "PRP" or made[held].mention == "person"):
        return None
    phrase = clauses.phrase_at(sentence, held)
    return (phrase.first, phrase.last) if phrase is not None else (held, held)


def _behind_dash(sentence: Sentence, group: VerbGroup) -> Span | None:
    """Who says it in "Lund countered the idea that Holm knew – blaming …": behind a dash the main subject goes on."""
    made = sentence.tokens
    if not group.first or not clauses.is_break(sentence, group.first - 1):
        return None
    main = next((v for v in sentence.verbs if made[v.verb].rel == "root" and v.finite), None)
    return clauses.subject_before(sentence, main.first) if main is not None and main.first < group.first else None


def _shared(sentence: Sentence, group: VerbGroup) -> Span | None:
    """By the tree, the subject that a verb shares with the one it is coordinated with: "officials said strikes remained an option but
    | played down the prospect". None where that is a thing: "he said the test was no threat and | stressed that …"."""
    over = next((v for v in sentence.verbs if v.verb == sentence.tokens[group.verb].head), None)
    if sentence.tokens[group.verb].rel != "conj" or over is None or not clauses.has_subject(sentence, over):
        return None
    subject = clauses.subject_before(sentence, over.first)
    if subject is None or not _mute(sentence, subject):
        return subject
    between = any(
        v.finite and over.last < v.first < group.first and clauses.has_subject(sentence, v) for v in sentence.verbs
    )
    told = sentence.tokens[clauses.governor(sentence, over)].rel == "ccomp"
    return None if told or between else subject


def _outermost(sentence: Sentence, d: Draft, found: Sequence[Draft]) -> Draft:
    """ "Berg said she hoped for rain, adding that …": who adds is Berg, not the pronoun in what she says."""
    made = sentence.tokens
    for other in found:
        inside = any(s <= d.source[0][0] < e for s, e in other.content)
        if other.source and inside and any(t.start == d.source[0][0] and t.tag in ("PRP", "WDT", "WP") for t in made):
            return other
    return d


def _is_relative(sentence: Sentence, span: Span) -> bool:
    return any(t.start == span[0] and t.end == span[1] and t.tag in ("WDT", "WP") for t in sentence.tokens)


def _coordinated(sentence: Sentence, group: VerbGroup) -> bool:
    i = group.first - 1
    while i > 0 and sentence.tokens[i].tag == "RB":
        i -= 1
    return sentence.tokens[i].text.lower() in ("and", "but", "or", ",", "then")


def _raising(sentence: Sentence, group: VerbGroup) -> bool:
    """ "went on to say", "was the first to say", "became the latest country to say": an infinitive whose governor says nothing of its own."""
    made = sentence.tokens
    before = [t.text.lower() for t in made[max(0, group.first - 3) : group.first]]
    ranked = bool({"first", "latest"}.intersection(before)) and any(
        t.lemma in ("be", "become") for t in made[max(0, group.first - RANKED) : group.first]
    )
    return ranked or "on" in before or "continued" in before or "sought" in before


RANKED = 7  # words from "was" to "the first of them to say"


def _has_object(sentence: Sentence, last: int, cue: Cue) -> bool:
    words_after = [t.text.lower() for t in sentence.tokens[last + 1 : last + 8]]
    return any(w in cue.objects for w in words_after)


def _after_break(sentence: Sentence, last: int) -> bool:
    nxt = sentence.tokens[last + 1].text if last + 1 < len(sentence.tokens) else "."
    return nxt in ',.;—–!?)”"' or nxt == ""


def _passive(
    sentence: Sentence,
    quoted: list[bool],
    group: VerbGroup,
    last: int,
    cue: Cue,
    own: Span | None,
    draft: Draft,
) -> Draft | None:
    made = sentence.tokens
    agent = next(
        (
            i
            for i in range(last + 1, min(len(made), last + 9))
            if made[i].text.lower() == "by" and clauses.phrase_from(sentence, i + 1) and not _of_another(made, last, i)
        ),
        None,
    )
    by = clauses.phrase_from(sentence, agent + 1) if agent is not None else None
    behind = clauses.with_tail(sentence, by) if by is not None else last
    if by is not None:
        draft.source = [span_of(sentence, by.first, behind)]
    bare = made[group.verb].rel == "acl"
    if bare:
        phrase = clauses.phrase_at(sentence, made[group.verb].head)
        own = (phrase.first, phrase.last) if phrase else own
    if own is None:
        return None
    if made[own[0]].text.lower() == "it" and own[0] == own[1]:
        return _clause_for_it(sentence, quoted, group, own, draft)
    told = cue.addressee == "object" or (cue.act == "urge" and cue.frames[0] == "object")
    right = right_content(sentence, quoted, group, last, cue, draft)
    draft.addressee = []
    if told:
        if right is None:
            return None
        draft.addressee = [span_of(sentence, *own)]
        draft.content = [right]
        return draft
    if (
        cue.act
        in "predict think allege report say find accuse describe confirm announce reject condemn blame vow".split()
    ):
        for at in dict.fromkeys((last + 1, behind + 1)):
            if at < len(made) and (made[at].tag == "TO" or made[at].text.lower() in ("of", "as", "for", "that")):
                end = clauses.clause_end(sentence, at, quoted, group)
                draft.content = [span_of(sentence, *own), span_of(sentence, at, end)]
                return draft
        if draft.source or cue.act in ("announce", "report", "reject", "confirm"):
            draft.content = [span_of(sentence, *own)]
            return draft
    return None


def _of_another(made: Sequence[Token], last: int, by: int) -> bool:
    """Whether the tree hangs what stands behind "by" on a verb behind the cue: "are suspected of having been paid by a gang"."""
    over = made[made[by].head].head if made[by].head >= 0 else -1
    return last < over < by and made[over].tag.startswith("VB")


def _clause_for_it(sentence: Sentence, quoted: list[bool], group: VerbGroup, it: Span, draft: Draft) -> Draft | None:
    """ "It was revealed late last week that …": the clause that "it" stands for; "it was denied by Oslo" points back."""
    made, verb = sentence.tokens, clauses.governor(sentence, group)
    whole = next((i for i, t in enumerate(made) if i > verb and t.head == verb and t.rel in _CLAUSES), None)
    if whole is None:
        draft.content = [span_of(sentence, *it)]
        return draft if draft.source else None
    start = sentence.reach[whole][0]
    draft.content = [span_of(sentence, start, clauses.clause_end(sentence, start, quoted, group))]
    return draft


_CLAUSES = ("csubj", "csubj:pass", "ccomp")


def _inverse_subject(sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int) -> Span | None:
    """The subject after the verb: “…,” said Anna Berg, head of the union."""
    made = sentence.tokens
    before = made[group.first - 1] if group.first else None
    if before is None or not (before.text in (",", "”", '"', "’", "'", "?", "!", "''") or quoted[group.first - 1]):
        return None
    phrase = clauses.phrase_into(sentence, last + 1)
    if phrase is None or quoted[phrase.first]:
        return None
    beside = clauses.phrase_from(sentence, phrase.last + 1)
    if beside is not None and _both_subjects(sentence, phrase, beside):
        phrase = replace(beside, first=phrase.first)  # "said | Port Lena county police chief | Anna Berg"
    end = clauses.apposition(sentence, clauses.with_tail(sentence, phrase))
    nxt = made[end + 1] if end + 1 < len(made) else None
    if nxt is not None and nxt.tag in ("VBD", "VBZ", "VBP", "MD"):
        return None
    if (
        nxt is not None
        and nxt.text == ","
        and end + 2 < len(made)
        and made[end + 2].tag in ("DT", "NN", "NNP", "JJ", "WP", "CD", "PRP$")
        and not quoted[end + 2]
    ):
        stop = next(
            (
                k
                for k in range(end + 2, len(made))
                if quoted[k]
                or made[k].text in (";", ":", ".")
                or (made[k].text == "," and k + 1 < len(made) and made[k + 1].tag in ("VBG", "IN", "CC"))
            ),
            len(made),
        )
        end = stop - 1
        while end > phrase.first and made[end].text in ".,":
            end -= 1
    return phrase.first, end


def _both_subjects(sentence: Sentence, one: Phrase, other: Phrase) -> bool:
    """Whether the tree hangs two phrases side by side under one verb as its subject: a title and who bears it."""
    made = sentence.tokens
    heads = [clauses.head_of(sentence, *span_of(sentence, p.first, p.last)) for p in (one, other)]
    x, y = (made[h] if h is not None else None for h in heads)
    return x is not None and y is not None and x.head == y.head and x.rel == y.rel == "nsubj"


def _left_content(
    sentence: Sentence, quoted: list[bool], group: VerbGroup, inverse: Span | None, own: Span | None, rival: bool
) -> Span | None:
    """What stands before subject and cue and is set off by a comma or quotation marks.

    Where content may also follow the cue (`rival`), "In June, she said …" is no content.
    """
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
        if rival and (not verbs or made[0].text.lower() in _OPENERS):
            return None
    else:
        first_quote = next(i for i in range(last + 1) if quoted[i])
        if first_quote > 0 and any(v.last < first_quote and v.finite and cue_at(sentence, v) for v in sentence.verbs):
            start = first_quote
    if start == 0 and " ".join(t.text.lower() for t in made[:2]) in lexicon.cue_table("phrases"):
        start = next((k + 1 for k in range(2, last) if made[k].text == ","), 0)  # "According to X, …, Y reports"
    if made[start].text.lower() in ("but", "and", "so", "still", "yet") and start + 1 < last:
        start += 1
        start += made[start].text == ","
    return span_of(sentence, start, last)


def _only_when(sentence: Sentence, group: VerbGroup, left: Span) -> bool:
    """Whether what stands before the subject tells when something was said, not what: "Since it took the town, Lund has claimed the port"."""
    head = clauses.head_of(sentence, *left)
    return (
        head is not None
        and sentence.tokens[head].rel in ("advcl", "obl", "obl:tmod")
        and sentence.tokens[head].head == clauses.governor(sentence, group)
    )


_ENDS = frozenset(("say", "report", "announce", "find", "think", "predict", "allege"))
"""Acts that may close a sentence without quotation marks: "The road is open, says the ministry." """
_OPENERS = frozenset(
    """after before when while as in on at if although though since during asked speaking despite with by following for
    earlier later""".split()
)


def _resumed(sentence: Sentence, quoted: list[bool], after: int) -> Span | None:
    """Content that goes on behind subject and cue: “A,” she said, “B.” or: The bridge, she said, was unsafe."""
    made = sentence.tokens
    again = next((k for k in range(after, len(made)) if quoted[k]), len(made))
    spoken = any(after <= v.first < again and (v.finite or _quotes(made[v.verb])) for v in sentence.verbs)
    if again < len(made) and not spoken and any(quoted[:after]):
        start = next((k for k in range(after, again) if made[k].tag == "CC" and again - k <= 3), again)
    elif (
        after < len(made) - 3
        and made[after].text == ","
        and (
            made[after + 1].text.lower() != "including" or sum(v.finite and v.last < after for v in sentence.verbs) > 1
        )
        and not _turns_away(sentence, after + 1)
    ):
        start = after + 1
    else:
        return None
    end = len(made) - 1
    if quoted[start]:
        end = start
        while end + 1 < len(made) and quoted[end + 1]:
            end += 1
    while end > start and made[end].text in ".,":
        end -= 1
    return span_of(sentence, start, end)


def _quotes(t: Token) -> bool:
    """A participle that brings words of its own: ", adding “…”", not ", referring to the toll, “…”"."""
    return t.tag == "VBG" and any("quote" in c.frames for c in lexicon.cue_table("verbs").get(t.lemma, ()))


def _turns_away(sentence: Sentence, start: int) -> bool:
    """Behind the comma begins something of the author's: ", adding …", ", and …", ", when …", ", who …"."""
    t = sentence.tokens[start]
    acts = (t.tag == "VBG" and t.lemma != "include") or t.text.lower() == "not"
    return (
        acts
        or t.tag in ("CC", "WP", "WDT", "WRB")
        or t.text.lower() in ("while", "as", "after", "before", "though", "although")
    )
