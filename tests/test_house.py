"""The house stays in order: what no linter checks is checked here, with the standard library alone."""

from __future__ import annotations

import argparse
import ast
import csv
import inspect
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from catalogue.language import sentences

HOUSE = Path(__file__).parents[1]
ROOMS = ("catalogue", "store", "indicators", "loaders", "report", "pages", "demo", "benchmarks")
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)


parsed = cache(ast.parse)


def sources(*folders: str) -> Iterator[tuple[Path, str]]:
    """Every Python file of these folders, with its text."""
    for folder in folders:
        for path in sorted((HOUSE / folder).rglob("*.py")):
            yield path.relative_to(HOUSE), path.read_text(encoding="utf-8")


def code() -> Iterator[tuple[Path, str]]:
    """Every Python file that is not a test."""
    yield from sources(*ROOMS)
    for path in sorted(HOUSE.glob("*.py")):
        yield path.relative_to(HOUSE), path.read_text(encoding="utf-8")


def calls(text: str) -> Iterator[tuple[int, str]]:
    """The line and the last name of everything called."""
    for node in ast.walk(parsed(text)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield node.lineno, name


def strings(text: str) -> Iterator[tuple[int, str]]:
    """The line and the text of every string that is not a docstring."""
    tree = parsed(text)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def constants(text: str) -> set[str]:
    """Every text written in a source."""
    return {node.value for node in ast.walk(parsed(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def column(name: str, *columns: str) -> set[str]:
    """The values of some columns of a declared table."""
    with (HOUSE / "data" / name).open(encoding="utf-8", newline="") as file:
        return {row[c] for row in csv.DictReader(file) for c in columns}


def declared_codes() -> set[str]:
    """The codes of elements, indicators, units, forms and legal bases."""
    forms = {path.name for path in (HOUSE / "data" / "forms").glob("*") if path.is_dir()}
    units = column("org_units.csv", "id") - {"vn"}
    codes = column("elements.csv", "code") | column("indicators.csv", "code") | column("legal_bases.csv", "id") | units | forms
    return {found for found in codes if len(found) > 3}


def test_code_speaks_english():
    found = [f"{path}:{n}" for path, text in code() for n, line in enumerate(text.splitlines(), 1) if VIETNAMESE.search(line)]
    assert not found, "Vietnamese stands in data/ and locale/, not in code"


def test_no_module_knows_a_declared_code():
    codes = declared_codes()
    found = [
        f"{path}:{n} {text}"
        for path, source in sources("loaders", "indicators", "report", "pages", "store")
        for n, text in strings(source)
        if text in codes
    ]
    assert not found, "indicators, elements, units, forms and legal texts are rows of data/"


@pytest.mark.parametrize("word", ["groupby", "merge", "pivot", "pivot_table", "sum"])
def test_a_page_does_no_arithmetic(word):
    pages = [(path, text) for path, text in sources("pages") if path.parent == Path("pages")]
    found = [f"{path}:{n}" for path, text in pages for n, name in calls(text) if name == word]
    assert not found, "a page asks, computes (in indicators/), shows"


@pytest.mark.parametrize("word", ["mean", "fillna"])
def test_percentages_are_not_averaged_and_blanks_not_filled(word):
    found = [f"{path}:{n}" for path, text in sources("indicators", "pages", "report", "store") for n, name in calls(text) if name == word]
    assert not found, "counts are summed and divided last; missing is never a number"


def test_pages_run_nothing_when_imported():
    """Streamlit's old menu would run a page file by itself: it must only define."""
    found = []
    for path, text in sources("pages"):
        for node in parsed(text).body:
            is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            if isinstance(node, ast.Expr | ast.If | ast.For | ast.With | ast.While) and not is_text and not _only_for_types(node):
                found.append(f"{path}:{node.lineno}")
    assert not found


def _only_for_types(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"


def test_every_page_asks_the_gate_first():
    found = []
    for path, text in sources("pages"):
        if path.parent != Path("pages") or path.name == "__init__.py":
            continue
        for node in parsed(text).body:
            if isinstance(node, ast.FunctionDef) and node.name == "show":
                body = [line for line in node.body if not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))]
                if "gate." not in ast.unparse(body[0]):
                    found.append(str(path))
    assert not found


def messages() -> Iterator[tuple[str, str]]:
    """Every message id given to `_()` as a plain text, with where it stands."""
    for path, text in code():
        for node in ast.walk(parsed(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "_" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, f"{path}:{node.lineno}"


def test_every_sentence_has_its_vietnamese():
    known = sentences("vi")
    missing = {f"{where} {message!r}" for message, where in messages() if message not in known}
    assert not missing


def translated() -> Iterator[tuple[str, str]]:
    """Every message id of the Vietnamese catalogues, with the file it stands in."""
    for path in sorted((HOUSE / "locale" / "vi").glob("*.po")):
        for written in re.findall(r'^msgid ((?:".*"\n)+)', path.read_text(encoding="utf-8"), re.MULTILINE):
            if message := "".join(map(ast.literal_eval, written.splitlines())):
                yield message, path.name


def test_a_sentence_is_translated_once():
    """Of two translations in one file the first would win, of two in two files the last."""
    places: dict[str, list[str]] = {}
    for message, name in translated():
        places.setdefault(message, []).append(name)
    assert not {message: names for message, names in places.items() if len(names) > 1}


def test_no_translation_is_left_over():
    """Every sentence translated stands in our code, or is one of argparse's own."""
    said = {text for _path, source in [*code(), (None, inspect.getsource(argparse))] for text in constants(source)}
    assert not {f"{name}: {message}" for message, name in translated() if message not in said}


def test_translations_fill_the_same_blanks():
    blanks = re.compile(r"\{(\w+)[^}]*\}")
    wrong = [message for message, text in sentences("vi").items() if set(blanks.findall(message)) != set(blanks.findall(text))]
    assert not wrong


def test_the_guide_for_contributors_names_only_what_exists():
    text = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {path for path in re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|toml|csv|md|txt))`", text) if "<" not in path}
    missing = {path for path in named if not (HOUSE / path).exists()}
    assert len(named) > 15
    assert not missing


def test_exceptions_to_the_layers_are_counted():
    """One script reads another package's file; a second exception is a decision to be written down."""
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert [found for contract in contracts for found in contract.get("ignore_imports", [])] == ["catalogue.build_units -> sqlite3"]


def test_no_browser_is_needed_to_draw():
    assert "kaleido" not in (HOUSE / "requirements.txt").read_text(encoding="utf-8")
