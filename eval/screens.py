"""Screenshots of the desk for docs/, from the shipped example: `python eval/screens.py` (needs Chromium, and Playwright of .[dev])."""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from accordingto import api
from accordingto.ledger.store import Store, today
from accordingto.web.app import make_app

ROOT = Path(__file__).parent.parent
SHOTS = {
    "claims": ("/claims?f=disputed", "jl"),
    "statement": ("/statements?f=altered", "j"),
    "lineage": ("/lineage", ""),
    "decide": ("/suggestions", "jx"),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as p:
        folder = Path(name) / "harbour"
        with Store(folder) as store:
            api.add(store, [str(ROOT / "examples" / "harbour")], today())
            api.refresh(store)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(folder, "ana"), log_level="warning"))
        threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1180, "height": 640})
        for shot, (path, keys) in SHOTS.items():
            tab.goto(f"http://127.0.0.1:{listener.getsockname()[1]}{path}")
            for key in keys:
                tab.keyboard.press(key)
                time.sleep(0.7)
            tab.screenshot(path=ROOT / "docs" / f"desk-{shot}.png")
        browser.close()
        server.should_exit = True


if __name__ == "__main__":
    main()
