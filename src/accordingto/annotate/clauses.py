"""Where a subject, a clause or a noun phrase with its tail begins and ends, over one analysed sentence.

The grammar that attributions and happenings share; it knows tags and phrases, no cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .. import lexicon
from ..text import WEEKDAYS, Span
from .engine import Phrase, Sentence, Token, VerbGroup

_TAIL = frozenset("of for in from at on to with under near against by between over within across".split())
_BREAK = frozenset((";", "—", "–", "--"))
_TURNS = frozenset(("but", "while", "although", "though", "whereas"))
_WH = frozenset(("who", "which", "that", "whom"))


def head_of(sentence: Sentence, start: int, end: int) -> int | None:
    """The head word of a stretch of text: its first token whose governor lies outside, a verb with its own clause before a noun that
    the tree took out of it."""
    made = sentence.tokens
    inside = dict.fromkeys(i for i, t in enumerate(made) if start <= t.start < end)
    outer = [i for i in inside if made[i].head not in inside]
    return next((i for i in outer if made[i].rel == "ccomp" and made[i].tag.startswith("VB")), next(iter(outer), None))


def modified(sentence: Sentence, start: int, end: int, rel: str) -> int | None:
    """The noun that a clause of this relation hangs under, by the tree, where the stretch of text depends on its verb ("a speech by
    Berg, in which | he | said"); None where it is no such clause."""
    made, at = sentence.tokens, head_of(sentence, start, end)
    verb = made[at].head if at is not None else -1
    if verb < 0 or not made[verb].rel.startswith(rel) or made[verb].head < 0:
        return None
    return made[verb].head


def is_to(made: Sequence[Token], verb: int) -> int | None:
    """The "is" of what somebody is to do ("The king is to visit Oslo", "he was to be crowned"); None where it is said otherwise."""
    to = next((k for k, t in enumerate(made[:verb]) if t.head == verb and t.tag == "TO"), None)
    if to is None:
        return None
    be = (k for k, t in enumerate(made[:to]) if t.head == verb and t.lemma == "be" and t.tag in ("VBZ", "VBP", "VBD"))
    return next(be, None)


def case_of(sentence: Sentence, token: int) -> str:
    """The preposition before a noun ("to", "against"), lower-cased; "" where it has none."""
    return next((t.text.lower() for t in sentence.tokens[:token] if t.head == token and t.rel == "case"), "")


def phrase_at(sentence: Sentence, token: int) -> Phrase | None:
    """The noun phrase that covers a token."""
    return next((p for p in sentence.phrases if p.first <= token <= p.last), None)


def phrase_from(sentence: Sentence, token: int) -> Phrase | None:
    """The noun phrase that begins at a token."""
    return next((p for p in sentence.phrases if p.first == token), None)


def phrase_into(sentence: Sentence, token: int) -> Phrase | None:
    """The noun phrase that begins at a token or, where the tree parts its first words from it ("opposition Liberty | Korea Party
    spokesperson Jeong"), up to three words behind."""
    for k in range(token, min(len(sentence.tokens), token + 4)):
        if (found := phrase_from(sentence, k)) is not None:
            return replace(found, first=token)
        if not sentence.tokens[k].tag.startswith(("NN", "JJ", "DT")):
            return None
    return None


def with_tail(sentence: Sentence, phrase: Phrase, limit: int | None = None) -> int:
    """Last token of a noun phrase with its prepositional tails and an apposition that closes with a comma."""
    made = sentence.tokens
    last = phrase.last
    tails = _TAILS | _OF_PAPERS if made[phrase.head].lemma in lexicon.word_set("documents") else _TAILS
    stop = len(made) if limit is None else limit
    beside = phrase_from(sentence, last + 1)
    if beside is not None and made[beside.head].rel == "appos" and made[last + 1].name == "B-PER":
        last = beside.last
    while last + 2 < stop:
        word = made[last + 1].text.lower()
        after = phrase_from(sentence, last + 2)
        if after is None:
            break
        if (word in tails and made[last + 1].tag in ("IN", "TO")) or (
            word in ("and", "&", "or")
            and made[after.head].tag.startswith("NNP") == made[phrase.head].tag.startswith("NNP")
            and not _verb_after(sentence, after.last)
        ):
            last = after.last
        else:
            break
    return last


_TAILS = frozenset(("of", "for", "in", "at", "from", "on", "with", "to"))
_OF_PAPERS = frozenset(("about", "by", "into", "regarding"))


def _verb_after(sentence: Sentence, token: int) -> bool:
    return any(v.first == token + 1 and v.finite for v in sentence.verbs)


def apposition(sentence: Sentence, last: int) -> int:
    """If ", the deputy head of …" follows token `last`, the last token of it (before the closing comma or stop)."""
    made = sentence.tokens
    if last + 2 >= len(made) or made[last + 1].text != ",":
        return last
    head = phrase_from(sentence, last + 2)
    if (
        head is None
        or made[last + 2].tag in ("PRP", "WP", "WDT")
        or made[last + 2].text.lower() in ("this", "that", "these")
    ):
        return last
    end = with_tail(sentence, head)
    closing = made[end + 1].text if end + 1 < len(made) else "."
    return end if closing in (",", ".", "”", '"', ")") and not _verb_after(sentence, end) else last


def subject_before(sentence: Sentence, first: int) -> Span | None:
    """Token span (first, last) of the subject of the verb group that begins at token `first`; None when there is none at hand.

    Handles appositions and relative clauses between commas, prepositional tails and coordination.
    """
    found = _subject(sentence, first)
    return found if found is not None else _subject_by_phrases(sentence, first)


def _subject_by_phrases(sentence: Sentence, first: int) -> Span | None:
    """The noun phrase before the verb, where the tree gives the verb no subject."""
    made = sentence.tokens
    i = first - 1
    while i >= 0 and (
        made[i].tag in ("RB", "RBR")
        or (
            made[i].text.lower() in ("also", "all", "both", "later", "on", "reportedly")
            and phrase_at(sentence, i) is None
        )
        or is_time(sentence, i)
    ):
        i -= 1
    if i < 0:
        return None
    if made[i].text.lower() in _WH and made[i].tag in ("WP", "WDT", "IN"):
        return (i, i) if made[i].rel != "mark" else None
    if made[i].text in (",", "—", "–", ")"):
        return _over_insert(sentence, i)
    phrase = phrase_at(sentence, i)
    if phrase is None or phrase.last != i:
        return None
    group = next((v for v in sentence.verbs if v.first == first), None)
    if group is not None and made[group.verb].rel == "acl" and made[group.verb].head == phrase.head:
        return phrase.first, i  # "under fire over a report claiming …": the report, not the fire
    return _extend_left(sentence, phrase), i


def governor(sentence: Sentence, group: VerbGroup) -> int:
    """The word that heads the clause of a verb group: the verb, or what a copula or auxiliary hangs under."""
    t = sentence.tokens[group.verb]
    return t.head if t.rel in ("aux", "aux:pass", "cop") and t.head >= 0 else group.verb


def has_subject(sentence: Sentence, group: VerbGroup) -> bool:
    """By the tree, the verb has a subject of its own."""
    return bears_subject(sentence, governor(sentence, group))


def bears_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a subject hangs on a word that heads a clause."""
    return any(t.head == verb and t.rel.startswith("nsubj") for t in sentence.tokens)


def _subject(sentence: Sentence, first: int) -> Span | None:
    made = sentence.tokens
    group = next((v for v in sentence.verbs if v.first == first), None)
    if group is None:
        return None
    verb = governor(sentence, group)
    found = [i for i, t in enumerate(made[:first]) if t.head == verb and t.rel.startswith("nsubj")]
    if not found:
        return None
    if made[found[-1]].tag == "PRP":
        return found[-1], found[-1]  # "according to the paper she …": nothing hangs under a pronoun
    a, b = sentence.reach[found[-1]]
    if b >= first:  # what stands behind the verb and was hung under a name of the list before it
        b = max(i for i in range(a, first) if _under(made, i, found[-1], first))
    beside = len(found) > 1 and sentence.reach[found[-2]][1] == a - 1
    if beside and made[a - 1].text not in _CLOSES:
        a = sentence.reach[found[-2]][0]  # "campaign manager" and "Ana Lund" hung side by side
    if a > 0 and made[a - 1].text.lower().startswith(("then-", "ex-")):
        a -= 1  # "then-Treasury | Secretary Ana Lund"
    elif a > 1 and made[a - 1].text == "-" and made[a - 2].text.lower() in ("then", "ex"):
        a -= 2
    while b > a and made[b].rel == "punct" and made[b].text not in ("”", '"', "''", ")"):
        b -= 1
    while a < b and made[a].rel in ("punct", "cc", "mark"):
        a += 1
    while b > found[-1] and is_time(sentence, b):
        b -= 1
    return (a, b) if b < first and b - a <= 40 else None


def _under(made: Sequence[Token], i: int, top: int, before: int) -> bool:
    """Whether a token hangs under another by words that all stand before a place."""
    for _ in range(len(made)):
        if i == top or not 0 <= i < before:
            break
        i = made[i].head
    return i == top


def _content_end(sentence: Sentence, start: int, cue: VerbGroup) -> int | None:
    """By the tree: the end of the complement that holds token `start`; for objects also of what follows under the same verb."""
    made, verb = sentence.tokens, governor(sentence, cue)
    right = [i for i in range(cue.verb + 1, len(made)) if made[i].head == verb and made[i].rel in _COMPLEMENT]
    own = next((i for i in right if sentence.reach[i][0] <= start <= sentence.reach[i][1]), None)
    if own is None:
        return None
    end, before = sentence.reach[own][1], ""
    if made[own].rel != "ccomp":
        for i in (i for i in right if i > own):
            link = next((t.text.lower() for t in made[:i] if t.head == i and t.rel in ("case", "mark")), "")
            charged = before in ("of", "for") and link in _PLACED and not _of_saying(sentence, i)
            laid = link == "on" and made[verb].lemma == "blame" and not is_time(sentence, i)  # "the leak on a diver"
            if (link in _SETTING and not charged and not laid) or (link == "as" and made[i].rel == "advcl"):
                break  # where, when and how it was said is not what was said
            before = link
            end = max(end, sentence.reach[i][1])
    for i in (i for i in right if i > own and sentence.reach[i][0] == end + 1 and made[i].rel == "ccomp"):
        if made[end + 1].tag in ("WDT", "WP") and made[end + 1].head == i:
            end = sentence.reach[i][1]  # "it was Lund | that had sunk the ship"
    while end > start and (made[end].rel == "punct" and made[end].text in ".,;:—–-"):
        end -= 1
    return end


def _of_saying(sentence: Sentence, i: int) -> bool:
    """Whether a phrase tells when or in what something was said: "on Monday", "in a statement", "at a briefing"."""
    t = sentence.tokens[i]
    words = {t.lemma, t.text.lower()}
    return (
        t.name != "O"
        or t.mention == "time"
        or t.tag == "CD"
        or bool(words & (_SPEECHES | lexicon.word_set("documents")))
    )


_SPEECHES = frozenset(
    """interview briefing conference hearing call address debate rally meeting session testimony broadcast television tv radio show
    past week month year day weekend morning afternoon evening night""".split()
)
_PLACED = frozenset(("on", "in", "at"))
_CLOSES = frozenset((",", "”", '"', "''", "’"))
_SETTING = frozenset("in on at during after before amid by through via while since when until within".split())
_COMPLEMENT = frozenset("ccomp xcomp obj iobj obl nmod advcl acl".split())


DAYTIMES = frozenset(("morning", "afternoon", "evening", "night"))


def is_time(sentence: Sentence, i: int) -> bool:
    """A weekday, "today" or "yesterday" that no noun phrase needs, and the "on" before it."""
    word = sentence.tokens[i].text.lower()
    if word in DAYTIMES and i > 0 and sentence.tokens[i - 1].text.lower() in WEEKDAYS:
        return True
    if word in WEEKDAYS or word in ("yesterday", "today"):
        return (i > 0 and sentence.tokens[i - 1].text.lower() == "on") or (
            i > 0 and phrase_at(sentence, i) is not None and sentence.tokens[i - 1].tag not in ("IN", "DT", "JJ", ",")
        )
    return word == "on" and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].text.lower().endswith("day")


def _over_insert(sentence: Sentence, close: int) -> Span | None:
    made = sentence.tokens
    opening = {",": ",", "—": "—", "–": "–", ")": "("}[made[close].text]
    before = phrase_at(sentence, close - 1)
    if before is not None and before.last == close - 1 and any(t.text == "," for t in made[before.first : close]):
        return before.first, close - 1  # "its minister, Ana Lund, said": title and name are one phrase
    for j in range(close - 1, max(-1, close - 30), -1):
        if made[j].text != opening:
            continue
        end = j - 1
        if end > 0 and made[end].text == ")":  # "Ana Lund (R-OH), the chair, said"
            end = next((k - 1 for k in range(end, max(0, end - 8), -1) if made[k].text == "("), end)
        phrase = phrase_at(sentence, end) if end >= 0 else None
        if phrase is None or phrase.last != end or made[end].text in (",",):
            continue
        insert = made[j + 1]
        if insert.tag in "DT WP WP$ WDT VBG VBN PRP$ JJ NN NNP CD NNS IN RB".split() and insert.text.lower() not in (
            "and",
            "but",
            "while",
        ):
            return _extend_left(sentence, phrase), close - 1
    return None


def _extend_left(sentence: Sentence, phrase: Phrase) -> int:
    made = sentence.tokens
    first = phrase.first
    listed = False
    while first >= 1:
        beside = phrase_at(sentence, first - 1)
        if beside is not None and beside.last == first - 1 and made[first].name == "B-PER":
            first = beside.first  # "his friend Omar Hassan", two phrases side by side
            continue
        if first < 2:
            break
        if (
            made[first - 1].text.lower() in ("and", "or")
            and made[first - 2].text == ","
            and (item := phrase_at(sentence, first - 3))
            and item.last == first - 3
            and made[item.head].tag.startswith("NNP")
        ):
            first, listed = item.first, True
            continue
        word, before = made[first - 1].text.lower(), phrase_at(sentence, first - 2)
        if before is None and word in _TAIL and made[first - 2].tag in ("VBG", "VBN") and first >= 4:
            before = phrase_at(sentence, first - 3)  # "an officer operating in the Lund direction said"
            if before is not None and before.last == first - 3 and not _object(sentence, before):
                first = before.first
                continue
            break
        if before is None or before.last != first - 2:
            break
        if (
            (
                word in _TAIL
                and made[first - 1].tag in ("IN", "TO")
                and made[before.head].tag != "PRP"
                and not _object(sentence, before)
            )
            or (word in ("and", "or", "&") and not _object(sentence, before))
            or (word == "," and listed and made[before.head].tag.startswith("NNP"))
            or (
                word == ","
                and made[before.head].tag.startswith("NN")
                and made[phrase.head].tag.startswith("NNP")
                and before.first > 0
                and _role_like(sentence, before)
            )
        ):
            first = before.first
        else:
            break
    return first


def _role_like(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The head of the institute, Anna Berg, said": a role phrase stands right before the name."""
    words = {t.text.lower() for t in sentence.tokens[max(0, phrase.first - 3) : phrase.last + 1]}
    return bool(words & lexicon.word_set("roles"))


def _object(sentence: Sentence, phrase: Phrase) -> bool:
    return any(v.last == phrase.first - 1 for v in sentence.verbs)


def clause_end(sentence: Sentence, start: int, quoted: Sequence[bool], cue: VerbGroup | None) -> int:
    """Last token of the clause that begins at token `start`: the sentence's end, or before a coordinated verb of the
    cue's own subject, a semicolon or dash, a new main clause, or what somebody else says of it. Never stops inside quotation marks."""
    verdict = _before_verdict(sentence, start)
    end = _clause_end(sentence, start, quoted, cue)
    return end if verdict >= end or quoted[verdict] else verdict


def _clause_end(sentence: Sentence, start: int, quoted: Sequence[bool], cue: VerbGroup | None) -> int:
    by_phrases = _clause_end_by_phrases(sentence, start, quoted, cue)
    if cue is None or quoted[start]:
        return by_phrases
    by_phrases = min(by_phrases, _own_clause_end(sentence, start, cue))
    main = _main_clause(sentence, start, cue)
    if main is not None:
        return main
    tail = _before_tail(sentence, start)
    by_phrases = min(by_phrases, tail)
    end = _content_end(sentence, start, cue)
    end = min(end, tail) if end is not None else None
    if end is None or quoted[end] or any(quoted[end : by_phrases + 1]):
        return by_phrases
    if end < by_phrases and any(v.finite and v.first == end + 1 and v.verb != cue.verb for v in sentence.verbs):
        return by_phrases  # "told Lund the visit | must not lead to …": what the tree ends with is the subject of more
    return min(end, by_phrases) if _breaks_off(sentence, by_phrases + 1) else end


_VERDICTS = frozenset("claim charge allegation accusation assertion insinuation rumour rumor suggestion".split())


def _before_verdict(sentence: Sentence, start: int) -> int:
    """The last token before ", a claim that Lund disputes": what somebody else says of the content is no part of it."""
    made = sentence.tokens
    for i in range(start + 2, len(made) - 3):
        if made[i].text == "," and made[i + 1].text.lower() in ("a", "an"):
            noun = next((k for k in (i + 2, i + 3) if made[k].lemma in _VERDICTS), None)
            if noun is not None and noun + 1 < len(made) and made[noun + 1].tag not in (".", ","):
                return i - 1
    return len(made)


def _before_tail(sentence: Sentence, start: int) -> int:
    """The last token before ", the embassy said on Thursday" or "as the embassy said" at the end of a sentence, wherever the tree hangs
    it."""
    made = sentence.tokens
    for i in range(start + 4, len(made) - 2):
        if made[i].text.lower() == "according" and made[i + 1].text.lower() == "to":
            comma = i - 2 if made[i - 1].text in ("”", '"', "''") else i - 1
            if made[comma].text == "," and not any(t.finite and t.first > i for t in sentence.verbs):
                return i - 1
    for v in sentence.verbs:
        own = (
            _subject(sentence, v.first) or _behind_quotes(sentence, v.first)
            if v.finite and v.first > start + 2
            else None
        )
        closes = own is not None and made[own[0] - 1].text in ("”", '"') and made[own[0] - 2].text == ","
        if (
            own is None
            or own[0] <= start + 2
            or (made[own[0] - 1].text.lower() not in (",", "as") and not closes)
            or made[v.verb].lemma not in ("say", "report", "add", "explain", "put")
        ):
            continue
        rest = [t for t in made[v.last + 1 :] if t.text not in (".", "”", '"')]
        if not rest or (
            rest[0].tag in ("IN", "NNP")
            and rest[0].text.lower() != "that"
            and not any(t.tag.startswith("VB") for t in rest)
        ):
            return own[0] - 1 if closes else own[0] - 2
    return len(made)


def _behind_quotes(sentence: Sentence, verb: int) -> Span | None:
    """Who stands between ",”" and a verb, wherever the tree hangs him: "…,” his lawyer Per Lund said"."""
    ends = {p.last: p.first for p in sentence.phrases}
    first = verb
    while first - 1 in ends:
        first = ends[first - 1]
    before = [t.text for t in sentence.tokens[max(0, first - 2) : first]]
    return (first, verb - 1) if first < verb and before in ([",", "”"], [",", '"']) else None


def is_break(sentence: Sentence, token: int) -> bool:
    """A semicolon or a dash, also a hyphen with spaces on both sides."""
    made = sentence.tokens
    if made[token].text == "-" and 0 < token < len(made) - 1:
        return made[token - 1].end < made[token].start and made[token].end < made[token + 1].start
    return made[token].text in _BREAK


def _own_clause_end(sentence: Sentence, start: int, cue: VerbGroup) -> int:
    """Where the cue stands in a side clause ("After Lund accused him of theft, he …"), the last token of that clause."""
    made, verb = sentence.tokens, governor(sentence, cue)
    end = sentence.reach[verb][1]
    if made[verb].rel not in ("advcl", "acl", "acl:relcl", "csubj") or end <= start:
        return len(made)
    return _without_stops(sentence, start, end)


def object_end(sentence: Sentence, start: int) -> int:
    """By the tree: the last token of what hangs under the head of the phrase at `start`, or of the clause that begins there."""
    made = sentence.tokens
    edges = (start, start - 1) if start and made[start - 1].rel in ("case", "mark") else (start,)
    heads = [i for i in range(start, len(made)) if sentence.reach[i][0] in edges and made[i].head < start]
    return _without_stops(sentence, start, sentence.reach[heads[0]][1] if heads else start)


def _without_stops(sentence: Sentence, start: int, end: int) -> int:
    """The last token of start … end that is no stop, comma or dash."""
    while end > start and sentence.tokens[end].text in ".,;:—–-":
        end -= 1
    return end


def antecedent(sentence: Sentence, group: VerbGroup) -> Span | None:
    """The noun phrase that a relative clause is about, where the verb of the clause lacks an object: "a charge the party denies"."""
    made, verb = sentence.tokens, governor(sentence, group)
    t = made[verb]
    if t.rel != "acl:relcl" or t.head < 0 or t.head > verb:
        return None
    if any(x.head == verb and x.rel == "obj" and x.tag not in ("WDT", "WP") for x in made):
        return None
    phrase = phrase_at(sentence, t.head)
    return (phrase.first, phrase.last) if phrase else None


def _main_clause(sentence: Sentence, start: int, cue: VerbGroup) -> int | None:
    """Behind a participle that opens the sentence ("Asked what he feared, Berg said …"): the last token before the main clause."""
    made = sentence.tokens
    if made[cue.verb].tag not in ("VBN", "VBG") or cue.finite:
        return None
    if any(v.finite and v.last < cue.first for v in sentence.verbs):
        return None
    root = next((v for v in sentence.verbs if made[governor(sentence, v)].rel == "root" and v.first > start), None)
    own = _subject(sentence, root.first) if root is not None and root.finite else None
    if own is None or own[0] <= start or made[own[0] - 1].text != ",":
        return None
    return own[0] - 2


def _breaks_off(sentence: Sentence, token: int) -> bool:
    """A dash, "but", or ", adding": what follows is not the content's, wherever the tree hangs it."""
    made = sentence.tokens
    if token >= len(made):
        return False
    if made[token].text == "," and token + 1 < len(made):
        return made[token + 1].tag == "VBG" or made[token + 1].text.lower() in _TURNS
    return is_break(sentence, token) or made[token].text.lower() in _TURNS


def complement(sentence: Sentence, cue: VerbGroup) -> int | None:
    """By the tree: the first token of the clause that is the complement of a verb, behind the verb."""
    made, verb = sentence.tokens, governor(sentence, cue)
    found = next((i for i in range(cue.last + 1, len(made)) if made[i].head == verb and made[i].rel == "ccomp"), None)
    if found is None:
        return None
    start = max(cue.last + 1, sentence.reach[found][0])
    while start < found and made[start].rel == "punct":
        start += 1
    return start


def _beside_cue(sentence: Sentence, that: int, cue: VerbGroup) -> bool:
    """Whether a clause stands beside the cue and not in what is said: "it is odd that Berg admitted the raid, and | that he defended it"."""
    made = sentence.tokens
    verb = made[that].head if that < len(made) and made[that].rel == "mark" else -1
    return verb >= 0 and made[verb].rel == "conj" and made[verb].head == governor(sentence, cue)


def _clause_end_by_phrases(sentence: Sentence, start: int, quoted: Sequence[bool], cue: VerbGroup | None) -> int:
    made = sentence.tokens
    last = len(made) - 1
    for i in range(start + 1, len(made)):
        if quoted[i]:
            continue
        word = made[i].text.lower()
        if word in _TURNS and quoted[i - 1] and made[i - 2].text in ",.":
            last = i - 1
            break
        if (word == "according" and i > start + 2 and made[i + 1 : i + 2] and made[i + 1].text.lower() == "to") or (
            made[i].text == "," and _trailing_cue(sentence, i)
        ):
            last = i - 1
            break
        if is_break(sentence, i) and i > start + 2 and not _insertion(sentence, start, i):
            last = i - 1
            break
        if word in ("and", "but", "or") or made[i].text == ",":
            j = i + 1
            if (
                made[i].text == ","
                and j < len(made)
                and made[j].text.lower() in ("and", "but", "while", "although", "though", "whereas", "yet")
            ):
                tense = cue is not None and _new_clause(sentence, j + 1) and _same_tense(sentence, j + 1, cue)
                if made[j].text.lower() != "and" or tense or (cue is not None and _beside_cue(sentence, j + 1, cue)):
                    last = i - 1
                    break
                j += 1
            while j < len(made) and made[j].tag == "RB":
                j += 1
            group = next((v for v in sentence.verbs if v.first == j), None)
            perfect = cue is not None and made[cue.first].lemma == "have" and cue.first != cue.verb
            coordinate = (
                cue is not None
                and group is not None
                and (
                    (group.finite and made[group.first].tag == made[cue.first].tag)
                    or (perfect and made[group.verb].tag in ("VBN", "VBD"))
                )
            )
            if coordinate and made[i].text != ",":
                last = i - 1
                break
            if (
                group is not None
                and made[i].text == ","
                and made[group.verb].tag == "VBG"
                and group.first == j
                and made[group.verb].lemma
                in (
                    "add say note warn stress call accuse describe cite argue insist claim point express emphasize "
                    "emphasise refer explain urge blame "
                ).split()
            ):
                last = i - 1
                break
    while last > start and made[last].text in ".,;:—–-" and not quoted[last]:
        last -= 1
    return last


def _insertion(sentence: Sentence, start: int, dash: int) -> bool:
    """Whether a dash begins or ends an insertion over which the clause goes on: "that the leaders – far from a prize – have met"."""
    made = sentence.tokens
    dashes = [k for k in range(start + 1, len(made)) if is_break(sentence, k) and made[k].text != ";"]
    at = dashes.index(dash) if dash in dashes else -1
    if at < 0:
        return False
    first, last = (dashes[at - 1], dash) if at % 2 else (dash, dashes[at + 1] if at + 1 < len(dashes) else len(made))
    resumed = next((v for v in sentence.verbs if v.finite and v.first == last + 1), None)
    if resumed is not None and not has_subject(sentence, resumed):
        return True  # "that the pact – so they say – would fail", hung elsewhere
    return any(start <= k < first and t.head > last for k, t in enumerate(made))


def _trailing_cue(sentence: Sentence, comma: int) -> bool:
    """ ", the ministry reports." at the end of a sentence."""
    phrase = phrase_from(sentence, comma + 1)
    if phrase is None:
        return False
    behind = with_tail(sentence, phrase) + 1
    group = next((v for v in sentence.verbs if v.first == behind), None)
    if group is None or not group.finite or group.last < len(sentence.tokens) - 2:
        return False
    return group.last == len(sentence.tokens) - 1 or sentence.tokens[group.last + 1].text in '.”"'


def _new_clause(sentence: Sentence, token: int) -> bool:
    phrase = phrase_from(sentence, token)
    return phrase is not None and _verb_after(sentence, phrase.last)


def _same_tense(sentence: Sentence, token: int, cue: VerbGroup) -> bool:
    phrase = phrase_from(sentence, token)
    group = next((v for v in sentence.verbs if phrase is not None and v.first == phrase.last + 1), None)
    return group is not None and sentence.tokens[group.first].tag == sentence.tokens[cue.first].tag


def begins_clause(sentence: Sentence, token: int) -> bool:
    """A noun phrase (with its tail) at `token` that a finite verb follows before any comma or stop."""
    made = sentence.tokens
    phrase = phrase_from(sentence, token)
    if phrase is None:
        return False
    for v in sentence.verbs:
        if v.first > phrase.last and v.finite:
            between = made[phrase.last + 1 : v.first]
            return (
                len(between) <= 14
                and not any(t.text in (".", ";", ":") for t in between)
                and not any(
                    t.text.lower() in ("and", "but") and v.first == phrase.last + 2 + k for k, t in enumerate(between)
                )
                and sum(t.text == "," for t in between) in (0, 2)
            )
    return False
