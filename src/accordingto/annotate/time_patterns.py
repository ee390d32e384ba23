"""Patterns of time expressions, longest and most specific first; each names the handler in `times` that gives its value."""

from __future__ import annotations

from . import numbers

_M = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
_D = r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon\.|tues\.|wed\.|thurs\.|fri\.|sat\.|sun\.)"
_U = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_P = r"(?:morning|afternoon|evening|night|midday|noon|dawn|dusk)"
_S = r"(?:spring|summer|autumn|fall|winter)"
_Y = r"(?:1[6-9]\d\d|20\d\d)"
_N = rf"(?:{numbers.NUMBER}|an?|several|few|couple of|a few|a couple of|many|some)"
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|more than|less than|at least|over|up to|only|just)\s+)?"
)

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b(?:T\d\d:\d\d\S*)?"),
    ("slash", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d{2})\b"),
    (
        "mdy",
        rf"\b(?:{_D},?\s+)?(?P<m>{_M})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?:(?P<y>{_Y})|(?:of\s+)?(?P<of>last|this|next)\s+year))?(?![\d,]*\d|%|\s*(?:million|billion|percent))",
    ),
    (
        "dmy",
        rf"\b(?:{_D},?\s+)?(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?:(?P<y>{_Y})|(?:of\s+)?(?P<of>last|this|next)\s+year))?",
    ),
    (
        "clock",
        rf"\b(?P<h>\d{{1,2}})(?:[:.](?P<min>\d\d))?\s*(?P<ap>[ap]\.?m\b\.?)(?:\s+(?:e[sd]?t|gmt|utc|local time|[ecmp]st)\b)?(?:\s+(?:on\s+)?(?P<wd>{_D}|yesterday|today|tomorrow))?",
    ),
    ("clock", r"\b(?P<h>\d{1,2}):(?P<min>\d\d)\b(?P<ap>)(?P<wd>)(?:\s+(?:gmt|utc))?"),
    ("clock", r"\b(?P<h>\d{4})(?P<min>)\s+(?:gmt|utc|hours)\b(?P<ap>)(?P<wd>)"),
    (
        "season",
        rf"\b(?:(?P<mod>last|this|next|the|early|late|mid)[\s-]+)?(?P<s>{_S})(?:\s+(?:of\s+)?(?P<y>{_Y}))?\b(?!\s+(?:from|to|apart|short|into|victim|off|in\b|on\b|under|behind))",
    ),
    (
        "month",
        rf"\b(?:(?P<mod>last|this|next|early|late|mid|earlier this|later this|the beginning of|the end of|the start of)[\s-]+)?(?P<m>{_M}),?(?:\s+(?:of\s+)?(?:(?P<y>{_Y})|(?P<of>last|this|next)\s+year))?(?![\w%])",
    ),
    ("recent", r"\b(?:in|over|during|of|for)\s+(?P<u>recent (?:days|weeks|months|years|decades))\b"),
    ("set", rf"\b(?:every|each)\s+(?:(?P<n>{_N}|other)\s+)?(?P<u>{_U}|{_D}|{_P})\b"),
    (
        "weekday",
        rf"\b(?:(?P<mod>last|this|next|the following|the previous|this past|early|late)\s+)?(?P<wd>{_D})(?:\s+(?P<p>{_P}))?\b",
    ),
    (
        "fiscal",
        r"\b(?:the\s+)?(?:(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter)(?:\s+of)?(?:\s+(?:fiscal\s+)?(?P<y>(?:19|20)\d\d|last year|this year))?\b",
    ),
    ("fiscal", r"\b(?P<y>this year['’]s|last year['’]s)\s+(?P<q>first|second|third|fourth)\s+quarter\b"),
    ("fiscal", r"\b(?:the\s+)?(?P<y>(?:19|20)\d\d)\s+(?P<q>first|second|third|fourth)\s+quarter\b"),
    (
        "quarter",
        r"\b(?:the\s+)?(?P<back>(?:year|quarter)[\s-](?:earlier|ago|before)|previous|preceding|latest|most recent|same|current)[\s-](?P<u>quarter|period)\b(?:\s+(?P<year>last year|a year (?:ago|earlier)))?",
    ),
    ("quarter", r"\b(?P<back>the)\s+(?P<u>quarter)\b(?P<year>)"),
    ("quarter", r"\b(?P<back>year[\s-](?:earlier|ago))(?P<u>)(?P<year>)\b"),
    ("weekend", r"\b(?:over|at|during|on)\s+(?P<u>the weekend)\b"),
    ("fiscal-year", rf"\bfiscal(?:\s+year)?\s+(?P<y>{_Y})\b"),
    (
        "deictic",
        r"\b(?:the day (?:before yesterday|after tomorrow)|yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|yesterday (?:morning|afternoon|evening)|tomorrow (?:morning|afternoon|evening|night)|overnight)\b",
    ),
    (
        "window",
        rf"\b(?:the\s+)?(?:coming|next|upcoming|following)\s+(?:(?P<n>{_N})\s+)?(?P<u>days|weeks|months|years|hours)\b",
    ),
    ("ago", rf"\b{_ABOUT}(?P<n>{_N})[\s-]+(?P<u>{_U})\s+(?P<dir>ago|earlier|later|from now|before|after|hence|back)\b"),
    ("past", rf"\b(?:the|these)\s+(?:last|past|previous|recent)\s+(?:(?P<n>{_N})[\s-]+)?(?P<u>{_U})\b"),
    (
        "relative",
        r"\b(?P<mod>last|this|next|the previous|the following|the same|that|the past|the coming|the current|this past|the last|the next|this coming)\s+(?P<u>week|weekend|month|quarter|year|decade|century)\b(?:['’]s)?",
    ),
    ("part-of", r"\b(?P<mod>earlier|later|early|late|mid)\s+(?P<ref>this|last|next)\s+(?P<u>week|month|year)\b"),
    (
        "edge",
        rf"\b(?:the\s+)?(?P<edge>beginning|start|end|middle)\s+of\s+(?:the\s+|this\s+|next\s+|last\s+)?(?P<u>week|month|year|decade|century|{_Y})\b",
    ),
    (
        "decade",
        r"\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?(?P<y>1[89]\d0|20\d0)s\b|\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?['’](?P<yy>\d0)s\b|\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ),
    ("century", r"\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?(?P<c>\d{1,2})(?:st|nd|rd|th)[\s-]century\b"),
    ("set-word", r"\b(?:daily|weekly|monthly|hourly|nightly)\b"),
    ("per", r"\b(?:a|per)\s+(?P<u>day|week|month|year|hour)\b(?=\W)"),
    (
        "duration",
        rf"\b(?P<about>{_ABOUT})(?P<n>{_N}|half an|half a)(?P<half>\s+and\s+a\s+half)?(?:\s+(?:full|more|straight|consecutive|long|whole|additional|extra))?[\s-]+(?P<u>{_U})(?:-long)?\b(?!-old)(?:['’])?",
    ),
    ("bare", r"\b(?P<n>decades|centuries|months|weeks|years|days|hours|minutes|weeklong|daylong|monthlong|yearlong)\b"),
    ("present", r"\b(?:now|currently|at present|at the moment|at the time|nowadays|right now|the present)\b"),
    ("past-ref", r"\b(?:recently|lately|the past|formerly|previously|once)\b"),
    ("future-ref", r"\b(?:the future|in the near future|soon)\b"),
    ("part", r"\b(?:the\s+)?(?P<p>midnight|noon|dawn|dusk|(?<=the )morning|(?<=the )evening|(?<=the )afternoon)\b"),
    (
        "year",
        rf"(?<![\d.,$€£/-])\b(?:(?:early|late|mid)[\s-])?(?P<y>{_Y})(?![\d,]*\d|\.\d|%|\s*(?:million|billion|people|troops|soldiers|men|women|tons|tonnes|shells|missiles|km|miles|metres|meters|votes|dollars|of\s+(?:the|them)))\b",
    ),
)
