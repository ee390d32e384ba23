"""The brief as one HTML file: no script, no outside reference, light and dark, print; every highlight clickable both ways."""

from __future__ import annotations

import itertools
from html import escape

from ..records import Evidence
from ..text import INVISIBLE
from .footnotes import Numbering
from .model import Brief, Chip, Line, Source

STYLE = """
:root{color-scheme:light dark;--bg:#fdfdfb;--fg:#1c1d1f;--dim:#63666b;--line:#d9dad6;--chip:#eceee9;--mark:#fff1b8;--target:#ffd24d;--link:#0b5cad}
@media(prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#e6e6e3;--dim:#9da1a7;--line:#34373c;--chip:#25282d;--mark:#4a4117;--target:#8a6d00;--link:#7db7f5}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,nav{max-width:62rem;margin:0 auto;padding:0 1.2rem}h1{font-size:1.6rem;margin:1.6rem 0 .1rem}h2{font-size:1.15rem;margin:2rem 0 .2rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
.lead,.sub{color:var(--dim);margin:.1rem 0 .6rem}ul{list-style:none;margin:0;padding:0}li{margin:.55rem 0}li li{margin:.3rem 0 .3rem 1.2rem}
nav{padding-top:.6rem;display:flex;flex-wrap:wrap;gap:.2rem .9rem}a{color:var(--link);text-decoration:none}a:hover,a:focus{text-decoration:underline}
sup a{padding:0 .15em}.chips{display:flex;flex-wrap:wrap;gap:.3rem;margin:.2rem 0}.chips>span,.chips summary{background:var(--chip);border-radius:.7rem;padding:.05rem .6rem;font-size:.82rem}
.chips summary{cursor:pointer;list-style:none}.chips summary::after{content:" ▸";color:var(--dim)}.chips details[open]{flex-basis:100%}.chips details[open] summary{display:inline-block}.chips details p{margin:.1rem .6rem;font-size:.85rem;color:var(--dim)}
mark{background:var(--mark);color:inherit}mark:target,mark:has(a:target),li:target{background:var(--target)}li:target{outline:2px solid var(--target)}
article{border-top:1px solid var(--line);padding:.6rem 0}article .text{white-space:pre-wrap;overflow-wrap:anywhere;font:15px/1.6 Georgia,"Times New Roman",serif}
@media print{nav{display:none}body{font-size:11pt}article{break-inside:auto}.chips>span,.chips summary{border:1px solid #999;background:none}li{break-inside:avoid}}
"""


def page(brief: Brief) -> str:
    """A whole document. Article text is escaped, never executed; a content policy forbids everything but the style."""
    numbers = Numbering(brief)
    body = []
    for n, section in enumerate(brief.sections, 1):
        items = "".join(_line(line, numbers) for line in section.lines)
        body.append(
            f'<section id="{section.key}"><h2>{n}. {_text(section.title)}</h2><p class="lead">{_text(section.lead)}</p><ul>{items}</ul></section>'
        )
    marked: dict[str, list[Evidence]] = {}
    for _, e in numbers.rows():
        marked.setdefault(e.article, []).append(e)
    texts = "".join(_article(s, marked.get(s.id, []), numbers) for s in brief.sources)
    links = (
        "".join(f'<a href="#{s.key}">{_text(s.title)}</a>' for s in brief.sections) + '<a href="#articles">Articles</a>'
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<title>{_text(brief.title)}</title><style>{STYLE}</style></head><body><header><h1>{_text(brief.title)}</h1><p class="sub">{_text(brief.subtitle)}</p></header>'
        f'<nav aria-label="Sections">{links}</nav><main>{"".join(body)}<section id="articles"><h2>Articles</h2><p class="lead">The stored texts; a highlight leads back to the lines that rest on it.</p>{texts}</section></main></body></html>\n'
    )


def _text(text: str) -> str:
    """Escaped, with invisible direction marks shown as what they are."""
    return INVISIBLE.sub(
        lambda m: f"⟨U+{ord(m.group()):04X}⟩" if m.group() not in "\u00ad\u200b\ufeff" else "", escape(text)
    )


def _line(line: Line, numbers: Numbering) -> str:
    marks = "".join(f'<sup><a href="#p{n}" title="open the passage">{n}</a></sup>' for n in numbers.of(line))
    chips = f'<div class="chips">{"".join(_chip(c) for c in line.chips)}</div>' if line.chips else ""
    under = f"<ul>{''.join(_line(u, numbers) for u in line.under)}</ul>" if line.under else ""
    return f'<li id="l{numbers.line_number[id(line)]}">{_text(line.text)}{marks}{chips}{under}</li>'


def _chip(chip: Chip) -> str:
    if not chip.reasons:
        return f"<span>{_text(chip.label)}</span>"
    return f"<details><summary>{_text(chip.label)}</summary>{''.join(f'<p>{_text(r)}</p>' for r in chip.reasons)}</details>"


def _article(source: Source, marked: list[Evidence], numbers: Numbering) -> str:
    return f'<article id="{_text(source.id)}"><h3>{_text(source.label)}</h3><div class="text">{_marked(source, marked, numbers)}</div></article>'


def _marked(source: Source, marked: list[Evidence], numbers: Numbering) -> str:
    """The text with every passage marked; overlapping passages share segments, each passage is anchored once."""
    cuts = sorted({0, len(source.text), *(e.start for e in marked), *(e.end for e in marked)})
    starts: dict[int, list[Evidence]] = {}
    for e in marked:
        starts.setdefault(e.start, []).append(e)
    active: list[Evidence] = []
    out: list[str] = []
    for a, b in itertools.pairwise(cuts):
        active = [e for e in active if e.end > a] + starts.get(a, [])
        anchors = " ".join(
            f'<a id="p{numbers.number(e)}" href="#l{numbers.used[e][0]}" title="back to the line"><sup>{numbers.number(e)}</sup></a>'
            for e in sorted(starts.get(a, []), key=numbers.number)
        )
        piece = _text(source.text[a:b])
        out.append(f"{f'<mark>{anchors}{piece}</mark>' if active else piece}")
    return "".join(out)
