"""The one-file page in a real headless browser: links both ways, no outside request, hostile text stays text, light and dark, print."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accordingto import pipeline
from accordingto.brief import page, situation
from accordingto.records import Ledger
from conftest import make_article

pytestmark = pytest.mark.slow


def written(folder: Path, ledger: Ledger) -> str:
    path = folder / "brief.html"
    path.write_text(page.page(situation.situation(ledger)), encoding="utf-8")
    return path.as_uri()


def test_every_highlight_is_clickable_both_ways(
    browser: Browser, tmp_path: Path, harbour: tuple[Ledger, object]
) -> None:
    tab = browser.new_page()
    asked: list[str] = []
    tab.on("request", lambda r: asked.append(r.url))
    tab.goto(written(tmp_path, harbour[0]))
    assert len(asked) == 1, "the page asks for nothing but itself"
    links = tab.eval_on_selector_all("sup a[href^='#p']", "all => all.map(a => a.getAttribute('href'))")
    assert len(links) > 40
    dead = tab.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.querySelector(CSS.escape ? '#' + CSS.escape(a.getAttribute('href').slice(1)) : a.hash)).length"
    )
    assert dead == 0
    tab.click("#attention li sup a >> nth=0")
    target = tab.evaluate("document.querySelector(':target').closest('mark').textContent")
    assert target.strip()
    tab.click(":target")
    assert tab.evaluate("document.querySelector(':target').tagName") == "LI"


def test_chips_open_their_reasons(browser: Browser, tmp_path: Path, harbour: tuple[Ledger, object]) -> None:
    tab = browser.new_page()
    tab.goto(written(tmp_path, harbour[0]))
    chip = tab.locator("#attention .chips details").first
    assert not chip.locator("p").first.is_visible()
    chip.locator("summary").click()
    assert chip.locator("p").first.is_visible()


def test_hostile_text_is_never_executed(browser: Browser, tmp_path: Path) -> None:
    hostile = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> said \u202ethe bridge\u202c was closed. Anna Berg said <svg onload=document.title='owned'> the javascript:alert(1) link worked."
    ledger = pipeline.run(
        [
            make_article(
                hostile,
                id='"><script>document.title="owned"</script>',
                title="</title><script>document.title='owned'</script>",
            )
        ],
        workers=1,
    )
    tab = browser.new_page()
    tab.goto(written(tmp_path, ledger))
    assert tab.title() != "owned"
    assert tab.evaluate("document.querySelectorAll('script, img, svg').length") == 0
    assert "⟨U+202E⟩" in tab.inner_text("#articles")


@pytest.mark.parametrize(("scheme", "media"), [("light", "screen"), ("dark", "screen"), ("light", "print")])
def test_it_reads_in_light_dark_and_print(
    browser: Browser, tmp_path: Path, harbour: tuple[Ledger, object], scheme: str, media: str
) -> None:
    tab = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    tab.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
    tab.goto(written(tmp_path, harbour[0]))
    colours = tab.evaluate(
        "(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor] })()"
    )

    def light(c: str) -> float:
        r, g, b = (int(x) for x in c[c.index("(") + 1 : c.index(")")].split(",")[:3])
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    assert abs(light(colours[0]) - light(colours[1])) > 140
    assert tab.locator("nav").is_visible() is (media == "screen")
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
