"""xlsx and xlsm as sheets of cells: values by calamine, everything else by our own pass over the same XML."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening import calamine
from loaders.opening.bounds import MAX_CELLS, MAX_SHEETS, check_filled, far_cells, limit
from loaders.opening.build import HUGE, Builder
from loaders.opening.door import Opened, broken, check_strings, unsafe, xml_member
from loaders.opening.grid import NOTHING, PLAIN, Cell, Extra, Sheet, State, Style, address, position
from loaders.opening.refusal import warning
from loaders.opening.scan import Scan, attributes_of, column, scan
from loaders.opening.styles import read_styles
from loaders.opening.xml_events import elements, parse

_STATES: dict[str, State] = {"hidden": "hidden", "veryHidden": "very_hidden"}


@dataclass(slots=True)
class _Part:
    """One sheet as the workbook declares it."""

    name: str
    state: State
    path: str
    scan: Scan = field(default_factory=Scan)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """The sheets of the workbook and what to know about it."""
    archive = opened.archive
    assert archive is not None
    names = {name.lower(): name for name in archive.namelist()}
    book = _find(names, "xl/workbook.xml") or _main_part(archive, names)
    relations = _relations(archive, names, book)
    parts = _parts(archive, names, book, relations)
    styles = _styles(archive, names, relations)
    for path in _of_type(relations, "sharedStrings"):
        if found := _find(names, path):
            _check_shared(xml_member(archive, found))
    warnings = _outside(archive, names)
    data, dropped = _bounded(opened.data, archive, parts)
    warnings += dropped
    values = calamine.values(data, len(parts))
    sheets = [_sheet(builder, index, part, values(index), styles) for index, part in enumerate(parts)]
    return sheets, warnings


def _check_shared(data: bytes) -> None:
    """calamine makes room for as many shared texts as are declared: more than there are bytes is a lie."""
    check_strings(data)
    declared = re.search(rb'uniqueCount=["\'](\d+)', data[:2000])
    if declared and int(declared[1][:18]) > len(data):
        raise unsafe()


# --- parts -----------------------------------------------------------------------------------------------------------------


def _find(names: dict[str, str], path: str) -> str:
    return names.get(path.lower(), "")


def _main_part(archive: zipfile.ZipFile, names: dict[str, str]) -> str:
    """The workbook part of a package that keeps it at an unusual place."""
    for target in _of_type(_relations(archive, names, ""), "officeDocument"):
        if found := _find(names, target):
            return found
    raise broken()


def _relations(archive: zipfile.ZipFile, names: dict[str, str], part: str) -> dict[str, tuple[str, str]]:
    """Relation id to (type's last word, target path) of a part; external targets keep their address."""
    folder, base = posixpath.split(part)
    path = _find(names, posixpath.join(folder, "_rels", base + ".rels"))
    if not path:
        return {}
    found = {}
    for name, attributes in elements(xml_member(archive, path)):
        if name == "Relationship":
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rsplit("/", 1)[-1], target)
    return found


def _of_type(relations: dict[str, tuple[str, str]], kind: str) -> list[str]:
    return [target for type_, target in relations.values() if type_ == kind]


def _parts(archive: zipfile.ZipFile, names: dict[str, str], book: str, relations: dict[str, tuple[str, str]]) -> list[_Part]:
    parts = []
    for name, attributes in elements(xml_member(archive, book)):
        if name == "sheet":
            _type, path = relations.get(attributes.get("id", ""), ("", ""))
            parts.append(
                _Part(attributes.get("name", ""), _STATES.get(attributes.get("state", ""), "visible"), _find(names, path) if path else "")
            )
    if not parts:
        raise broken()
    if len(parts) > MAX_SHEETS:
        raise limit(_("{count} sheets", count=len(parts)))
    filled = 0
    for part in parts:
        if not part.path:
            raise broken()
        if "/chartsheets/" not in part.path:
            data = xml_member(archive, part.path)
            check_strings(data)
            filled += _count(data)
            check_filled(filled)
            part.scan = scan(data)
            part.comments = _comments(archive, names, part.path)
    return parts


def _count(data: bytes) -> int:
    """How many cells of a sheet hold something, before any of them is read; Unreadable when blank ones are too many as well."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:200] else data
    count = plain.count(b"<c ") + plain.count(b":c ")
    if count > MAX_CELLS:
        raise limit(_("{count} cells", count=number(count)))
    return plain.count(b"</c>") + plain.count(b":c>")


def _styles(archive: zipfile.ZipFile, names: dict[str, str], relations: dict[str, tuple[str, str]]) -> Sequence[Style]:
    for path in _of_type(relations, "styles"):
        if found := _find(names, path):
            return read_styles(xml_member(archive, found))
    return ()


def _comments(archive: zipfile.ZipFile, names: dict[str, str], part: str) -> dict[tuple[int, int], str]:
    if not any("comments" in name for name in names):
        return {}
    found: dict[tuple[int, int], str] = {}
    for path in _of_type(_relations(archive, names, part), "comments"):
        if real := _find(names, path):
            found.update(_comment_texts(xml_member(archive, real)))
    return found


def _comment_texts(data: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    here: list[str] = []
    texts: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "comment":
            here[:], texts[:] = [attributes.get("ref", "")], []

    def end(name: str) -> None:
        if name == "comment" and here and re.fullmatch(r"[A-Z]{1,3}[0-9]{1,7}", here[0]):
            found[position(here[0])] = "".join(texts).strip()

    parse(data, start, end, texts.append)
    return found


# --- what stands outside the cells ------------------------------------------------------------------------------------------


def _outside(archive: zipfile.ZipFile, names: dict[str, str]) -> list[Issue]:
    found = []
    if any(name.endswith("vbaproject.bin") for name in names):
        text = _("The workbook holds macros. They were not run and not read; only the values of its cells are used.")
        found.append(warning("macros", text))
    if any(name.startswith("xl/externallinks/") for name in names):
        text = _(
            "The workbook takes numbers from other files ({files}). The values stored in it are used; check that they are up to date.",
            files=", ".join(_link_targets(archive, names)) or "?",
        )
        found.append(warning("external_links", text))
    return found


def _link_targets(archive: zipfile.ZipFile, names: dict[str, str]) -> list[str]:
    """The names of the first other files the workbook looks into."""
    parts = [name for name in names if re.match(r"xl/externallinks/externallink\d+\.xml$", name)]
    targets = {target for name in parts for _kind, target in _relations(archive, names, names[name]).values()}
    return sorted({target.replace("\\", "/").rsplit("/", 1)[-1] for target in targets})[:3]


# --- bounds and cells --------------------------------------------------------------------------------------------------------


def _bounded(data: bytes, archive: zipfile.ZipFile, parts: list[_Part]) -> tuple[bytes, list[Issue]]:
    """The file calamine may safely read: cells far away from all others are taken out, with a warning."""
    cut: dict[str, set[tuple[int, int]]] = {}
    warnings = []
    for part in parts:
        far = far_cells(part.name, part.scan)
        if far:
            cut[part.path] = far
            part.scan.cells = [cell for cell in part.scan.cells if (int(cell[1]) - 1, column(cell[0])) not in far]
            for row, col in sorted(far):
                text = _("A lone cell stands far away from the table and was left out. Delete it if it is not needed.")
                warnings.append(warning("far_cell", text, part.name, address(row, col)))
    return (_without(archive, cut) if cut else data), warnings


def _without(archive: zipfile.ZipFile, cut: dict[str, set[tuple[int, int]]]) -> bytes:
    """The package again with some cells emptied."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for name in archive.namelist():
            if name.startswith(("xl/worksheets/", "xl/workbook", "xl/sharedStrings", "xl/styles", "xl/_rels", "_rels", "[Content")):
                body = xml_member(archive, name)
                copy.writestr(name, _emptied(body, cut[name]) if name in cut else body)
    return out.getvalue()


def _emptied(body: bytes, cells: set[tuple[int, int]]) -> bytes:
    for row, col in cells:
        place = address(row, col).encode()
        body, count = re.subn(rb'<(\w+:)?c\s[^<>]*\br=["\']' + place + rb'["\'][^<>]*>.*?</(\w+:)?c>', b"", body, count=1, flags=re.S)
        if not count:
            raise unsafe()
    return body


def _sheet(builder: Builder, index: int, part: _Part, read_values: Callable[[], list[list]], styles: Sequence[Style]) -> Sheet:
    found = part.scan
    if not found.cells:
        return builder.sheet(part.name, index, part.state, {}, [], found.hidden_rows, found.hidden_cols)
    cells = _cells(builder, found, read_values(), styles, _extras(part))
    return builder.sheet(part.name, index, part.state, cells, found.merges, found.hidden_rows, found.hidden_cols, _ruled(found, styles))


def _ruled(found: Scan, styles: Sequence[Style]) -> set[int]:
    """The rows in which two blank cells or more have lines drawn around them."""
    ruled = {rest for rest in {cell[2] for cell in found.cells if cell[3] != b">"} if _style(styles, rest).ruled}
    counts = Counter(digits for _letters, digits, rest, end in found.cells if rest in ruled and end != b">")
    return {int(digits) - 1 for digits, count in counts.items() if count > 1}


def _cells(
    builder: Builder, found: Scan, rows: list[list], styles: Sequence[Style], extras: dict[tuple[int, int], Extra]
) -> dict[tuple[int, int], Cell]:
    """Values and styles laid together, cell by cell; written out at length because a national table has 200,000 of them."""
    cells: dict[tuple[int, int], Cell] = {}
    dressed = {rest: _style(styles, rest) for rest in {cell[2] for cell in found.cells}}
    cols = {letters: column(letters) for letters in {cell[0] for cell in found.cells}}
    make, new = builder.cell, tuple.__new__
    last, row, line, width = b"", -1, [], 0
    for letters, digits, rest, end in found.cells:
        if end != b">":
            continue
        if digits != last:
            last, row = digits, int(digits) - 1
            line = rows[row] if row < len(rows) else []
            width = len(line)
        col = cols[letters]
        value = line[col] if col < width else ""
        extra = extras.get((row, col)) if extras else None
        if extra is None and type(value) is float and -HUGE < value < HUGE:
            cells[row, col] = new(Cell, (row, col, value, "N", dressed[rest], False, None, NOTHING))
            continue
        if value == "" and found.numbers:
            value = _number(found.numbers.get((row, col), ""))
        made = make(row, col, value, dressed[rest], extra)
        if made is not None:
            cells[row, col] = made
    return cells


def _style(styles: Sequence[Style], rest: bytes) -> Style:
    index = attributes_of(rest)[0]
    return styles[index] if index < len(styles) else PLAIN


def _number(text: str) -> float | str:
    """A number calamine did not see (it stands in a CDATA section); anything else as the text it is."""
    try:
        return float(text)
    except ValueError:
        return text


def _extras(part: _Part) -> dict[tuple[int, int], Extra]:
    found = part.scan
    extras = {place: Extra(error=text) for place, text in found.errors.items()}
    for place, formula in found.formulas.items():
        extras[place] = extras.get(place, Extra())._replace(formula=formula.text or "=", no_cache=not formula.cached)
    for place, text in part.comments.items():
        extras[place] = extras.get(place, Extra())._replace(comment=text)
    return extras
