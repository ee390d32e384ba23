"""The README shows real output, and names only commands that exist."""

from __future__ import annotations

import re

from click.testing import CliRunner

from accordingto.cli import main
from conftest import EXAMPLE, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_screen_of_the_readme_is_real() -> None:
    shown = README.split("```\n$ accordingto brief examples/harbour\n", 1)[1].split("```", 1)[0]
    printed = {
        line.rstrip() for line in CliRunner().invoke(main, ["brief", str(EXAMPLE), "--no-passages"]).output.splitlines()
    }
    missing = [line for line in shown.splitlines() if line.strip() not in ("", "…") and line.rstrip() not in printed]
    assert not missing


def test_the_commands_of_the_readme_exist() -> None:
    used = set(re.findall(r"^(?:\$ )?accordingto (\w+)", README, re.M))
    assert used and used <= set(main.commands)


def test_every_linked_page_exists() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
