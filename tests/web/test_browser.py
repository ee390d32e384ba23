"""The desk in a real headless browser: every view, every key, rulings and undo, a hostile article, print, accessibility."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.ledger.store import Store
from accordingto.ledger.views import Views

from .conftest import Served

pytestmark = pytest.mark.slow

VIEWS = ["/", "/claims", "/statements", "/entities", "/events", "/stories", "/discrepancies", "/articles", "/derivations", "/suggestions", "/lineage", "/figures", "/search?q=ferry", "/brief", "/decisions", "/help"]  # fmt: skip


@pytest.fixture
def tab(browser: Browser, served: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1360, "height": 820}, base_url=served.url)
    page = context.new_page()
    trouble: list[str] = []
    asked: list[str] = []
    page.on("console", lambda m: trouble.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: trouble.append(str(e)))
    page.on("request", lambda r: asked.append(r.url))
    page.on("response", lambda r: trouble.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    yield page
    assert trouble == [], "no error in the console"
    assert all(u.startswith((served.url, "data:")) for u in asked), "nothing is asked of anybody else"
    context.close()


def rulings(served: Served) -> list[tuple[str, str, str]]:
    with Store(served.folder) as store:
        return [(d.left, d.right, d.verdict) for d in store.decisions()]


@pytest.mark.parametrize("path", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_is_accessible(tab: Page, path: str, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    tab.goto(path)
    if tab.locator("#rows .row").count() and path != "/articles":
        tab.keyboard.press("j")
        expect(tab.locator("#detail .record")).to_be_visible()
    # The content policy keeps axe out of the page as it keeps everything out; its own engine runs it in the page's world.
    found = Axe().run(tab)
    serious = [v for v in found.response["violations"] if v["impact"] in ("serious", "critical")]
    assert not serious, json.dumps([(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in serious], indent=1)
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


def test_the_list_is_walked_with_the_keyboard_alone(tab: Page) -> None:
    tab.goto("/claims")
    titles = tab.locator("#rows .title").all_inner_texts()
    for n in (0, 1, 2):
        tab.keyboard.press("j")
        expect(tab.locator("#rows .row[aria-current] .title")).to_have_text(titles[n])
        expect(tab.locator("#detail .record")).to_have_attribute("data-id", tab.locator("#rows .row[aria-current]").get_attribute("data-id") or "")  # fmt: skip
    tab.keyboard.press("k")
    expect(tab.locator("#rows .row[aria-current] .title")).to_have_text(titles[1])
    expect(tab.locator("#detail .record")).to_have_attribute(
        "data-id", tab.locator("#rows .row[aria-current]").get_attribute("data-id") or ""
    )
    assert f"/claims/{tab.locator('#rows .row[aria-current]').get_attribute('data-id')}" in tab.url, (
        "the address is the claim's"
    )
    tab.keyboard.press("l")
    assert tab.evaluate("document.activeElement.classList.contains('card')")
    tab.keyboard.press("o")
    tab.wait_for_url("**/articles/**")
    assert tab.evaluate("!!document.querySelector(':target')"), "the passage is where the article opens"
    tab.go_back()
    expect(tab.locator("#detail .record")).to_be_visible()


def test_keys_lead_everywhere(tab: Page) -> None:
    tab.goto("/help")
    for key, path in {"c": "/claims", "w": "/statements", "a": "/entities", "t": "/events", "s": "/stories", "d": "/discrepancies", "p": "/articles", "l": "/lineage", "f": "/figures", "q": "/suggestions", "b": "/brief", "h": "/"}.items():  # fmt: skip
        tab.keyboard.press("g")
        tab.keyboard.press(key)
        tab.wait_for_url(f"**{path}")
    tab.keyboard.press("/")
    tab.keyboard.type("naval mine")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=naval+mine")
    assert tab.locator("main a.line").count() > 0
    tab.keyboard.press("?")
    tab.wait_for_url("**/help")


def test_a_question_is_answered_with_one_key_and_undone_with_another(tab: Page, served: Served) -> None:
    tab.goto("/suggestions")
    before = tab.locator("#rows .row").count()
    tab.keyboard.press("j")
    expect(tab.locator("#detail .record")).to_be_visible()
    question = tab.locator("#detail h2").inner_text()
    tab.keyboard.press("n")
    tab.wait_for_url("**did=r**")
    expect(tab.locator("#done")).to_contain_text("Different, by ilse")
    assert tab.locator("#rows .row").count() == before - 1 and question not in tab.locator("#rows").inner_text()
    tab.keyboard.press("z")
    expect(tab.locator("#done")).to_contain_text("Withdrawn, by ilse")
    assert tab.locator("#rows .row").count() == before
    for key, verdict in (("u", "unsure"), ("x", "same")):
        expect(tab.locator("#detail .record")).to_be_visible()
        tab.keyboard.press(key)
        expect(tab.locator("#done")).to_contain_text(f"{verdict.capitalize()}, by ilse")
    assert [v for _, _, v in rulings(served)] == ["different", "unsure", "unsure", "same"]


def test_a_passage_is_taken_out_of_a_claim_at_the_passage(tab: Page, served: Served) -> None:
    with Views(served.folder) as views:
        claim = next(c for c in views.many(views.ids("claims", [], 0, 9)) if len(c.positions) > 2)
    tab.goto(f"/claims/{claim.id}")
    cards = tab.locator("#detail .card")
    cards.nth(2).focus()
    wanted = cards.nth(2).locator("input[name=right]").first.get_attribute("value")
    tab.keyboard.press("n")
    tab.wait_for_url("**did=r**")
    assert rulings(served) == [(claim.positions[0].id, wanted, "different")]
    expect(tab.locator("#done")).to_contain_text("It changed:")
    assert tab.locator("#detail .card").count() < len(claim.positions)


def test_two_actors_are_marked_and_joined(tab: Page, served: Served) -> None:
    tab.goto("/entities?f=person")
    rows = tab.locator("#rows .row")
    names = [rows.nth(i).get_attribute("data-name") for i in (0, 1)]
    tab.keyboard.press("j")
    expect(tab.locator("#detail h2")).to_have_text(names[0] or "")
    tab.keyboard.press("m")
    tab.keyboard.press("j")
    expect(tab.locator("#detail h2")).to_have_text(names[1] or "")
    expect(tab.locator("form.pair")).to_contain_text(names[0] or "")
    tab.keyboard.press("x")
    tab.wait_for_url("**did=r**")
    assert rulings(served) == [(names[0], names[1], "same")]
    assert tab.locator("#rows .row").count() >= 1 and not tab.locator("form.pair:visible").count()


def test_a_difference_is_rejected_and_a_speaker_set_right(tab: Page, served: Served) -> None:
    tab.goto("/discrepancies")
    before = tab.locator("#rows .row").count()
    tab.keyboard.press("j")
    expect(tab.locator("#detail .record")).to_be_visible()
    tab.keyboard.press("r")
    expect(tab.locator("#done")).to_contain_text("Reject, by ilse")
    assert tab.locator("#rows .row").count() == before - 1
    tab.goto("/statements")
    tab.keyboard.press("j")
    expect(tab.locator("#detail .record")).to_be_visible()
    tab.keyboard.press("r")
    assert len(rulings(served)) == 1, "no passage is chosen: nothing is ruled on"
    tab.keyboard.press("l")
    tab.keyboard.press("w")
    tab.keyboard.type("Marta Quill")
    tab.keyboard.press("Enter")
    expect(tab.locator("#done")).to_contain_text("Edit, by ilse")
    tab.goto("/statements?q=Quill")
    assert "Marta Quill" in tab.locator("#rows").inner_text()
    tab.goto("/claims")
    tab.keyboard.press("j")
    expect(tab.locator("#detail .record")).to_be_visible()
    tab.keyboard.press("l")
    tab.keyboard.press("r")
    expect(tab.locator("#done")).to_contain_text("Reject, by ilse")
    assert [v for _, _, v in rulings(served)] == ["reject", "edit", "reject"]


def test_chips_open_and_the_mouse_does_what_keys_do(tab: Page) -> None:
    tab.goto("/claims")
    tab.locator("#rows .row").nth(1).click()
    expect(tab.locator("#detail .record")).to_be_visible()
    chip = tab.locator("#detail details.chip").first
    assert not chip.locator("li").first.is_visible()
    chip.locator("summary").click()
    assert chip.locator("li").first.is_visible()


def test_it_works_without_script(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=served.url)
    tab = context.new_page()
    tab.goto("/suggestions")
    tab.locator("#rows .row").first.click()
    tab.get_by_role("button", name="Unsure").click()
    assert "Unsure" in tab.locator("#done").inner_text()
    context.close()


def test_hostile_text_is_never_executed(tab: Page, served: Served) -> None:
    with Views(served.folder) as views:
        article = views.search("evil", "articles")[0]
    for path in (f"/articles/{article}", "/", "/claims?q=bridge", "/statements?q=Berg", "/articles", "/search?q=evil", "/brief", "/search?q=%3Cscript%3Edocument.title%3D'owned'%3C%2Fscript%3E"):  # fmt: skip
        tab.goto(path)
        if tab.locator("#rows .row").count() and "/articles" not in path:
            tab.keyboard.press("j")
            expect(tab.locator("#detail .record")).to_be_visible()
        assert tab.title() != "owned"
        assert tab.locator("script:not([src='/static/desk.js']), img").count() == 0, path
        assert tab.locator("a[href^='javascript']").count() == 0
    tab.goto(f"/articles/{article}")
    assert "⟨U+202E⟩" in tab.inner_text("#text")


def test_two_browsers_lose_nothing(browser: Browser, served: Served) -> None:
    one, two = (browser.new_context(base_url=served.url).new_page() for _ in range(2))
    two.goto("/suggestions")
    one.goto("/suggestions")
    one.keyboard.press("j")
    expect(one.locator("#detail .record")).to_be_visible()
    one.keyboard.press("x")
    one.wait_for_url("**did=r**")
    two.goto("/decisions")
    assert two.locator("tbody tr").count() == 1
    two.goto("/suggestions")
    two.keyboard.press("j")
    expect(two.locator("#detail .record")).to_be_visible()
    two.keyboard.press("n")
    two.wait_for_url("**did=r**")
    assert len(rulings(served)) == 2


def test_the_brief_is_edited_and_printed(tab: Page) -> None:
    tab.goto("/brief")
    tab.get_by_label("A sentence of the desk’s own").fill("The ministry did not answer us.")
    tab.locator("form.own button").click()
    expect(tab.locator("#own")).to_contain_text("The ministry did not answer us.")
    line = tab.locator("#attention .brief-lines > li").first
    words = line.locator(".line-text").inner_text()
    line.hover()
    line.get_by_role("button", name="Leave this line out").click()
    expect(tab.locator("#attention")).not_to_contain_text(words)
    expect(tab.locator("section.tools").first).to_contain_text("Left out 1")
    tab.emulate_media(media="print")
    for hidden in (".top", "form.export", ".brief-lines .tools", "form.own"):
        expect(tab.locator(hidden).first, hidden).to_be_hidden()
    expect(tab.locator("#attention")).to_be_visible()
    assert len(tab.pdf()) > 20_000
    with tab.expect_download() as download:
        tab.emulate_media(media="screen")
        tab.get_by_role("button", name="Word").click()
    assert download.value.suggested_filename == "brief.docx"


def test_print_shows_the_evidence_and_nothing_else(tab: Page) -> None:
    tab.goto("/claims")
    tab.keyboard.press("j")
    expect(tab.locator("#detail .record")).to_be_visible()
    tab.emulate_media(media="print")
    assert (
        not tab.locator(".filters").is_visible()
        and not tab.locator("#rows").is_visible()
        and not tab.locator(".acts").first.is_visible()
    )
    assert tab.locator("#detail .passage").first.is_visible()


@pytest.mark.parametrize("width", [380, 900])
def test_narrow_screens_scroll_one_way(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    for path in ("/", "/claims", "/articles", "/lineage", "/brief", "/figures"):
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"), path
