"""The house rule, by reading the imports: rooms import the ground floor and themselves; no import inside a function; no cycles."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import accordingto
from accordingto import pipeline

SOURCE = Path(accordingto.__file__).parent
GROUND = {"records", "text", "errors", "lexicon", "naming"}
ROOMS = {"ingest", "annotate", "resolve", "ledger", "brief"}
DOORS = {"__init__", "api", "catalogue", "cli", "console", "forms", "pipeline", "rulings", "watch", "web", "__main__"}
FILES = sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> set[tuple[str, str]]:
    """(top-level part of the package, name) of every import of our own."""
    out: set[tuple[str, str]] = set()
    depth = len(path.relative_to(SOURCE).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            if node.level == depth:
                parts = [node.module.split(".")[0]] if node.module else [a.name for a in node.names]
                out |= {(p, node.module or p) for p in parts}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("accordingto"):
            out.add(((node.module or "").partition(".")[2].split(".")[0], node.module or ""))
    return out


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_rooms_keep_to_themselves(path: Path) -> None:
    part = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    for target, name in imported(path):
        if part in GROUND:
            assert target in GROUND, f"{path}: the ground floor imports {name}"
        elif part in ROOMS:
            assert target in GROUND | {part}, f"{path}: {part} imports {name}"
        else:
            assert part in DOORS, f"{path}: an unknown room"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_import_inside_a_function(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert not any(isinstance(n, (ast.Import, ast.ImportFrom)) for n in ast.walk(node)), f"{path}: {node.name}"


def test_no_cycles_inside_a_room() -> None:
    for room in ROOMS | {"."}:
        folder = SOURCE / room
        graph: dict[str, set[str]] = {}
        for path in folder.glob("*.py"):
            graph[path.stem] = set()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.level == 1 and room != ".":
                    graph[path.stem] |= {node.module.split(".")[0]} if node.module else {a.name for a in node.names}
        done: set[str] = set()

        def visit(name: str, trail: tuple[str, ...], graph: dict[str, set[str]] = graph, done: set[str] = done) -> None:
            assert name not in trail, f"a cycle: {' → '.join((*trail, name))}"
            if name in done or name not in graph:
                return
            for other in graph[name] - {"__init__"}:
                visit(other, (*trail, name))
            done.add(name)

        for name in graph:
            visit(name, ())


def test_every_need_of_a_step_is_given_earlier() -> None:
    known = set(pipeline.GIVEN)
    for step in pipeline.STEPS:
        assert set(step.needs) <= known, f"{step.name} needs {set(step.needs) - known}"
        known.add(step.gives)


def test_no_name_of_the_seeds_is_a_special_case() -> None:
    """Names, dates and phrases of the first story stand in no code; the gazetteer and registers hold general knowledge only."""
    names = (
        "Putin",
        "Campbell",
        "Hong-kyun",
        "Peskov",
        "Wonsik",
        "Antonov",
        "Vostochny",
        "Komsomolsk",
        "Kirby",
        "Soo-suk",
        "4.8 million",
    )
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        assert not [n for n in names if n in source], path
