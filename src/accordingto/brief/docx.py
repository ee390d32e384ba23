"""The brief as a Word document with real footnotes. Office Open XML, ECMA-376 part 1; deterministic bytes, no dependency."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from ..records import Evidence
from .footnotes import Numbering
from .model import Brief, Line

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("footnotes", "footnotes"))
    )
    + "</Types>",
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="r{i}" Type="{_RELATION}/{x}" Target="{x}.xml"/>'
        for i, x in enumerate(("styles", "footnotes"), 1)
    )
    + "</Relationships>",
}


def _style(kind: str, key: str, name: str, paragraph: str, run: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'


_STYLES = f"{_HEAD}<w:styles {_W}>" + "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
        _style("paragraph", "Title", "Title", '<w:spacing w:after="60"/>', '<w:b/><w:sz w:val="36"/>'),
        _style("paragraph", "Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="320" w:after="60"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="26"/>'),
        _style("paragraph", "Lead", "Lead", '<w:spacing w:after="120"/>', '<w:i/><w:color w:val="63666B"/>'),
        _style("paragraph", "Chips", "Chips", '<w:spacing w:after="100"/>', '<w:sz w:val="18"/><w:color w:val="63666B"/>'),
        _style("paragraph", "FootnoteText", "footnote text", "", '<w:sz w:val="18"/>'),
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    )
) + "</w:styles>"  # fmt: skip


def document(brief: Brief, style: str = "file") -> bytes:
    """A .docx file: each passage is a footnote at its first use and a plain number afterwards."""
    numbers = Numbering(brief)
    used: set[Evidence] = set()
    body = [_paragraph("Title", _run(brief.title)), _paragraph("Lead", _run(brief.subtitle))]
    for n, section in enumerate(brief.sections, 1):
        body += [_paragraph("Heading1", _run(f"{n}. {section.title}")), _paragraph("Lead", _run(section.lead))]
        for line in section.lines:
            body += _line(line, numbers, used, 0)
    notes = "".join(_note(number, numbers.note(e, style)) for number, e in numbers.rows())
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for i, (kind, tag) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator")), -1
        )
    )
    parts = {
        **_PARTS,
        "word/styles.xml": _STYLES,
        "word/document.xml": f'{_HEAD}<w:document {_W}><w:body>{"".join(body)}<w:sectPr><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr></w:body></w:document>',
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_W}>{separators}{notes}</w:footnotes>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _text(text: str) -> str:
    """XML 1.0 characters only."""
    return escape(re.sub(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "�", text))


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_text(text)}</w:t></w:r>'


def _paragraph(style: str, runs: str, indent: int = 0) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="{indent}"/></w:pPr>{runs}</w:p>'


def _note(number: int, text: str) -> str:
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{reference}{_run(" " + text)}</w:p></w:footnote>'


def _line(line: Line, numbers: Numbering, used: set[Evidence], depth: int) -> list[str]:
    marks: list[str] = []
    for e in dict.fromkeys(line.notes):
        if marks:
            marks.append(
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>'
            )
        if e in used:
            marks.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{numbers.number(e)}</w:t></w:r>')
        else:
            used.add(e)
            marks.append(
                f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{numbers.number(e)}"/></w:r>'
            )
    out = [_paragraph("Normal", _run(("• " if depth == 0 else "– ") + line.text) + "".join(marks), 340 * depth)]
    labels = [c.label for c in line.chips if not c.label.startswith("why")]
    if labels:
        out.append(_paragraph("Chips", _run(" · ".join(labels)), 340 * depth + 170))
    for under in line.under:
        out += _line(under, numbers, used, depth + 1)
    return out
