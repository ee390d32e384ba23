"""The post printed beside a person's name: before it ("Norwegian Foreign Minister Anna Berg"), before a comma, or behind one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import lexicon
from ..text import squeeze
from .engine import Sentence, Token


def post(text: str, sentence: Sentence, first: int, last: int) -> str:
    """The post of the person whose name is the tokens `first` to `last` of a sentence, as printed; "" where none is."""
    role = _before(text, sentence, first)
    rank = _rank(sentence, first) if role else 0
    if role and rank < len(role.split()):
        return role
    office = _then_comma(text, sentence, first - rank, last) or _after(text, sentence, last)
    return office or role  # "General Anna Berg, the head of the guard": a rank says less than an office


def _rank(sentence: Sentence, first: int) -> int:
    """The number of words of military or learned rank right before a name."""
    n = 0
    while n < first and sentence.tokens[first - 1 - n].text.lower().rstrip(".") in _RANKS:
        n += 1
    return n


_RANKS = frozenset(
    "general gen colonel col major maj captain capt lieutenant lt admiral adm sergeant sgt brigadier brig marshal commodore vice rear doctor dr professor prof".split()
)


def _before(text: str, sentence: Sentence, first: int) -> str:
    """The role that runs up to a name: capitalised or not, with the country or body before it."""
    made, roles = sentence.tokens, lexicon.word_set("roles")
    start = first
    while start > 0 and first - start < 9:
        t = made[start - 1]
        if t.tag == "VB" and start >= 2 and made[start - 2].lemma == "to":
            break  # "to monitor adviser Holm"
        if (
            t.text.lower().rstrip(".") in roles
            or (t.tag in ("NNP", "NNPS", "JJ", "NN", "POS") and t.text.lower() not in _PERIODS)
            or t.text.lower() in _SERVING
            or t.text.lower().startswith(("then-", "ex-"))
            or (t.text == "Under" and made[start].text == "Secretary")
            or (t.text.lower() in ("of", "for") and start >= 2 and made[start - 2].text.lower() in roles)
            or (t.text.lower() == "in" and made[start].text.lower() == "charge")
            or (t.text == "-" and start >= 2 and made[start - 2].text.lower() in roles)
        ):
            start -= 1
        else:
            break
    for k in range(
        first - 1, start, -1
    ):  # "device Media caption President": what runs in from before is no part of the office
        low = made[k - 1].text.lower()
        inside = low in _LEADING or low in _SERVING or low.startswith(("then-", "ex-"))
        if made[k].text[0].isupper() and made[k - 1].text[0].islower() and not inside:
            start = k
            break
    behind = next((k + 1 for k in range(first - 1, start, -1) if made[k].text.lower() == "for"), start)
    if any(t.text.lower().rstrip(".") in roles for t in made[behind:first]):
        start = behind  # "a spokesman for President Berg": Berg is the president
    role = squeeze(text[made[start].start : made[first - 1].end]) if start < first else ""
    if role.lower().endswith((" for", " of", " to")):
        return ""  # "a spokesman for Berg" is not Berg's office
    whose = max((k for k in range(start, first) if made[k].tag == "POS"), default=-1)
    posts = roles | lexicon.word_set("family")
    if whose >= 0 and not any(t.text.lower().strip(".") in posts for t in made[whose + 1 : first]):
        return ""  # "Photos: President Berg's first trip Berg speaks"
    return role if any(w.lower().strip(".") in roles for w in re.split(r"[\s-]", role)) else ""


_LEADING = frozenset(
    """former senior top chief deputy vice then late incoming outgoing new longtime long-time veteran retired prominent leading right-hand ex-president ex-prime fellow current ousted exiled of for in and""".split()
)
"""Words in small letters that stand before an office in capitals."""
_SERVING = frozenset("acting founding managing presiding sitting commanding".split())
"""Participles that belong to an office."""
_PERIODS = frozenset("time day week month year today yesterday".split())  # "the first time President Berg spoke"


def _then_comma(text: str, sentence: Sentence, first: int, last: int) -> str:
    """ "Norway's ambassador to Chad, Anna Berg,": the role stands before one comma, and another behind the name. Without it the name
    may begin a clause: "after the talks with the Chadian leader, Berg left"."""
    made, roles = sentence.tokens, lexicon.word_set("roles")
    if (
        first < 2
        or made[first - 1].text != ","
        or (last + 1 < len(made) and made[last + 1].text not in (",", ")", ".", ";", "—", "–"))
    ):
        return ""
    head = next(
        (
            k
            for k in range(first - 2, max(-1, first - 12), -1)
            if made[k].text.lower() in roles and made[k].tag.startswith("NN")
        ),
        None,
    )
    if head is None or any(t.tag.startswith(("VB", "MD")) or t.text in (",", ";") for t in made[head + 1 : first - 1]):
        return ""
    start = head
    while (
        start > 0
        and (
            made[start - 1].tag in ("NNP", "NNPS", "JJ", "NN", "POS")
            or made[start - 1].text.lower() in roles
            or made[start - 1].text.lower() in _SERVING
        )
        and head - start < 8
    ):
        start -= 1
    return squeeze(text[made[start].start : made[first - 2].end])


def _after(text: str, sentence: Sentence, last: int) -> str:
    """An apposition: "Name, the deputy secretary of state,"."""
    made = sentence.tokens
    if last + 2 >= len(made) or made[last + 1].text != ",":
        return ""
    stop = last + 2
    while (
        stop < len(made)
        and made[stop].text not in (",", ".", ";", "who", "—", "(", "said", "told")
        and stop - last < 16
        and not made[stop].tag.startswith(("VBD", "VBZ", "VBP", "MD"))
    ):
        stop += 1
    body = made[last + 2 : stop]
    head = next(
        (
            k
            for k, t in enumerate(body)
            if t.text.lower() in lexicon.word_set("roles")
            and t.text.lower() not in lexicon.word_set("anonymous") | {"ally", "critic"}
        ),
        None,
    )
    if (
        head is None
        or head > 5
        or stop >= len(made)
        or any(t.tag == "IN" for t in body[:head])
        or any(t.tag == "TO" for t in body[head:])  # "the first president to speak there"
        or body[0].text.lower() in ("and", "but", "as")
        or (
            made[stop].tag.startswith(("VBD", "VBZ", "VBP", "MD")) and made[stop].text not in ("said", "told")
        )  # "…, the mayor laughed"
        or _names_another(body, head)
    ):
        return ""
    return re.sub(r"^(?:the|a|an)\s+", "", squeeze(text[body[0].start : body[-1].end]), flags=re.I)


def _names_another(body: Sequence[Token], head: int) -> bool:
    """ "Berg, President Anna Holm and other leaders": the office is that of the name behind it, not of the one before."""
    roles = lexicon.word_set("roles")
    behind = next((t for t in body[head + 1 :] if t.text.lower() not in roles), None)
    return behind is not None and behind.tag == "NNP" and behind.text[0].isupper()
