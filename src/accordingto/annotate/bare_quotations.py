"""Quotations beside a verb that no lexicon lists, and labels that end in a colon.

“We will stay,” the crowd roared. / Berg pulled out a letter: “We will stay.” / The answer from Lund:
A verb needs no entry to introduce speech when a whole quotation stands as its comma- or colon-bound partner
(R. Quirk et al., A Comprehensive Grammar of the English Language, 14.28–30: reporting clauses).
"""

from __future__ import annotations

import re

from .. import lexicon
from ..text import Span, known_lemmas, words
from . import clauses
from .drafting import Body, Draft, sentence_at, span_of
from .engine import Sentence, VerbGroup

_NO_SPEECH = frozenset(("be", "have", "do", "get", "become", "know", "see"))


def uncued(body: Body, out: list[Draft]) -> None:
    """An attribution for each whole quotation that no cue has claimed, where a verb or a label stands at its edge."""
    for q in body.quotations:
        if _claimed(q, out) or len(words(body.text[q[0] : q[1]])) < 2:
            continue
        n = next((i for i, s in enumerate(body.sentences) if s.start < q[1] <= s.end), None)
        first = sentence_at(body, q[0])
        if n is None or first is None:
            continue
        found = _behind(body, n, q) or _before(body, first, q)
        if found is None:
            continue
        if any(set(found.cue) & set(d.cue) for d in out):  # "rejected the charge: “We have sent nothing.”"
            colon = body.text.rfind(":", found.cue[0][1], q[0])
            if colon < 0 or body.text[colon + 1 : q[0]].strip():
                continue
            found.cue, found.act, found.position = [(colon, colon + 1)], "say", "asserts"
        out.append(found)


_LABEL = re.compile(
    r"[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?: ?\([^)\n]{1,40}\))?(?P<colon>:)(?=\s|$)"
)
_ALONE = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})(?P<colon>)")
"""A name on a line of its own, as interviews print it above what somebody says."""


def transcript(body: Body) -> list[Draft]:
    """Speaker labels of a transcript or an interview: "BERG: …" at the head of a paragraph or on a line of its own.

    A label counts where two speakers take at least four turns and one of them comes again; a turn runs to the next label.
    """
    turns = [
        (n, m)
        for n, b in enumerate(body.blocks)
        if (m := _LABEL.match(body.text, *b) or _ALONE.fullmatch(body.text, *b))
    ]
    ends = [n for n, _ in turns]
    names = [m.group("name").upper() for _, m in turns]
    turns = [
        (n, m)
        for (n, m), name in zip(turns, names, strict=True)
        if (names.count(name) > 1 or (m["colon"] and (m.group("name").isupper() or m.end() >= body.blocks[n][1])))
        and (m.group("name").isupper() or m.group("name").lower() not in known_lemmas())  # "Winner: …", "Loser: …"
    ]
    again = any(names.count(x) > 1 for x in names)
    if not again or len(turns) < 4 or len({m.group("name").upper() for _, m in turns}) < 2:
        return []
    out = []
    for k, (n, m) in enumerate(turns):
        alone = body.text[m.end() : body.blocks[n][1]].strip() == ""
        last = next((x - 1 for x in ends if x > n), n + alone) if k + 1 < len(turns) else n + alone
        content = [] if alone else [(m.end(), body.blocks[n][1])]
        content += [body.blocks[i] for i in range(n + 1, min(last, n + 30, len(body.blocks) - 1) + 1)]
        if content:
            first = next((i for i, x in enumerate(body.block_of) if x == n), 0)
            cue = m.span("colon" if m["colon"] else "name")
            out.append(Draft(first, n, [m.span("name")], [cue], content, [], "say", "asserts"))
    return out


def _claimed(q: Span, out: list[Draft]) -> bool:
    held = sum(max(0, min(e, q[1]) - max(s, q[0])) for d in out for s, e in d.content)
    return held * 2 >= q[1] - q[0]


def _behind(body: Body, n: int, q: Span) -> Draft | None:
    """“…,” the crowd roared; “…,” roared the crowd."""
    sentence = body.sentences[n]
    made = sentence.tokens
    i = next((k for k, t in enumerate(made) if t.start >= q[1]), len(made))
    ends = body.text[q[0] : q[1]].rstrip("”\"'’» ")[-1:]
    fresh = i >= len(made)
    if fresh:  # “Who did this?” | Berg asked. — the splitter parts them
        if ends not in "?!…—" or n + 1 >= len(body.sentences) or body.block_of[n + 1] != body.block_of[n]:
            return None
        n, i = n + 1, 0
        sentence = body.sentences[n]
        made = sentence.tokens
    elif not (ends in ",?!—…" or made[i].text == ","):
        return None
    else:
        i += made[i].text == ","
    group = next((v for v in sentence.verbs if v.first >= i and v.finite), None)
    if group is None or made[group.verb].lemma in _NO_SPEECH:
        return None
    if (
        fresh
        and not any("quote" in c.frames for c in lexicon.cue_table("verbs").get(made[group.verb].lemma, ()))
        and group.last < len(made) - 2
    ):
        return None
    if group.first == i:
        phrase = clauses.phrase_from(sentence, group.last + 1)
        source = (phrase.first, clauses.apposition(sentence, clauses.with_tail(sentence, phrase))) if phrase else None
    else:
        own = clauses.subject_before(sentence, group.first)
        source = own if own is not None and own[0] == i else None
    if source is None or made[source[0]].tag in ("WP", "WDT"):
        return None
    return _draft(body, n, sentence, source, (group.first, group.last), [q])


def _before(body: Body, n: int, q: Span) -> Draft | None:
    """The crowd roared, “…”; She held up the letter: “…”; a colon at the end of the sentence before, also over paragraphs."""
    sentence = body.sentences[n]
    j = next((k for k in range(len(sentence.tokens) - 1, -1, -1) if sentence.tokens[k].end <= q[0]), -1)
    if j < 0:
        n, sentence = n - 1, body.sentences[n - 1] if n else sentence
        j = len(sentence.tokens) - 1
        if n < 0 or j < 1 or sentence.tokens[j].text != ":" or body.block_of[n + 1] - body.block_of[n] > 1:
            return None
    made = sentence.tokens
    inside = body.text[q[0] : q[1]].strip("“”\"'’‘«» ")
    whole = inside[:1].isupper() and inside[-1:] in ".,!?…"
    spoken = j - 1 if made[j].text == "," else j
    participle = next(
        (v for v in sentence.verbs if v.verb == spoken and made[v.verb].tag == "VBG" and v.first > 0), None
    )
    main = next((v for v in sentence.verbs if v.finite and _root(sentence, v) and v.last < spoken), None)
    if participle is not None and main is not None and whole and (own := clauses.subject_before(sentence, main.first)):
        return _draft(body, n, sentence, own, (participle.first, participle.last), [q])
    at_verb = any(v.verb == j and v.finite and made[j].lemma not in _NO_SPEECH for v in sentence.verbs)
    if not (made[j].text in (",", ":") or at_verb) or not whole:
        return None
    verbs = [v for v in sentence.verbs if v.last < j and v.finite and made[v.verb].start < q[0]]
    if at_verb:
        verbs = [v for v in sentence.verbs if v.verb == j]
    elif made[j].text == ",":
        verbs = [
            v for v in verbs if (v.last == j - 1 and made[v.verb].lemma not in _NO_SPEECH) or _issues(sentence, v, j)
        ]
    top = next((v for v in verbs if _root(sentence, v)), verbs[-1] if verbs else None)
    if top is not None:
        own = clauses.subject_before(sentence, top.first)
        if (
            own is None
            or made[own[0]].tag in ("WP", "WDT", "EX")
            or made[own[0]].text.lower() in ("it", "this", "that")
        ):
            return None
        return _draft(body, n, sentence, own, (top.first, top.last), [q])
    label = label_source(sentence, j) if made[j].text == ":" else None
    return _draft(body, n, sentence, label, (j, j), [q]) if label else None


def _issues(sentence: Sentence, group: VerbGroup, comma: int) -> bool:
    """ "The mayor delivered a statement via radio, “…”": words are put out, as a document."""
    made = sentence.tokens
    return made[group.verb].lemma in lexicon.word_set("issuing") and any(
        t.head == group.verb and t.rel == "obj" and t.lemma in lexicon.word_set("documents") for t in made[:comma]
    )


def _root(sentence: Sentence, group: VerbGroup) -> bool:
    return any(sentence.tokens[k].rel == "root" for k in range(group.first, group.last + 1))


def _draft(body: Body, n: int, sentence: Sentence, source: Span, cue: Span, content: list[Span]) -> Draft:
    known = next(
        (c for k in range(cue[0], cue[1] + 1) for c in lexicon.cue_table("verbs").get(sentence.tokens[k].lemma, ()) if "quote" in c.frames),
        None,
    )  # fmt: skip
    act, position = (known.act, known.position) if known is not None else ("say", "asserts")
    return Draft(
        n, body.block_of[n], [span_of(sentence, *source)], [span_of(sentence, *cue)], content, [], act, position
    )


def label_source(sentence: Sentence, colon: int) -> Span | None:
    """The source in what stands before a colon: a person, a body, or a word for those who speak ("Officials", "Poll").

    "Berg to Lund: …", "Berg on the harbour: …" name the source first. A place is a topic, not a source.
    """
    made = sentence.tokens
    head = clauses.phrase_at(sentence, colon - 1)
    first = clauses.phrase_at(sentence, 0)
    if first is not None and first.last + 1 < colon and made[first.last + 1].text.lower() in ("to", "on", "about"):
        head = first
    if head is None or first is None or head.first != first.first:
        return None
    t = made[head.head]
    speaks = t.lemma in lexicon.word_set("labels") or t.text.lower() in lexicon.word_set("anonymous")
    named = {x.name[2:] for x in made[head.first : head.last + 1]} & {"PER", "ORG"}
    spare = re.sub(r"['’]s$", "", t.text).lower() in lexicon.word_set("sections")
    return (head.first, head.last) if (speaks or named) and not spare else None
