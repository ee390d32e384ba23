"""`accordingto serve` as a person starts it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from accordingto.cli import main


def started(desk: Path, *more: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "accordingto.cli", "serve", "--desk", str(desk), "--port", "0", *more]
    child = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert child.stderr is not None
    line = child.stderr.readline()
    found = re.search(r"http://\S+", line)
    assert found, line
    return child, found.group()


@pytest.mark.slow
def test_it_listens_on_this_computer_and_ends_on_ctrl_c(desk: Path) -> None:
    child, url = started(desk)
    assert url.startswith("http://127.0.0.1:") and "token" not in url
    assert "What changed" in urllib.request.urlopen(url, timeout=20).read().decode()
    os.kill(child.pid, signal.SIGINT)
    assert child.wait(20) in (0, 130, -signal.SIGINT)


@pytest.mark.slow
def test_for_others_it_asks_for_the_token_that_it_prints(desk: Path) -> None:
    child, url = started(desk, "--host", "0.0.0.0")
    port, token = re.findall(r":(\d+)/\?token=(\S+)", url)[0]
    here = f"http://127.0.0.1:{port}/"
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(here, timeout=20)
    assert urllib.request.urlopen(f"{here}?token={token}", timeout=20).status == 200
    child.terminate()
    child.wait(20)


def test_a_taken_port_and_a_missing_desk_are_told(desk: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", "--desk", str(desk), "--port", port])
    assert result.exit_code == 2 and "cannot listen" in result.output and "--port" in result.output
    result = CliRunner().invoke(main, ["serve", "--desk", str(tmp_path / "none")])
    assert result.exit_code == 2 and "there is no desk" in result.output
