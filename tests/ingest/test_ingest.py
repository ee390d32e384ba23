"""Room 1: any bytes are accepted, trouble becomes an Issue, evidence keeps its way back to the source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto import ingest
from accordingto.errors import InputError
from accordingto.ingest import furniture, header, html, sources
from accordingto.records import Capture

PROSE = (
    "The mayor of Lund opened the bridge on Monday, and officials said the road would stay closed until the autumn.\n\n"
)


def read(folder: Path, **files: bytes) -> tuple[dict[str, object], list[str]]:
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    rows, issues = ingest.read([str(folder)])
    return {a.input: a for a, _ in rows}, [f"{i.code}:{i.where}" for i in issues]


def test_trouble_becomes_an_issue(tmp_path: Path) -> None:
    articles, issues = read(
        tmp_path, empty__txt=b"", binary__txt=bytes(range(256)) * 40, good__txt=PROSE.encode(), latin__txt=("Le café de la préfecture. " + PROSE).encode("cp1252"),
        cut__jsonl=b'{"id": "a", "text": "' + PROSE.strip().encode() + b'"}\n{"id": "b", "te', denied__html=b"<html><body><h1>Access Denied</h1></body></html>", notext__jsonl=b'{"id": 1}\n[]\n',
    )  # fmt: skip
    assert set(articles) == {"good.txt", "latin.txt", "a"}
    assert set(issues) == {
        "no-article:empty.txt", "binary:binary.txt", "encoding:latin.txt", "bad-json:cut.jsonl, line 2", "error-page:denied.html", "no-text:notext.jsonl, line 1", "bad-json:notext.jsonl, line 2",
    }  # fmt: skip


def test_a_huge_page_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "big.html").write_bytes(b"<p>x</p>" * (sources.LIMIT // 8 + 1))
    rows, issues = ingest.read([str(tmp_path)])
    assert not rows and [i.code for i in issues] == ["too-large"]


def test_an_absent_path_says_so() -> None:
    with pytest.raises(InputError, match="no such file"):
        ingest.read(["/nowhere/at/all"])


def test_a_json_file_is_an_article_or_a_list_of_them(tmp_path: Path) -> None:
    one = json.dumps({"text": PROSE, "title": "Ferry", "published": None}, indent=1).encode()
    two = json.dumps([{"id": "b", "text": PROSE}, {"id": "c", "text": PROSE + "More."}]).encode()
    articles, issues = read(
        tmp_path, one__json=one, two__json=two, settings__json=b'{"colour": "red"}', cut__json=b'{"te'
    )
    assert [(a.input, a.headline) for a in articles.values() if a.headline] == [("one.json:1", "Ferry")] and len(
        articles
    ) == 3
    assert set(issues) == {"no-text:settings.json, line 1", "bad-json:cut.json, line 1"}


def test_metadata_beside_files_and_the_address_overrules(tmp_path: Path) -> None:
    index = {
        "file": "a.txt",
        "outlet": "bbc.com",
        "url": "https://www.bbc.com/news/2024/06/14/x",
        "published": "2022-01-01",
    }
    articles, issues = read(tmp_path, a__txt=PROSE.encode(), index__jsonl=json.dumps(index).encode())
    a = articles["a.txt"]
    assert (a.outlet, a.published.value, a.published.precision) == ("BBC", "2024-06-14", "day")  # type: ignore[attr-defined]
    assert issues == ["date-contradiction:a.txt"]


def test_html_keeps_the_way_back_and_marks_the_page() -> None:
    body = "".join(
        f"<p>Paragraph {i}: the m&auml;yor &amp; the council said on Monday that the bridge would reopen in the autumn.</p>"
        for i in range(8)
    )
    source = f"<html><head><title>Bridge reopens</title><script>alert(1)</script></head><body><nav><a>Home</a><a>World</a></nav><article>{body}</article><footer>© 2024 Lund Post</footer></body></html>"
    capture = Capture("0" * 64, "x.html", "html", source.encode())
    article, _ = ingest.to_article(capture, {})
    assert article is not None and "alert" not in article.text and article.headline == "Bridge reopens"
    marked = {article.text[f.start : f.end].strip(): f.kind for f in article.furniture}
    assert "Home" in " ".join(marked) and not any("Paragraph" in m for m in marked)
    at = article.text.index("mäyor & the council")
    assert ingest.checker(capture)("mäyor & the council", (at, at + 19))
    assert not ingest.checker(capture)("mayor and the council", (at, at + 19))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a Comment", "comments"),
        ("Scroll to Top", "navigation"),
        ("Also Read: Ten beaches", "related"),
        ("1. Pingback: A site", "pingback"),
        ("Subscribe", "newsletter"),
        ("© 2024 The Post", "legal"),
    ],
)
def test_furniture_is_marked_and_not_deleted(line: str, kind: str) -> None:
    text = PROSE * 3 + line + "\n"
    found = [f for f in furniture.mark(text) if text[f.start : f.end] == line]
    assert [f.kind for f in found] == [kind]


def test_summary_and_faq_boxes() -> None:
    text = (
        PROSE * 2
        + "Key points\n- The bridge is open.\n- The road is closed.\nMore prose follows here, the council said on Monday.\n\n"
        + PROSE
        + "Frequently Asked Questions (FAQs) about Lund\n\nWhen?\n\nOn Monday, officials said.\n"
    )
    kinds = {text[f.start : f.end][:14]: f.kind for f in furniture.mark(text)}
    assert kinds["- The bridge i"] == "summary" and kinds["On Monday, off"] == "faq"


def test_a_repeated_sentence_is_marked_once() -> None:
    text = "The council of Lund decided on Monday to open the bridge. Nobody objected to it then. The council of Lund decided on Monday to open the bridge."
    assert [(f.kind, f.start > 60) for f in furniture.mark(text)] == [("repeat", True)]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("LUND (Reuters) - " + PROSE, "Reuters", "dateline"),
        ("LUND, May 14, 2024 (AFP) - " + PROSE, "Agence France-Presse", "dateline"),
        ("LUND, May 14. /TASS/. " + PROSE, "TASS", "dateline"),
        ("New Delhi (PTI) - " + PROSE, "Press Trust of India", "dateline"),
        ("Lund, March 15 (LNA) -- " + PROSE, "LNA", "dateline"),
        (PROSE + "This story was originally published by Reuters.\n", "Reuters", "credit-line"),
        (PROSE + "(Reporting by Anna Feld; Editing by Lars Holm for Reuters)\n", "Reuters", "credit-line"),
    ],
)
def test_credits(text: str, name: str, form: str) -> None:
    found, _ = header.credits(text, furniture.mark(text), (), "", "")
    assert (name, form) in {(c.name, c.form) for c in found}


def test_a_party_beside_a_name_is_no_agency() -> None:
    text = "Anna Lund (CDU) - " + PROSE
    assert header.credits(text, furniture.mark(text), (), "", "")[0] == ()


@pytest.mark.parametrize(
    ("head", "outlet", "byline", "date"),
    [
        ("A bridge opens in Lund\n\nThe Guardian\n\nAnna Berg in Oslo\n\n14 May 2024", "The Guardian", "Anna Berg", "2024-05-14"),
        ("A bridge opens in Lund | The Guardian", "The Guardian", "", ""),
        ("A bridge opens in Lund\n\nAssociated Press\n\nMay 14, 2024", "", "", "2024-05-14"),
        ("The Guardian\n\nBBC News\n\nA bridge opens in Lund", "", "", ""),
        ("A bridge opens in Lund\n\nStreet Fighting in Aleppo", "", "", ""),
        ("THE LUND DAILY\n\nA bridge opens in Lund\n\nPublished: May 14, 2024", "The Lund Daily", "", "2024-05-14"),
        ("A bridge opens in Lund\n\nBy Anna Berg | 14 May 2024 | Northern Review", "Northern Review", "Anna Berg", "2024-05-14"),
        ("A bridge opens in Lund\n\nHarbour Online\n\n14 May 2024", "Harbour Online", "", "2024-05-14"),
        ("Weekly bridge note, 14 May 2024\n\nGulf Monitor", "Gulf Monitor", "", "2024-05-14"),
        ("A bridge opens in Lund\n\nLundnews · 14 May 2024, 17:20", "", "", "2024-05-14"),
        ("A bridge opens in Lund\n\nLund, St Anna, May 14, 2024 (Harbour Wire)", "", "", "2024-05-14"),
        ("A bridge opens in Lund\n\nHarbour Digital, 14 May 2024", "Harbour Digital", "", "2024-05-14"),
        ("A bridge opens in Lund\n\nPublished 14 May 2024 | Updated 15 May 2024", "", "", "2024-05-14"),
        ("World News\n\nA bridge opens in Lund\n\nBy AFP in Oslo", "", "AFP", ""),
        ("Peace Talks Under Review\n\nBy our foreign staff", "", "", ""),
    ],
)  # fmt: skip
def test_what_the_head_of_a_page_prints(tmp_path: Path, head: str, outlet: str, byline: str, date: str) -> None:
    (tmp_path / "a.txt").write_text(f"{head}\n\n{PROSE}{PROSE}", encoding="utf-8")
    ((article, _),) = ingest.read([str(tmp_path)])[0]
    assert (article.outlet, article.byline, article.published.value) == (outlet, byline, date)


def test_a_dateline_with_a_year_dates_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A bridge opens in Lund\n\nLUND, May 14, 2024 (AFP) - {PROSE}", encoding="utf-8")
    ((article, _),) = ingest.read([str(tmp_path)])[0]
    assert article.published.value == "2024-05-14" and "(AFP)" not in article.text[article.furniture[-1].end :]


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2024-06-14T10:00:00Z", ("2024-06-14", "day")),
        ("14 June 2024", ("2024-06-14", "day")),
        ("June 14, 2024", ("2024-06-14", "day")),
        ("2024-06", ("2024-06", "month")),
        ("2024", ("2024", "year")),
        ("28/08/2023 - 19:30", ("2023-08-28", "day")),
        ("05/08/2023", ("", "unknown")),
        ("soon", ("", "unknown")),
        ("2024-13-45", ("", "unknown")),
    ],
)
def test_dates(value: str, want: tuple[str, str]) -> None:
    assert header.parse_date(value) == want


def test_languages() -> None:
    assert header.language(PROSE * 2) == "en"
    assert (
        header.language(
            "Le maire de la ville a dit que le pont est ouvert et que les travaux sont finis dans la vallée. " * 3
        )
        == "fr"
    )
    assert header.language("Министр сказал, что мост открыт для движения и работы закончены.") == "ru"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_accepted(data: bytes) -> None:
    for name in ("a.txt", "a.html"):
        capture = sources._capture(name, data)
        article, issues = ingest.to_article(capture, {})
        assert article is not None or issues
        if article is not None:
            assert ingest.original_text(capture)[0] == article.text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/abp &;\n\"'=!-“”é#x", max_size=200))
def test_any_html_renders_and_maps_back(source: str) -> None:
    page = html.render(source)
    for at, start, size, source_size in page.runs:
        assert at >= 0 and at + size <= len(page.text) and start >= 0 and start + source_size <= len(source) + 1
