"""A desk with the example story behind the pages, for requests without a browser and for a real one."""

from __future__ import annotations

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from accordingto import api
from accordingto.ledger.store import Store, today
from accordingto.web.app import make_app
from conftest import EXAMPLE

HOSTILE = (
    "Mayor \u202eevil\u202c Anna Berg said <script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> "
    "the bridge would close on Friday. \"It is <b>closed</b> <svg onload=document.title='owned'>, and that is that,\" Berg said. "
    "Ostmark denied the javascript:alert(1) claim. \u200bNothing else happened."
)


def filled(folder: Path, *more: Path) -> Path:
    with Store(folder) as store:
        api.add(store, [str(EXAMPLE), *map(str, more)], today())
        api.refresh(store, workers=1)
    return folder


@pytest.fixture(scope="session")
def example_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desks")
    page = folder / "hostile.jsonl"
    title = "</title><script>document.title='owned'</script>"
    page.write_text(__import__("json").dumps({"id": "hostile\"><script>x</script>", "text": HOSTILE, "title": title, "published": "2024-05-14", "url": "javascript:alert(1)"}) + "\n")  # fmt: skip
    return filled(folder / "harbour", page)


@pytest.fixture
def desk(example_desk: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    return Path(shutil.copytree(example_desk, tmp_path / "harbour"))


@pytest.fixture
def client(desk: Path) -> Iterator[TestClient]:
    with TestClient(make_app(desk, "ilse"), follow_redirects=False) as c:
        yield c


def ticket(client: TestClient) -> str:
    return re.findall(r'name="csrf" value="(\w+)"', client.get("/").text)[0]


def post(client: TestClient, path: str, **fields: str):  # type: ignore[no-untyped-def]
    return client.post(path, data={"csrf": ticket(client), "back": "/claims", **fields})


class Served:
    """A desk on a free port, until closed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(make_app(folder, "ilse"), log_level="warning"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listener]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


@pytest.fixture
def served(desk: Path) -> Iterator[Served]:
    made = Served(desk)
    yield made
    made.close()
