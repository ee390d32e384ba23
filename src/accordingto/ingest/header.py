"""What an article says of itself: headline, outlet, byline, dateline, credits, contributors, date, language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from .. import lexicon
from ..records import Credit, Furniture, Published
from ..text import MONTHS, Span, blocks, squeeze, words
from .furniture import SIGNED

_MONTHS = {m: i for i, m in enumerate(MONTHS, 1)}
_MONTHS |= {m[:3]: i for m, i in list(_MONTHS.items())} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DMY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\.?,?[\s-]+(\d{{4}})\b", re.I)
_MDY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+|\s*-\s*)(\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?")
_URL_DATE = re.compile(rf"/(\d{{4}})[/-](\d{{1,2}}|{_MONTH})[/-](\d{{1,2}})(?=[/\-_.]|$)", re.I)
_DAY = r"(?:[A-Z][a-z]+\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]+(?:,? \d{4})?)"
_DATELINE = re.compile(
    rf"\s*(?P<place>(?:[A-Z][A-Z'’.-]+[ ,/]*){{1,5}}(?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=(?:, {_DAY})?\s*\([A-Z]))"
    rf"\s*(?:,\s*{_DAY}\s*)?(?:(?:\((?P<by>[^)]{{2,60}})\)\s*)?(?:—|–|--|-|:)|\.?\s*/(?P<slashed>[A-Z][A-Za-z]{{1,9}})/\.?)\s+(?=\S)"
)
_BYLINE = re.compile(r"(?i:by:?)\s+((?:[A-Z][\w.’'-]+(?:\s+(?:and|de|van|von|el|al|bin|[A-Z][\w.’'-]*)){0,6}))")
_COPYRIGHT = re.compile(r"(?:(?:©|\(c\)|copyright)\s*)+(\d{4})?(?:\s*[-–]\s*\d{4})?\s*(?:by\s+)?([^.|]{0,80})", re.I)
_REPOST = re.compile(
    r"(?:(?:this (?:story|article|report|piece)|it)\s+(?:was|is|has been)\s+(?:originally |first )?(?:published|reported|produced|syndicated|provided|written|created)\s+(?:by|in|on|from|via)"
    r"|(?:originally|first) published (?:by|in|on)|source|via|credit|with (?:inputs?|reporting|files|material) (?:by|from))\s*:?\s+(?:the\s+)?([A-Z][\w&. '-]{1,40}?)(?=\s*(?:[.,;|)\n]|$|feed|and\b|syndicat))",
)
_STOPWORDS = {
    code: frozenset(stops.split())
    for code, stops in {
        "en": "the of and to in that is for was on with said he it as at by from has have are this be which",
        "fr": "le la les des et est une dans que pour du qui sur pas au avec il sont par plus ce",
        "de": "der die und das den von zu mit ist des nicht auf für ein eine dem im sich als auch",
        "es": "el la los las que de en y del se por con una para es al como más su",
        "it": "il di che la e per un una con non del sono della le si da gli nel alla",
        "pt": "o a os as que de em e do da para com uma um não por mais dos na no",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook door",
        "tr": "ve bir bu için ile da de olarak olan daha gibi çok sonra kadar",
        "pl": "w i z na nie się do to że jest o jak po za od przez",
    }.items()
}
_SCRIPTS = (
    ("ru", "А-яЁё"),
    ("ko", "가-힣"),
    ("ja", "ぁ-ヿ"),
    ("zh", "一-鿿"),
    ("ar", "؀-ۿ"),
    ("he", "א-ת"),
    ("el", "Α-ω"),
)


def language(text: str) -> str:
    """ISO 639-1 code by script and function words, or 'und' when the text is too short or mixed to tell."""
    letters = "".join(re.findall(r"[^\W\d_]", text[:8000]))
    if len(letters) < 20:
        return "und"
    for code, chars in _SCRIPTS:
        if len(re.findall(f"[{chars}]", letters)) > 0.4 * len(letters):
            return code
    found = words(text[:8000])
    hits = {code: sum(w in stops for w in found) / max(1, len(found)) for code, stops in _STOPWORDS.items()}
    best = max(sorted(hits), key=hits.__getitem__)
    return best if hits[best] > 0.08 else "und"


def headline(text: str, furniture: Sequence[Furniture], title: str, outlet: str = "") -> tuple[str, Span | None]:
    """The title given with the article, else the first short block that is no sentence; its span when it is in the text."""
    marked = {(f.start, f.end) for f in furniture}
    rows = [b for b in blocks(text) if b not in marked]
    if title:
        want = " ".join(words(title))
        hit = next((b for b in rows[:12] if " ".join(words(text[slice(*b)])) == want), None)
        return squeeze(title), hit
    for b in rows[:3]:
        line = text[slice(*b)]
        if len(words(line)) > 28 or (len(words(line)) > 12 and re.search(r"[.!?][\"”’]*$", line)):
            break  # the text has begun
        if squeeze(line).lower() == outlet.lower():
            continue
        if len(words(line)) >= 3 and not re.search(r"[.…][\"”’]*$", line):
            return squeeze(line), b
    return "", None


_TURN = re.compile(r"[\"“]?[A-Z][A-Z.’' -]+:\s")
"""Who speaks in a transcript; a dateline with a colon stands once."""


def _dateline(text: str, furniture: Sequence[Furniture]) -> re.Match[str] | None:
    marked = {(f.start, f.end) for f in furniture}
    rows = [b for b in blocks(text) if b not in marked]
    transcript = sum(bool(_TURN.match(text, *b)) for b in rows) > 2
    for b in rows[: 0 if transcript else 5]:
        if text[b[1] - 1] not in ".!?”\"’')…:":
            continue  # a headline with a colon is no dateline
        m = _DATELINE.match(text, b[0], min(b[1], b[0] + 140))
        signed = bool(m and m["by"] and _ACRONYM.fullmatch(m["by"]) and re.search(r"\d", m[0]))
        if m and not m["place"].split(",")[0].isupper() and not signed and not supplier(m[_supplied(m) or "place"]):
            continue  # "New Delhi (PTI) - …", "Lund, March 15 (LNA) -- …", not "Lund (26) - …"
        if m and (_supplied(m) or (len(m["place"].strip()) > 3 and m.end() < b[1] - 30)):
            return m
    return None


_ACRONYM = re.compile(r"[A-Z]{3,6}")
"""An agency that no register has, as a dateline prints it."""


def _supplied(dateline: re.Match[str]) -> str:
    """The group of a dateline that names who supplied it; "" where none does."""
    return next((group for group in ("by", "slashed") if dateline[group]), "")


def dateline_span(text: str, furniture: Sequence[Furniture]) -> tuple[str, Span | None]:
    """(place line, span of the whole dateline with supplier and dash) from the first body blocks; ('', None) without one."""
    m = _dateline(text, furniture)
    return (squeeze(m["place"]).strip(" ,"), m.span()) if m else ("", None)


def byline(text: str, furniture: Sequence[Furniture], given: str) -> str:
    if given:
        return squeeze(given)
    spots = [f for f in furniture if f.kind == "byline"]
    for f in spots:
        m = _BYLINE.match(text[f.start : f.end])
        if m:
            return squeeze(m.group(1))
    signed = (SIGNED.fullmatch(text[f.start : f.end].strip()) for f in spots)
    return next((squeeze(m["who"]) for m in signed if m), "")


def supplier(name: str) -> str:
    """The registered name of an agency or outlet that supplies copy, or ''."""
    flat = squeeze(name).strip(" .,;:()").lower()
    found = lexicon.outlet_by_name().get(flat) or lexicon.outlet_by_name().get(flat.removeprefix("the "))
    return found.name if found else ""


def credits(
    text: str, furniture: Sequence[Furniture], given: Sequence[str], by: str, outlet: str
) -> tuple[tuple[Credit, ...], tuple[str, ...]]:
    """Suppliers that the article names as its own source of copy, and the names on its contributor lines."""
    found: dict[tuple[str, str], Credit] = {}

    def keep(name: str, form: str, span: Span) -> None:
        known = supplier(name) or (name.strip() if form == "dateline" and _ACRONYM.fullmatch(name.strip()) else "")
        if known and known != outlet:
            found.setdefault((known, form), Credit(known, form, span))

    opening = _dateline(text, furniture)
    if opening and (group := _supplied(opening)):
        for part in re.split(r"\s*[/,]\s*|\s+and\s+", opening[group]):
            keep(part, "dateline", opening.span(group))
    for name in given:
        keep(name, "metadata", (0, 0))
    for part in re.split(r"\s*[/,]\s*|\s+and\s+|\s+in\s+|\s+with\s+", by):
        keep(part, "byline", (0, 0))
    for f in furniture:
        line = text[f.start : f.end]
        if f.kind in ("legal", "page", "contributors", "byline"):
            for m in _COPYRIGHT.finditer(line):
                keep(m.group(2), "credit-line", (f.start, f.end))
            for agency, o in lexicon.agencies().items():
                if f.kind in ("contributors", "byline") and re.search(
                    rf"\b{re.escape(agency)}\b", line, 0 if agency.isupper() else re.I
                ):
                    keep(o.name, "credit-line", (f.start, f.end))
    rows = blocks(text)
    for b in rows:
        line = text[slice(*b)]
        for m in _REPOST.finditer(line) if len(line) < 320 else ():
            keep(m.group(1), "credit-line", b)
    for b in rows[-8:] + rows[:4]:
        m2 = re.fullmatch(r"[\s(\[—–-]*([A-Z][\w.& -]{1,30}?)[\s)\].]*", text[slice(*b)])
        if (
            m2
            and supplier(m2.group(1))
            and lexicon.outlet_by_name()[supplier(m2.group(1)).lower()].kind in ("agency", "state-media")
        ):
            keep(m2.group(1), "credit-line", b)
    tail = (
        re.search(r"[.”\"]\s*[\[(—–-]\s*((?:[A-Z][\w.]+\s?){1,3})[\])]?\s*$", text[rows[-1][0] : rows[-1][1]])
        if rows
        else None
    )
    if tail and rows:
        keep(tail.group(1), "credit-line", rows[-1])
    people: list[str] = []
    for f in furniture:
        if f.kind == "contributors":
            people += re.findall(
                r"(?:[A-Z][\w.’'-]+ )*[A-Z][\w.’'-]+ in [A-Z][\w.-]+(?:, [A-Z][\w.-]+(?: [A-Z][\w.-]+)?)?",
                text[f.start : f.end],
            )
    return tuple(found[k] for k in sorted(found)), tuple(people)


def outlet(text: str, furniture: Sequence[Furniture], meta: dict[str, Any], url: str) -> tuple[str, str]:
    """(outlet, basis). Basis: given, url, page metadata, copyright line, self-description, masthead, or '' when unknown."""
    if meta.get("outlet"):
        given = squeeze(str(meta["outlet"]))
        known = lexicon.outlet_by_name().get(given.lower()) or (lexicon.outlet_of_url(given) if "." in given else None)
        return (known.name if known else given), "given"
    from_url = lexicon.outlet_of_url(url) if url else None
    if from_url:
        return from_url.name, "url"
    for key in ("og:site_name", "publisher", "application-name"):
        if meta.get(key):
            known_name = supplier(str(meta[key]))
            return known_name or squeeze(str(meta[key])), "page metadata"
    if url and (m := re.match(r"(?:https?://)?(?:www\.)?([^/:?#\s]+)", url)):
        return m.group(1), "url"
    for f in furniture:
        line = text[f.start : f.end]
        m2 = (
            re.match(r"\W*([A-Z][\w&–’'. -]{2,50}?) is an? .{0,40}(?:news|newspaper|magazine)", line)
            if f.kind == "about-outlet"
            else None
        )
        if m2:
            return squeeze(m2.group(1)), "self-description"
    for f in furniture:
        m3 = _COPYRIGHT.search(text[f.start : f.end])
        if (
            f.kind == "legal"
            and m3
            and len(words(m3.group(2))) in range(1, 8)
            and not re.search(r"(?i)rights|reserved|policy|terms", m3.group(2))
        ):
            name = squeeze(m3.group(2)).strip(" .,-–")
            if name and not re.fullmatch(r"\d+", name):
                return supplier(name) or name, "copyright line"
    head = [text[slice(*b)] for b in blocks(text)[:MASTHEAD]]
    printed = {name for line in head if (name := _masthead(line))} or {n for line in head for n in _unregistered(line)}
    return (printed.pop(), "masthead") if len(printed) == 1 else ("", "")


MASTHEAD = 6  # blocks at the head of a page in which its outlet prints its own name


def _masthead(line: str) -> str:
    """The registered outlet whose name is all of a line, or stands behind the title of a page ("… | The Daily"); never that of an agency,
    which is a credit."""
    known = lexicon.outlet_by_name().get(supplier(_TITLED.sub("", squeeze(line))).lower())
    return known.name if known and known.kind not in ("agency", "state-media") else ""


def _unregistered(line: str) -> Iterator[str]:
    """What reads as the name of a paper or a station on a line of its own, or parted from a byline or a date: "THE LUND DAILY", "By Anna Berg |
    3 May 2024 | Northern Review". Counter-examples: "World News", "Peace Talks Under Review"."""
    parts = re.split(r"\s+[|·•]\s+|,\s(?=\w+\.?\s\w+,?\s\d{4}\b)", squeeze(line))
    for part in parts if len(parts) < 4 else ():
        name = part.title() if part.isupper() else part
        told = [w.lower() for w in name.removeprefix("The ").split()]
        if (
            _PAPER.fullmatch(name)
            and 2 <= len(told) <= 4
            and told[-1] in lexicon.word_set("mastheads")
            and told[0] not in lexicon.word_set("columns")
            and (len(told) == 2 or name.startswith("The ") or len(parts) > 1)
        ):
            yield name


_PAPER = re.compile(r"[A-Z][\w&’'-]*(?: (?:of |and |& )?[A-Z][\w&’'-]*)+")
_TITLED = re.compile(r"^.{12,}\s[|–—-]\s(?=[^|–—-]+$)")


def parse_date(value: str) -> tuple[str, str]:
    """(ISO value, precision) of a date as metadata or a date line print it; ('', 'unknown') when it is none."""
    value = value.strip()
    m = _ISO.search(value)
    if m and m.group(3):
        return _valid(m.group(1), m.group(2), m.group(3))
    for pattern, order in ((_DMY, (3, 2, 1)), (_MDY, (3, 1, 2))):
        if m2 := pattern.search(value):
            y, mo, d = (m2.group(i) for i in order)
            return _valid(y, str(_MONTHS[mo.lower()]), d)
    if m4 := re.search(r"\b(1[3-9]|2\d|3[01])[/.](0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)\b", value):
        return _valid(m4[3], m4[2], m4[1])  # "28/08/2023"; of "05/08/2023" nobody knows which is the month
    if m3 := re.match(r"(\d{4})(\d{2})(\d{2})(?:T|$)", value):
        return _valid(*m3.groups())
    if m and _valid(m.group(1), m.group(2), "1")[0]:
        return f"{m.group(1)}-{m.group(2)}", "month"
    return ("", "unknown") if not re.fullmatch(r"(19|20)\d{2}", value) else (value, "year")


def _valid(year: str, month: str, day: str) -> tuple[str, str]:
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    try:
        return dt.date(int(year), number, int(day)).isoformat(), "day"
    except ValueError:
        return "", "unknown"


_PUBLISHED = re.compile(r"\W*(?:first )?(?:published|posted|updated)\b", re.I)
_DATED = re.compile(rf"\S.{{2,80}},? (?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}),? \d{{4}}\s*$", re.I | re.M)
"""A headline that ends in its day: "Weekly note, 5 February 2024"."""


def published(text: str, furniture: Sequence[Furniture], meta: dict[str, Any], url: str) -> tuple[Published, str]:
    """(date with precision and basis, trouble). The address of the page overrules a metadata date that contradicts it."""
    from_url = _URL_DATE.search(url) if url else None
    url_value = _valid(*from_url.groups())[0] if from_url else ""
    for key, basis in (("published", "given"), ("datePublished", "page metadata"), ("article:published_time", "page metadata"), ("date", "given"),
                       ("dct", "given"), ("parsely-pub-date", "page metadata"), ("pubdate", "page metadata"), ("dc.date", "page metadata"), ("time", "page metadata")):  # fmt: skip
        value, precision = parse_date(str(meta.get(key) or ""))
        if (
            value
            and url_value
            and precision == "day"
            and abs((dt.date.fromisoformat(value) - dt.date.fromisoformat(url_value)).days) > 2
        ):
            return Published(
                url_value, "day", f"address of the page (its {basis} date is {value})"
            ), f"the {basis} date {value} contradicts the address ({url_value})"
        if value:
            return Published(value, precision, basis), ""
    if url_value:
        return Published(url_value, "day", "address of the page"), ""
    # "Published 3 May 2024 | Updated 4 May 2024" reads like a row of links
    for kind in ("byline", "dateline", "navigation"):
        for f in furniture:
            told = f.kind == kind and (kind != "navigation" or _PUBLISHED.match(text, f.start))
            value, precision = parse_date(text[f.start : f.end]) if told else ("", "")
            if value:
                return Published(value, precision, "date line in the text"), ""
    for s, e in blocks(text)[:2]:
        value, precision = parse_date(text[s:e]) if _DATED.search(text, s, e) else ("", "")
        if value:
            return Published(value, precision, "date in the headline"), ""
    for f in furniture:
        if f.kind == "legal" and (m := _COPYRIGHT.search(text[f.start : f.end])) and m.group(1):
            return Published(m.group(1), "year", "copyright line"), ""
    return Published("", "unknown", "the page gives no date"), ""
