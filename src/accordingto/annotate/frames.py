"""Content behind a cue verb, by the frames that the lexicon gives the cue, and the addressee on the way."""

from __future__ import annotations

from ..lexicon import Cue
from ..text import MONTHS, WEEKDAYS, Span
from . import clauses
from .drafting import Draft, span_of
from .engine import Sentence, VerbGroup

_ADVERBIAL = frozenset(
    (
        "on in at during after before to via from by late early earlier later with through over following outside "
    ).split()
)


def right_content(
    sentence: Sentence, quoted: list[bool], group: VerbGroup, last: int, cue: Cue, draft: Draft
) -> Span | None:
    """The content behind the cue by the first of its frames that fits; sets the addressee on the way."""
    made = sentence.tokens
    if cue.act == "deny" and sum(t.rel in ("iobj", "obj") and t.head == group.verb for t in made) > 1:
        return None  # "denied the crew a visa": something is withheld, nothing is said
    i = last + 1
    while (
        i < len(made)
        and (made[i].tag in ("RB", "RBR") or made[i].text in (",", ":"))
        and made[i].text.lower() not in ("not",)
        and not quoted[i]
    ):
        if made[i].text == "," and not (
            i + 1 < len(made) and (quoted[i + 1] or _adverbial_until_that(sentence, quoted, i + 1))
        ):
            return None
        i += 1
    if i >= len(made):
        return None
    if i + 1 < len(made) and made[i].lemma in _SPANS and not quoted[i]:
        if made[i + 1].text.lower() in ("after", "before"):
            return None  # "tweeted hours after the talks had begun": when, not what
        i += 2 if made[i + 1].text.lower() in ("later", "earlier", "ago") and i + 2 < len(made) else 0
    if i + 1 < len(made) and made[i + 1].tag == "TO" and _of_time(made[i].text.lower()) and not quoted[i]:
        i += 1  # "vowed Monday to strike": when, not what
    absorbed = made[last].text.lower() in ("of", "for", "on", "about", "to", "at", "against", "over", "with", "upon")
    if (
        absorbed
        and cue.frames != ("clause",)  # "agreed with Lund that …": with whom
        and (clauses.phrase_from(sentence, i) or made[i].tag == "VBG" or made[i].text in "$€£")
    ):
        return span_of(sentence, i, clauses.clause_end(sentence, i, quoted, group))
    if cue.addressee == "object":
        i = _over_the_day(sentence, _skip_addressee(sentence, quoted, i, draft))
    elif cue.addressee == "to":
        draft.addressee = addressee(sentence, last, cue)
    by_tree = clauses.complement(sentence, group) if "clause" in cue.frames else None
    if by_tree is not None and (start := _behind_the_day(sentence, quoted, by_tree, i)) is not None:
        return span_of(sentence, start, clauses.clause_end(sentence, start, quoted, group))
    for frame in cue.frames:
        start = _frame_start(sentence, quoted, i, frame, cue)
        if start is not None and not _manner(sentence, quoted, start):
            if frame.startswith("pp:") and cue.addressee != "object":
                draft.addressee = []  # "agreed to a truce": with nobody
            whole = _whole_quotation(sentence, quoted, start) if frame in ("clause", "quote") else None
            return span_of(sentence, start, whole or clauses.clause_end(sentence, start, quoted, group))
    if by_tree is not None and by_tree > last:
        return span_of(sentence, by_tree, clauses.clause_end(sentence, by_tree, quoted, group))
    return None


def _behind_the_day(sentence: Sentence, quoted: list[bool], start: int, i: int) -> int | None:
    """Where a clause that the tree begins at `start` begins behind when or where it was said: "said Friday | his son …", "asserted in May 2017 | that …"."""
    made = sentence.tokens
    while start < len(made) - 2 and made[start].text.lower() in WEEKDAYS:
        start += 1  # "said Friday its ships …" with the day hung under what they did
    if start <= i or any(quoted[i:start]) or made[start].tag.startswith(("VB", "MD")):
        return None
    between = made[i:start]
    if any(t.tag.startswith(("VB", "MD")) for t in between):
        return None
    if made[start].text.lower() == "that":
        return start if between[0].tag in ("IN", "RB", "JJ", "NNP", "DT") else None
    return start if all(_of_time(t.text.lower()) for t in between) else None


def beyond_the_day(sentence: Sentence, quoted: list[bool], group: VerbGroup, content: Span) -> Span | None:
    """What goes on behind the day on which something was said of somebody: "accused Lund on Friday | of sinking it", "urged Lund on Friday | to
    let it go"; None where nothing does."""
    made = sentence.tokens
    at = next((k for k, t in enumerate(made) if t.start >= content[1]), len(made))
    first, at = at, _over_the_day(sentence, at)
    if at == first:
        return None
    over = made[made[at].head]  # what the preposition or "to" belongs to
    if made[at].rel not in ("case", "mark") or over.head != clauses.governor(sentence, group):
        return None
    return span_of(sentence, at, clauses.clause_end(sentence, at, quoted, group))


def _over_the_day(sentence: Sentence, at: int) -> int:
    """The token behind a day that parts a preposition or "to" from what it belongs to; `at` itself where there is none."""
    made, k = sentence.tokens, at
    while k < len(made) and clauses.is_time(sentence, k):
        k += 1
    two = [t.text.lower() for t in made[k : k + 2]]
    if two[0:1] == ["in"] and two[1:] and (two[1] in MONTHS or two[1].isdigit()):
        k += 2  # "in February"
    elif two[0:1] in (["last"], ["this"]) and two[1] in ("week", "month", "year"):
        k += 2
    goes_on = k + 1 < len(made) and made[k].text.lower() in _GOES_ON
    return k if goes_on and (made[k].text.lower() != "to" or made[k + 1].tag.startswith(("VB", "RB"))) else at


_GOES_ON = frozenset("of for to against over about".split())


def _of_time(word: str) -> bool:
    return word in _TIME or word.rstrip(".") in MONTHS or word in WEEKDAYS or word.isdigit()


_TIME = frozenset("on in late early last this yesterday today morning afternoon evening night".split())
_SPANS = frozenset("minute hour day week month year moment shortly soon immediately just".split())


def _manner(sentence: Sentence, quoted: list[bool], start: int) -> bool:
    """Whether only an adverb stands in quotation marks: "would respond “proportionally”" says how, not what."""
    made = sentence.tokens
    inside = [k for k in range(start, min(len(made), start + 4)) if quoted[k] and made[k].text.isalpha()]
    if len(inside) != 1 or made[inside[0]].tag != "RB":
        return False
    after = inside[0] + 1
    ended = after >= len(made) or not made[after].text.isalpha() or not quoted[after]
    return ended and made[inside[0]].text.lower().endswith("ly")


def _whole_quotation(sentence: Sentence, quoted: list[bool], start: int) -> int | None:
    """The last token of a quotation that is itself the whole content: “We will see,” when asked …"""
    made = sentence.tokens
    if not quoted[start]:
        return None
    end = start
    while end + 1 < len(made) and quoted[end + 1]:
        end += 1
    inner = end - 1 if made[end].text in "”\"''" else end
    closed = made[inner].text in (",", ".", "!", "?", "…")
    return end if end + 1 < len(made) and closed and not any(quoted[end + 1 :]) else None


def _skip_addressee(sentence: Sentence, quoted: list[bool], i: int, draft: Draft) -> int:
    phrase = clauses.phrase_from(sentence, i)
    if phrase is None or quoted[i]:
        return i
    end = clauses.with_tail(sentence, phrase)
    if end + 1 < len(sentence.tokens) and any(v.first == end + 1 and v.finite for v in sentence.verbs):
        return i  # "warned prices would rise": the phrase is the subject of the content
    end = (
        clauses.apposition(sentence, phrase.last)
        if sentence.tokens[phrase.last + 1 : phrase.last + 2] and sentence.tokens[phrase.last + 1].text == ","
        else _titled(sentence, phrase.last)
    )
    draft.addressee = [span_of(sentence, phrase.first, end)]
    return min(
        len(sentence.tokens) - 1,
        end + 1 + (end + 1 < len(sentence.tokens) and sentence.tokens[end + 1].text == "," and end != phrase.last),
    )


def _titled(sentence: Sentence, last: int) -> int:
    """The last token of a name right behind the office that a phrase ends with ("Lima's ambassador | Ana Ruiz"), else `last`."""
    named = clauses.phrase_from(sentence, last + 1)
    if named is None or sentence.tokens[named.first].mention not in ("person", "body"):
        return last
    return last if any(v.finite and v.first == named.last + 1 for v in sentence.verbs) else named.last


def addressee(sentence: Sentence, last: int, cue: Cue) -> list[Span]:
    made = sentence.tokens
    if cue.addressee == "object":
        phrase = clauses.phrase_from(sentence, last + 1)
        return [span_of(sentence, phrase.first, phrase.last)] if phrase else []
    if cue.addressee == "to":
        for i in range(last + 1, min(len(made) - 1, last + 8)):
            if (
                made[i].text.lower() == "to"
                and made[i].tag in ("TO", "IN")
                and (phrase := clauses.phrase_from(sentence, i + 1))
            ):
                return [span_of(sentence, phrase.first, phrase.last)]
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
        if (
            k < len(made)
            and made[k].text.lower() == "that"
            and made[k].tag in ("IN", "WDT", "DT")
            and k + 1 < len(made)
        ):
            return k
        if made[i].text.lower() in ("how", "whether", "why", "what", "if") and "wh" in cue.frames:
            return i - (made[i - 1].text.lower() == "even")
        for at in dict.fromkeys((i, k)):
            if (
                at < len(made)
                and clauses.begins_clause(sentence, at)
                and made[at].text.lower() not in ("who", "which")
                and not (made[at - 1].text == "," and at == i)
            ):
                return at
        if quoted[i] or (k < len(made) and quoted[k]):
            return i if quoted[i] else k
    elif frame == "quote":
        k = _over_adverbials(sentence, quoted, i)
        while k < len(made) and made[k].text in ",:":
            k += 1
        if k < len(made) and quoted[k]:
            return k
    elif frame == "inf":
        k = i
        verb = k + 1 < len(made) and made[k + 1].tag.startswith(("VB", "RB"))  # "agreed to a truce" is none
        if made[k].tag == "TO" or (cue.act in ("refuse", "vow") and made[k].text.lower() == "to" and verb):
            return k
        phrase = clauses.phrase_from(sentence, i)
        if (
            phrase
            and cue.act in ("think", "predict", "warn", "tell")
            and phrase.last + 1 < len(made)
            and made[phrase.last + 1].tag == "TO"
        ):
            return i
    elif frame == "wh":
        if made[i].text.lower() in ("whether", "how", "why", "what", "who", "where", "when", "if", "which"):
            return i
    elif frame == "whether":
        if made[i].text.lower() in ("whether", "if"):
            return i
    elif frame == "ing":
        if made[i].tag == "VBG":
            return i
    elif frame == "naming":
        named = clauses.phrase_from(sentence, i)
        after = named.last + 1 if named else len(made)
        if (
            named
            and after < len(made)
            and (quoted[after] or made[after].tag in ("DT", "JJ", "PRP$", "``") or made[after].text.lower() == "as")
        ):
            return i
    elif frame in ("np", "object"):
        phrase = clauses.phrase_from(sentence, i)
        if (phrase is not None and (made[i].tag not in ("WP", "WDT") or made[i].text.lower() == "what")) or quoted[i]:
            return i
    elif frame.startswith("pp:") and made[i].text.lower() == frame[3:] and i + 1 < len(made):
        return i + 1
    return None


def clause_start(sentence: Sentence, quoted: list[bool], i: int) -> int | None:
    """Where a clause or words in quotation marks begin at or shortly after token i, adverbials passed over."""
    k = _over_adverbials(sentence, quoted, i + (sentence.tokens[i].text in (",", ":")))
    return k if k < len(sentence.tokens) and sentence.tokens[k].text not in (".", ",") else None


def _over_adverbials(sentence: Sentence, quoted: list[bool], i: int) -> int:
    """Skip "on Friday", "in a statement", "to reporters", "in an interview with the paper", a weekday, a bracket."""
    made = sentence.tokens
    k = i
    while k < len(made) and not quoted[k]:
        word = made[k].text.lower()
        if (
            word in _ADVERBIAL
            and (phrase := clauses.phrase_from(sentence, k + 1))
            and made[k + 1].tag not in ("WP", "WDT")
        ):
            k = clauses.with_tail(sentence, phrase) + 1
        elif (
            (phrase := clauses.phrase_from(sentence, k))
            and made[phrase.head].lemma in ("week", "month", "year", "morning", "night", "day", "evening", "afternoon")
            and word in ("this", "last", "earlier", "next")
        ):
            k = phrase.last + 1
        elif (
            made[k].tag == "RB"
            or (word.endswith("day") and made[k].tag.startswith("NNP"))
            or (made[k].text == "," and k > i)
        ):
            k += 1
        else:
            break
    return k
