"""Text without knowledge: blocks, sentences, tokens, quotations, word forms. Offsets are code points, half-open.

Everything here is a pure function of a string. Nothing depends on a lexicon.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

Span = tuple[int, int]

MONTHS = tuple("january february march april may june july august september october november december".split())
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "WI": ("winter", 12)}
"""The TIMEX3 code of each season, with its word and its first month."""
OPENING = "“„«‟"
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_TOKEN = re.compile(
    r"""
    </?[a-zA-Z][^<>\n]{0,300}>                           # a leftover tag, which is no word
  | &(?:\#0?39;(?:s|re|ve|ll|d|m)\b|\#\d{2,6};|\#[xX][0-9a-fA-F]{2,5};|[a-zA-Z]{2,8};)
  | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|int|info)(?:/[^\s<>"“”.,;:!?)\]'’]+)*(?![\w-])
  | (?<!\w)[@\#][^\W\d]\w+
  | (?:[A-Za-z]\.){2,}(?=\W|$)                       # U.S.  a.m.
  | (?<![\w.’'])[A-Z]\.(?=\s+(?:[A-Z]\.\s+)*[A-Z])     # an initial
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|k|m|bn)?(?![A-Za-z])
  | (?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|St|Prof|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.
  | (?:Inc|Ltd|Co|Corp|Jr|Sr|etc|al|Rev|Hon|Adm|Brig|Cmdr|Mt|Ft|Messrs|Sens|Reps|Bros)\.(?=,?\s)
  | (?:No|Nos|Art|para|Op|Fig|p|pp|c|ca)\.(?=\s?\d)
  | [^\W\d_]+(?=n['’]t\b)                            # do|n't
  | n['’]t\b
  | (?:[Cc]an(?=not\b)|not\b|[Gg]on(?=na\b)|[Ww]an(?=na\b)|[Gg]ot(?=ta\b)|(?<=gon)na\b|(?<=wan)na\b|(?<=got)ta\b)
  | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
  | [eE]-?mails?\b
  | [^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b)[^\W\d_]+)*
  | ([!?.*=_~\#+<>-])\1+ | …+ | '' | ``
  | \S
    """,
    re.X,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'])(?:MR|MRS|MS|DR|GEN|SEN|REP|GOV|LT|COL|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Brig|St|Prof|vs|Inc|Ltd|Co|Corp|Jr|Sr|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Mass|Conn|Pa|Va|Ariz|Fla|Ga|Ill|Mich|Minn|Wash|Tenn|Hon|Rev|"
    r"approx|est|etc|Mt|Ft|Messrs|Supt|Spc|Pfc|Cpl|Pvt|Ambass|Amb|Pres|Atty|Dist|Bros|Okla|Ore|Wis|Minn|Ky|La|Colo|Del|Ind|Kan|Md|Mo|Neb|Nev|Ala|Ark|e\.g|i\.e|cf|al|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_SENTENCE_END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*\*{0,3}(?:\s?\[(?:\d+(?:\s?[-–,]\s?\d+)*|\.\.\.|…|[a-z ]{3,24})\]|\[{1,2}\w{1,8}\]{1,2}\([^)\s]{4,300}\))*(?=\s|$)|(?<=\s(?:19|20)\d\d)\.\d{1,3}(?=\s+[A-Z][a-z])|(?<=[a-z]{3})\.\d{1,3}(?=\s+[A-Z][a-z])|(?<=[a-z]{3})[.!?](?=[\"“]?[A-Z][a-z])|(?<=[a-z]{3})[.!?][\"”’»]+(?=[A-Z])"
    r"|(?<=[ \w-])[—–](?=\s(?:Yes|No(?!\.)|Oh|This|That|These|It|He|She|We|They|You|Do|Does|Did|Is|Are|What|Who|Why|How|See)\b)"
)
_OPENS = re.compile(
    r"(?:The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|His|Her|Its|Their|For|As|When|If|While|Even|Although|Though|However)\b"
)
_NOTE = re.compile(
    r"\s\d{1,3}(?=\s(?:The|A|An|In|On|At|He|She|It|They|We|But|This|That|When|If|While|Even|Although|However)\b)"
)
"""The number of a footnote between two sentences: "in the report. 4 At the time": no numeral stands before such a word."""
_CAPTION = re.compile(r"(?:Figure|Table|Map|Chart|Box) \d+(?:\.\d+)*(?=\s[A-Z(])")
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(\[])(?:No|Nos|Art|Arts|para|paras|Op|Fig|Figs|c|ca|p|pp|vol|ch|sec)$")
_BORN = re.compile(r"\([bdmcr]$")
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def blocks(text: str) -> list[Span]:
    """Paragraph-like blocks: lines, or runs of lines where the text is hard-wrapped. Blank edges are trimmed off."""
    lines = [m.span() for m in _LINE.finditer(text) if m.group().strip()]
    wrapped = _hard_wrapped(text, lines)
    out: list[Span] = []
    for start, end in lines:
        if out and _continues(text, out[-1], (start, end), wrapped):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return [t for s in out for part in _cut_at_tags(text, s) if (t := _trim(text, part))[0] < t[1]]


_PARAGRAPH_TAG = re.compile(r"(?:</?(?:p|br|div|li|ul|ol|h[1-6])\b[^<>\n]{0,300}>\s*)+", re.I)


def _cut_at_tags(text: str, span: Span) -> list[Span]:
    """Where a feed left its paragraph tags in the text, each paragraph is a block."""
    cuts = [m.span() for m in _PARAGRAPH_TAG.finditer(text, *span)]
    edges = [span[0], *(x for c in cuts for x in c), span[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 6 or not re.search(r"\n[ \t\r]*\n", text):
        return False
    full = sum(55 <= end - start <= 92 for start, end in lines)
    long = sum(end - start > 92 for start, end in lines)
    return full >= 0.55 * len(lines) and long <= 0.02 * len(lines)


def _continues(text: str, before: Span, line: Span, wrapped: bool) -> bool:
    gap = text[before[1] : line[0]]
    if gap.count("\n") != 1:
        return False
    head, tail = text[before[0] : before[1]].rstrip(), text[line[0] : line[1]].lstrip()
    last_line = head.rsplit("\n", 1)[-1]
    if re.match(r"[-*•·–]\s|\d+[.)]\s", tail):
        return False
    if wrapped:
        return len(last_line) >= 50
    return len(last_line) >= 50 and head[-1:] not in '.!?:;"”' and tail[:1].islower()


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or INVISIBLE.match(text[start])):
        start += 1
    while end > start and (text[end - 1].isspace() or INVISIBLE.match(text[end - 1])):
        end -= 1
    return start, end


def sentences(text: str, block: Span) -> list[Span]:
    """Sentences of one block. A full stop inside an abbreviation, an initial or a number does not end one."""
    start, end = block
    out: list[Span] = []
    caption = _CAPTION.match(text, start, end)
    begin = caption.end() if caption else start
    if caption:
        out.append((start, begin))
    for m in _SENTENCE_END.finditer(text, begin, end):
        if m.end() < end and not _ends(text, begin, m.start(), m.end(), end):
            continue
        note = _NOTE.match(text, m.end(), end)
        stop = note.end() if note else m.end()
        if text[begin:stop].strip():
            out.append(_trim(text, (begin, stop)))
        begin = stop
    if text[begin:end].strip():
        out.append(_trim(text, (begin, end)))
    return [t for s in out for t in _run_on(text, s)]


_RUN_ON = re.compile(
    r"(?<=[a-z])(?<!\band)(?<!\bfor)(?<!\bof)(?<!\bthe)(?<!\bthat)(?<!\bby)(?<!\bwith)(?<!\bbut)(?<!\bin)(?<!\bto)(?<!\bfrom)(?<!\bas)"
    r"\s+(?=(?:Both|However|Meanwhile|Moreover|Nevertheless|They|These|Those|Although|According)\s[a-z])"
)


def _run_on(text: str, span: Span) -> list[Span]:
    """Two sentences where the full stop was lost: "… and North Korea Both sides agreed …". No name begins with such a word."""
    edges = [span[0], *(x for m in _RUN_ON.finditer(text, *span) for x in m.span()), span[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _ends(text: str, begin: int, mark: int, after: int, end: int) -> bool:
    rest = text[after:end].lstrip()
    if (
        rest[:1].islower()
        or rest[:1] in ",;"
        or rest.startswith("..")
        or (text[mark] in "!?" and re.match(r"\(\d", rest))
    ):
        return False
    if (
        text[mark] in "….."
        and text[mark:after].startswith(("...", "…"))
        and not rest[:1].isupper()
        and rest[:1] not in OPENING + '"'
    ):
        return False
    if text[mark] != "." or text[mark:after].startswith(".."):
        return True
    if rest[:1].isdigit() and _BEFORE_NUMBER.search(text, max(begin, mark - 6), mark):
        return False
    if _NUMBERED.fullmatch(text, begin, mark) or _BORN.search(text, max(begin, mark - 3), mark):
        return False
    if _ABBREVIATION.search(text[max(begin, mark - 14) : mark + 1]):
        # "the U.S. The talks": an article, pronoun or preposition after the abbreviation starts a new sentence
        initialism = re.search(r"(?:[A-Z]\.){2,}$|[ap]\.m\.$|\betc\.$", text[max(begin, mark - 8) : mark + 1])
        return bool(initialism and _OPENS.match(rest))
    return True


def enclosing(spans: Iterable[Span], part: Span) -> Span:
    """The span (a sentence) in which a part begins; the part itself where none holds its beginning."""
    return next(((s, e) for s, e in spans if s <= part[0] < e), part)


def tokens(text: str, span: Span) -> list[Span]:
    """Words by the conventions of the Universal Dependencies treebanks of English: hyphens and slashes stand alone."""
    return [
        m.span() for m in _TOKEN.finditer(text, span[0], span[1]) if not (m.group()[0] == "<" and len(m.group()) > 2)
    ]


def words(text: str) -> list[str]:
    """Lower-cased alphanumeric words with clitics and marks removed."""
    return list(re.findall(r"[^\W_]+(?:[-'’.][^\W_]+)*", text.lower().replace("’s", "").replace("'s", "")))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks in place of some stretches, so that offsets stay."""
    for s, e in spans:
        text = text[:s] + " " * (e - s) + text[e:]
    return text


def quotations(text: str, body: Iterable[Span]) -> list[Span]:
    """Spans inside double quotation marks, marks included, block by block.

    A quotation left open at the end of a block runs to the block's end; when the next block opens with a mark it is
    a continuation of the same speech and a span of its own. One odd mark never spoils the rest of the article.
    British single marks count where the block has no double ones. The name of a programme or a book is no quotation.
    """
    out: list[Span] = []
    for start, end in body:
        found = _double(text, start, end) or _single(text, start, end)
        out.extend(q for q in found if not _names_a_work(text, start, q))
    return out


def _names_a_work(text: str, start: int, q: Span) -> bool:
    """Whether words in quotation marks are a title: told the host of “Evening Hour”, said on CNN's “This Week.”"""
    inside = [w for w in re.findall(r"[\w’'-]+", text[q[0] : q[1]]) if w.lower() not in _SMALL]
    titled = bool(inside) and all(w[:1].isupper() or w[:1].isdigit() for w in inside)
    return titled and _WORK.search(text[max(start, q[0] - WORK_BEFORE) : q[0]]) is not None


WORK_BEFORE = 40  # characters before a title that say what it is
_SMALL = frozenset("a an and at by for in of on or the to with".split())
_WORK = re.compile(
    r"\b(?:on|titled|entitled|show|program|programme|podcast|book|film|movie|song|column|series|(?:co-)?(?:host|anchor)s? of|[A-Z]{2,5}['’]s|News['’]s?),?\s+$"
)


_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,800}>")
_UNCLOSED_TAIL = re.compile(
    r"[,?!.]\s+(?:(?:[A-Z][\w.'’-]*\s+){1,5}|(?:he|she|they)\s+)(?:said|says|added|noted|asked|warned|wrote|told|stated|explained)\b[^“”\"]{0,60}$"
)


def _double(text: str, start: int, end: int) -> list[Span]:
    out: list[Span] = []
    opened: int | None = None
    tags = [t.span() for t in _TAG.finditer(text, start, end)]
    for m in re.compile(r"[\"“”„«»]|``|''").finditer(text, start, end):
        mark, at = m.group(), m.start()
        if any(a <= at < b for a, b in tags):
            continue  # attributes of a leftover HTML tag
        before, after = text[at - 1 : at] if at > start else " ", text[m.end() : m.end() + 1]
        if mark == '"' and opened is None and before.isdigit():
            continue  # inches
        if mark in ('"', "''"):
            opens = (
                opened is None if not after.strip() or after in ",.;:!?)" else (before.isspace() or before in "([—–-")
            )
            if opened is not None and opens and not after.isspace() and before.isspace():
                out.append((opened, at))  # a new opening while one is open: the first was never closed
                opened = at
                continue
            if opened is None:
                if after.isspace() or not after:
                    continue
                opened = at
            else:
                out.append((opened, m.end()))
                opened = None
        elif mark in OPENING or mark == "``":
            if opened is not None and not before.isspace() and not after.strip():
                out.append((opened, m.end()))  # “…,“ said: the wrong mark closes
                opened = None
                continue
            if opened is not None:
                out.append((opened, at))
            opened = at
        elif opened is not None:
            out.append((opened, m.end()))
            opened = None
    if opened is not None:
        tail = _UNCLOSED_TAIL.search(text, opened, end)
        out.append((opened, tail.start() + 1 if tail else end))
    return [_trim(text, s) for s in out if s[1] - s[0] > 2]


def _single(text: str, start: int, end: int) -> list[Span]:
    out: list[Span] = []
    pattern = re.compile(r"(?<![\w’'])[‘']((?:[^‘’'\n]|(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s\w)){2,}?)[’'](?![\w])")
    for m in pattern.finditer(text, start, end):
        if not re.match(r"\d0s|em\b|tis\b", m.group(1)):
            out.append(m.span())
    left_open = _LEFT_OPEN.search(text, out[-1][1] if out else start, end)
    if left_open and (left_open.start(1) == start or left_open[0][0] in ":,"):
        out.append((left_open.start(1), end))  # goes on in the next paragraph
    return out


_LEFT_OPEN = re.compile(r"(?:[:,]\s|^|(?<=\n))([‘'])(?=[A-Z])(?:[^‘’'\n]|(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s\w))+$", re.M)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case, no accents, straight apostrophes, plain hyphens."""
    flat = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‑", "-").replace("‐", "-"))
    return "".join(c for c in flat if not unicodedata.combining(c)).lower()


_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "freed:free frees:free freeing:free decreed:decree said:say told:tell wrote:write written:write spoke:speak spoken:speak gave:give given:give made:make "
        "met:meet held:hold sent:send took:take taken:take went:go gone:go came:come saw:see seen:see "
        "knew:know known:know thought:think felt:feel found:find kept:keep left:leave led:lead lost:lose "
        "paid:pay sold:sell bought:buy brought:bring built:build began:begin begun:begin broke:break "
        "broken:break chose:choose chosen:choose fell:fall fallen:fall flew:fly flown:fly fought:fight "
        "got:get grew:grow grown:grow heard:hear laid:lay meant:mean ran:run rose:rise risen:rise shook:shake "
        "shot:shoot showed:show shown:show stood:stand struck:strike swore:swear sworn:swear "
        "understood:understand won:win withdrew:withdraw withdrawn:withdraw was:be were:be is:be are:be "
        "been:be being:be am:be has:have had:have having:have does:do did:do done:do men:man women:woman "
        "children:child people:person countries:country ties:tie lies:lie dies:die died:die tied:tie lied:lie "
        "dying:die lying:lie tying:tie launches:launch forces:force agreed:agree sanctions:sanction news:news "
        "series:series crisis:crisis crises:crisis basis:basis axis:axis status:status this:this its:its "
        "us:us ceasefires:ceasefire premises:premise foreseen:foresee overthrew:overthrow sought:seek "
        "taught:teach caught:catch drew:draw drawn:draw drove:drive driven:drive hit:hit put:put set:set "
        "cut:cut shut:shut threw:throw thrown:throw fed:feed fled:flee became:become "
    ).split()
)


@cache
def lemma_tables() -> dict[str, Any]:
    """The lemma lexicon, read once: "forms" and "known" for words without a tag, "tagged" for `annotate/lemmas.py`."""
    raw = gzip.decompress(resources.files("accordingto").joinpath("lemmas.json.gz").read_bytes())
    return dict(json.loads(raw))


@cache
def word_frequencies() -> tuple[int, dict[str, int]]:
    """(running words, content word → how often it stands in them) of ordinary English, made by `training/frequencies.py`."""
    raw = gzip.decompress(resources.files("accordingto").joinpath("frequencies.json.gz").read_bytes())
    data = json.loads(raw)
    return data["running"], data["words"]


@cache
def _known() -> tuple[dict[str, str], frozenset[str]]:
    """(inflected form → lemma, known lemmas), made by `training/lemmas.py`."""
    data = lemma_tables()
    return data["forms"], frozenset(data["known"])


def known_lemmas() -> frozenset[str]:
    """Common words in their dictionary form."""
    return _known()[1]


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Dictionary form of an English word: irregular forms, then the table, then rules checked against known lemmas.

    Without the tag of the word it is approximate ("meeting" → "meet"): good enough to line words up.
    """
    w = fold(word)
    if w in _IRREGULAR:
        return _IRREGULAR[w]
    if len(w) <= 3 or not w.isalpha():
        return w
    forms, known = _known()
    if w in forms:
        return forms[w]
    for ending, tails in (
        ("ies", ("y", "ie")),
        ("ied", ("y", "ie")),
        ("es", ("e", "")),
        ("s", ("",)),
        ("ing", ("", "e")),
        ("ed", ("", "e")),
    ):
        if not w.endswith(ending) or w.endswith(("ss", "us", "is", "ceed")) or len(w) - len(ending) < 2:
            continue
        stem = w[: -len(ending)]
        options = [stem + t for t in tails] + (
            [stem[:-1]] if ending in ("ing", "ed") and stem[-1] == stem[-2:-1] else []
        )
        found = next((o for o in options if o in known), None)
        if found:
            return found
        if ending in ("ies", "ied", "s"):
            return stem + tails[0]
        if ending in ("ing", "ed"):
            return stem + "e" if re.search(r"(?:[cgsvzu]|at|ir|ur|[bdgpt]l)$", stem) else stem
    return w


STOP = frozenset(
    (
        "a an and are as at be been being but by did do does for from had has have he her hers him his how i "
        "if in into is it its itself me my no nor not of on or our she so such than that the their them then "
        "there these they this those to too us very was we were what when where which while who whom whose "
        "why will with would you your also could may might must shall should can about over after before "
        "between during under up out off again more most some any each other own same just s t n't 's said "
        "say says "
    ).split()
)


def content_words(text: str) -> list[str]:
    """Lemmas of the words that carry meaning, in order: neither "will not" nor "won't" is one."""
    told = (w for w in words(text) if w not in STOP and len(w) > 1 and not _CONTRACTED.fullmatch(w))
    return [x for w in told for x in (lemma(w),) if x not in STOP]


_CONTRACTED = re.compile(r"[a-z]+n['’]t|(?:i|you|he|she|it|we|they|who|that|there)['’](?:ll|re|ve|d|m)")


def squeeze(text: str) -> str:
    """One space for every run of white space, no invisible characters, no leftover tags and entities: for showing, never for offsets."""
    if "&" in text or "<" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return re.sub(r"\s+", " ", INVISIBLE.sub("", text)).strip()


def clip(text: str, most: int) -> str:
    """`squeeze`d text of at most `most` characters, cut between words and marked where something was left out."""
    flat = squeeze(text)
    return flat if len(flat) <= most else flat[: most - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def whole_marks(text: str) -> str:
    """A stretch of text with the quotation mark that was cut off with the sentence before or after it."""
    opened, closed = text.count("“"), text.count("”")
    if opened != closed:
        return f"{text}”" if opened > closed else f"“{text}"
    if text.count('"') % 2:
        return f'"{text}' if text.endswith('"') else f'{text}"'
    return text


def plain_quote(text: str) -> str:
    """Letters and digits only, folded, numbers, months, initials and an editor's brackets written one way: two quotations are in the same
    words, whatever the style of the house, exactly when this is equal."""
    text = unedited(text.replace("&", " and ").replace("%", " per cent ").replace("percent", "per cent"))
    text = _UNITS.sub(" ", _RANGE.sub(" to ", text))
    text = _INITIALS.sub(lambda m: m[0].replace(".", ""), text)
    return " ".join(_WRITTEN.get(w, w) for w in re.findall(r"[^\W_]+", fold(text)))


def unedited(text: str) -> str:
    """Without the brackets of an editor who changed a capital: "[I]mmigration" is "Immigration"."""
    return _EDITED.sub(r"\1", text)


_EDITED = re.compile(r"\[(\w{1,2})\](?=\w)")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_UNITS = re.compile(r"(?<=\d)(?=(?:ft|km|kg|lbs?|mph)\b)", re.I)
_RANGE = re.compile(r"(?<=\d)\s*(?:ft|feet|km|kilomet(?:er|re)s|miles|kg|lbs?|mph|per cent)\s+to\s+(?=\d)")
"""The first unit of two: "from 30ft to 15ft" is "from 30 to 15 feet"."""
_WRITTEN = (
    {"gonna": "going to", "wanna": "want to", "gotta": "got to"}
    | {"ft": "feet", "km": "kilometers", "kilometres": "kilometers", "kg": "kilograms", "lb": "pounds", "lbs": "pounds"}
    | {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general"}
    | {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
    | {w: str(n) for n, w in enumerate("fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 4)}
    | {
        f"{stem}{ending}": f"{n}0{'s' * (ending == 'ies')}"
        for n, stem in enumerate("twent thirt fort fift sixt sevent eight ninet".split(), 2)
        for ending in ("y", "ies")
    }
    | {m[:n]: m for m in MONTHS for n in (3, 4) if m[:n] in ("jan", "feb", "aug", "sep", "sept", "oct", "nov", "dec")}
)
