"""The pages without a browser: every address, every form, and who may use them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from accordingto.ledger.store import Store
from accordingto.ledger.views import Views
from accordingto.web.app import make_app
from accordingto.web.guard import LARGEST
from accordingto.web.lists import FILTERS

from .conftest import post, ticket

PAGES = ["/", *(f"/{k}" for k in FILTERS), "/lineage", "/figures", "/search?q=ferry", "/search?q=", "/help", "/decisions", "/brief", "/decisions.jsonl", "/status"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_address_answers_and_names_nothing_outside(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"] and "unsafe" not in answer.headers["content-security-policy"]  # fmt: skip
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', answer.text)
    assert "<script>" not in answer.text and "onerror=" not in re.sub(r"&[^;]+;", "", answer.text).replace(
        'onerror="', ""
    )


def test_every_record_has_an_address_and_a_pane(client: TestClient, desk: Path) -> None:
    with Views(desk) as views:
        for kind in FILTERS:
            for key in views.ids(kind, [], 0, 8):
                page = client.get(f"/{kind}/{key}")
                assert page.status_code == 200, (kind, key)
                if kind != "articles":
                    assert client.get(f"/pane/{kind}/{key}").text.strip() in page.text or "csrf" in page.text
    assert client.get("/claims/nothing").status_code == 404 and client.get("/nothing").status_code == 404
    assert client.get("/pane/articles/x").status_code == 404


@pytest.mark.parametrize("kind", [k for k in FILTERS if k != "articles"])
def test_filters_and_words_narrow_a_list(client: TestClient, kind: str) -> None:
    whole = client.get(f"/{kind}").text
    for link in re.findall(r'href="(/' + kind + r"\?f=[^\"]+)\"", whole):
        page = client.get(link.replace("&amp;", "&"))
        assert page.status_code == 200
        shown = len(re.findall('class="row"', page.text))
        assert shown <= len(re.findall('class="row"', whole))
    assert "Nothing here fits" in client.get(f"/{kind}?q=zzzzqq").text


def test_passages_lead_to_their_article_and_back(client: TestClient, desk: Path) -> None:
    with Views(desk) as views:
        claim = views.ids("claims", ["disputed"], 0, 1)[0]
    links = re.findall(r'href="(/articles/\w+)#(p\d+-\d+)"', client.get(f"/claims/{claim}").text)
    assert links
    for path, anchor in links:
        text = client.get(path).text
        assert f'id="{anchor}"' in text and f'href="/claims/{claim}"' in text


def test_a_ruling_is_kept_obeyed_shown_and_undone(client: TestClient, desk: Path) -> None:
    with Views(desk) as views:
        reik = next(e for e in views.all_of("entities") if e.name == "Jonas Reik")
    assert len(reik.variants) == 2
    done = post(client, "/decide", left="Jonas Reik", right="Jonas Raik", verdict="different")
    assert done.status_code == 303 and "did=r" in done.headers["location"]
    page = client.get(done.headers["location"]).text
    assert "<strong>Different</strong>, by ilse" in page and "It changed:" in page
    with Views(desk) as views:
        assert sum(e.name in ("Jonas Reik", "Jonas Raik") for e in views.all_of("entities")) == 2
    ruling = re.findall(r"did=(\w+)", done.headers["location"])[0]
    post(client, "/decide", left=ruling, verdict="withdraw")
    with Views(desk) as views, Store(desk) as store:
        assert next(e for e in views.all_of("entities") if e.name == "Jonas Reik").variants == reik.variants
        assert len(store.decisions()) == 2, "a withdrawn ruling stays on record"
    assert "Withdraw" not in re.sub(r"(?s)<thead>.*?</thead>", "", client.get("/decisions").text).split("<tbody>")[1]


def test_a_position_leaves_its_claim_and_its_old_address_still_leads_there(client: TestClient, desk: Path) -> None:
    with Views(desk) as views:
        claim = next(c for c in views.many(views.ids("claims", [], 0, 9)) if len(c.positions) > 2)
    first, other = claim.positions[0].id, claim.positions[1].id
    assert client.get(f"/claims/{other}").headers["location"] == f"/claims/{claim.id}"
    post(client, "/decide", left=first, right=other, verdict="different")
    with Views(desk) as views:
        assert views.holder_of(first) != views.holder_of(other)


@pytest.mark.parametrize(
    "fields",
    [
        {"left": "nobody at all", "right": "Jonas Reik", "verdict": "same"},
        {"left": "Jonas Reik", "right": "Jonas Reik", "verdict": "same"},
        {"left": "Jonas Reik", "right": "", "verdict": "burn"},
        {"left": "08_twin.txt", "verdict": "edit", "field": "published", "value": "soon"},
        {"left": "r000000000000", "verdict": "withdraw"},
    ],
)
def test_a_ruling_that_says_nothing_is_refused_with_a_reason(
    client: TestClient, desk: Path, fields: dict[str, str]
) -> None:
    answer = post(client, "/decide", **fields)
    assert answer.status_code == 400 and "That did not work" in answer.text and "To do:" in answer.text
    assert not (desk / "decisions.jsonl").exists()


def test_metadata_and_credibility_are_set_right(client: TestClient, desk: Path) -> None:
    post(client, "/decide", left="08_twin.txt", verdict="edit", field="published", value="2022-05-21")
    with Views(desk) as views:
        claim = views.ids("claims", [], 0, 1)[0]
        article = views.article_called("08_twin.txt")
    assert "21 May 2022" in client.get(f"/articles/{article}").text
    post(client, "/decide", left=claim, verdict="edit", field="credibility", value="2")
    assert "credibility 2 set by ilse" in client.get(f"/claims/{claim}").text


def test_two_people_lose_nothing(desk: Path) -> None:
    app = make_app(desk, "ilse")
    with TestClient(app, follow_redirects=False) as one, TestClient(app, follow_redirects=False) as two:
        before = two.get("/entities?q=Raik").text
        one.post("/me", data={"csrf": ticket(one), "back": "/", "by": "Ana <script>"})
        post(one, "/decide", left="Jonas Reik", right="Jonas Raik", verdict="different")
        assert "Ana script" in two.get("/decisions").text, "the second sees the first's ruling, signed"
        assert two.get("/entities?q=Raik").text.count('class="row"') == before.count('class="row"') == 1
        assert "also Jonas Raik" in before and "also Jonas Raik" not in two.get("/entities?q=Raik").text
        post(two, "/decide", left="Jonas Reik", right="Jonas Raik", verdict="unsure")
    with Store(desk) as store:
        assert [d.verdict for d in store.decisions()] == ["different", "unsure"]


def test_what_changed_and_marked_as_seen(client: TestClient, desk: Path) -> None:
    page = client.get("/").text
    assert "New denials" in page and "nobody has looked yet" in page
    post(client, "/seen", back="/")
    assert "Nothing has changed since the last look" in client.get("/").text
    assert "?f=new" not in client.get("/claims").text
    upload(
        client,
        "later.txt",
        b"Ferry is raised\n\nThe ferry was raised on Monday, the port authority said. Divers had worked for a week.\n",
    )
    page = client.get("/").text
    assert "New articles" in page and "later.txt" in page and "New denials" not in page


# ── the brief ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_brief_is_chosen_ordered_annotated_frozen_and_exported(client: TestClient, desk: Path) -> None:
    def edit(what: str, key: str = "", text: str = "") -> None:
        assert post(client, "/brief/edit", do=f"{what} {key}", text=text).status_code == 303

    def order() -> list[str]:
        return re.findall(r'value="hide (attention:[^"]+)"', client.get("/brief").text)

    keys = order()
    assert len(keys) > 3
    assert f'value="note {keys[2]}"' in client.get(f"/brief?note={keys[2]}").text
    edit("hide", keys[0])
    edit("up", keys[2])
    edit("note", keys[2], "Call the <b>harbour</b> master.")
    edit("own", "", "We could not reach the ministry.")
    assert order()[:2] == [keys[2], keys[1]] and keys[0] not in order()
    page = client.get("/brief").text
    assert "Note of the desk: Call the &lt;b&gt;harbour" in page and "We could not reach the ministry. (ilse," in page
    frozen = client.post("/brief/freeze", data={"csrf": ticket(client)}).headers["location"]
    edit("show", keys[0])
    edit("disown", re.findall(r'value="disown (\w+)"', page)[0])
    assert keys[0] in order() and "We could not reach" not in client.get("/brief").text
    assert "We could not reach the ministry." in client.get(frozen).text, "what is frozen stays as it was"
    name = frozen.split("=")[1]
    for form in ("html", "md", "docx", "json"):
        for which in ("", name):
            answer = client.get(f"/brief/export?form={form}&notes=press&frozen={which}")
            assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
            if form == "docx":
                words = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/footnotes.xml").decode()
                assert "Reuters, “Lighter blast" in words and "Tuesday 14 May 2024" in words
            if form == "html":
                assert ("We could not reach" in answer.text) is bool(which) and "PORT ANSEL" in answer.text
            if form == "json":
                assert json.loads(answer.text)["sections"]
    assert client.get("/brief/export?form=exe").status_code == 400
    assert client.get("/brief?frozen=../../etc/passwd").status_code == 400
    assert client.get("/brief/export?form=md&frozen=..%2Fdesk").status_code == 400


# ── who may ask ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_write_needs_this_sessions_ticket_and_this_site(client: TestClient, desk: Path) -> None:
    given = {"left": "Jonas Reik", "right": "Jonas Raik", "verdict": "different", "back": "/"}
    assert client.post("/decide", data=given).status_code == 403
    assert client.post("/decide", data={**given, "csrf": "0" * 64}).status_code == 403
    mine = ticket(client)
    with TestClient(client.app) as other:
        assert other.post("/decide", data={**given, "csrf": mine}).status_code == 403, "a ticket is of one session"
    for header in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/decide", data={**given, "csrf": mine}, headers=header).status_code == 403
    assert not (desk / "decisions.jsonl").exists()
    assert client.get("/decide").status_code in (404, 405)


def test_other_names_of_the_host_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": "localhost:99"}).status_code == 200


def test_anything_but_this_computer_asks_for_a_token(desk: Path) -> None:
    with TestClient(make_app(desk, "ilse", "secret-token")) as c:
        assert c.get("/").status_code == 403 and c.get("/?token=wrong").status_code == 403
        assert c.get("/static/desk.js").status_code == 403
        assert c.get("/?token=secret-token").status_code == 200
        assert c.get("/claims").status_code == 200, "the cookie holds it"


@pytest.mark.parametrize(
    "back", ["http://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "claims"]
)
def test_a_form_leads_back_to_this_desk_only(client: TestClient, back: str) -> None:
    assert post(client, "/seen", back=back).headers["location"] == "/"


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fcli.py", "/articles/..%2f..%2fdesk.sqlite"],
)
def test_no_path_leaves_its_place(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "def " not in answer.text


def upload(client: TestClient, name: str, data: bytes):  # type: ignore[no-untyped-def]
    return client.post("/add", data={"csrf": ticket(client), "back": "/"}, files=[("files", (name, data))])


def test_files_are_added_under_their_name_only(client: TestClient, desk: Path) -> None:
    text = (
        b"Ferry is raised\n\nThe ferry was raised on Monday, the port authority said. Divers had worked for a week.\n"
    )
    assert upload(client, "../../../../tmp/evil.txt", text).status_code == 303
    with Views(desk) as views:
        assert views.article_called("evil.txt") and not views.article_called("../../../../tmp/evil.txt")
    assert not Path("/tmp/evil.txt").exists()
    broken = upload(
        client, "lines.jsonl", b'{"id": 1, "text": "Oslo denied it, a spokesman said on Monday."}\n{"id": 2, "te'
    )
    assert broken.status_code == 400 and "1 article kept" in broken.text and "line 2" in broken.text
    assert upload(client, "..", b"x").status_code == 400
    assert client.post("/add", data={"csrf": ticket(client)}).status_code == 400


def test_too_much_at_once_is_refused_before_it_is_read(client: TestClient) -> None:
    answer = client.post("/add", content=b"x", headers={"content-length": str(LARGEST + 1)})
    assert answer.status_code == 413 and "accordingto add" in answer.text


def test_hostile_text_stays_text_on_every_page(client: TestClient, desk: Path) -> None:
    with Views(desk) as views:
        article = views.search("evil", "articles")[0]
    page = client.get(f"/articles/{article}").text
    assert "⟨U+202E⟩" in page and "&lt;script&gt;" in page and 'href="javascript' not in page
    for path in (*PAGES, f"/articles/{article}"):
        text = client.get(path).text
        assert not re.search(r"<(?:script(?! src=\"/static/desk\.js\" defer)|img|svg onload|b>)", text), path
