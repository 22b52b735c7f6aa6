"""The rows of a table with indicators in rows: which belongs under which, by numbering, dashes, "trong do" and groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import role_of
from loaders.understanding.headings.labels import OF_WHICH, bare_label, unmarked
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.out_of_these import out_of_these
from loaders.understanding.headings.ratios import out_of, pair_of
from loaders.understanding.headings.sides import side_of_rate
from loaders.understanding.headings.silent import says_nothing
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import only_thing, things
from loaders.understanding.headings.tongues import vietnamese
from loaders.understanding.headings.ways import allowed
from loaders.understanding.orienting.leading_figures import figures_lead
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_figure, is_hamlet, is_section_mark, is_total, names_week, numberish
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import Measure, in_heading, is_money, of_element, read

_DASH = re.compile(rf"^\s*([-+*\u2022\u2013]|{OF_WHICH})", re.IGNORECASE)
_OF_WHICH = re.compile(rf"^[-+* ]*{OF_WHICH}")
_DOSSIERS = frozenset({"dossier", "proc"})
_HALF = 0.5
"""Where more labels than this are in capitals, these tell no titles."""
_SIGN_BEHIND = re.compile(rf"^\s*{OF_WHICH}\s*[:,.]?\s*[-+*\u2022\u2013]")
"""The first of several parts, each with its sign, on the line that says that they follow: "of which: + online", then "+ by post"."""
_SIDE = re.compile(r"^[-+*\s]*(tu so|mau so)( la)?\s*[:,\-]")
_NUMBERED = re.compile(r"^(?:[A-Z]{1,2}[.\-]?)?(\d+)((?:[.\-]\d+)*)([a-z]?)[.)]?$")
_UPPER_ROMAN = re.compile(r"(?:X{1,2}|X{0,2}(?:IX|IV|VI{0,3}|I{1,3}))[.)]?")
_BEGUN = re.compile(r"\s*\d[\d.,]*(?![\d.,]*[.)]\s*[^\W\d_])\D{0,4}[\w\s.,+/\[\]?*-]{0,16}$")
_RECKONED, _LETTERED = re.compile(r"ty le\W*="), re.compile(r"[a-d] ?=")
_SO_FAR, _NEW = ("", "to_date", "cumulative"), frozenset({"new", "inperiod"})
_NOTHING = frozenset({"commune", "unit", "result"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its label without dashes, the labels it stands under (nearest first), its group titles, its measure, the thing that the
    heading over its figure says is `counted` ("number of dossiers")."""

    row: int
    label: str
    above: tuple[str, ...]
    sections: tuple[str, ...]
    measure: Measure | None
    percent: bool
    match: Match
    section: bool
    counted: str = ""


def outline(o: Oriented) -> list[Line]:
    """Every row with a label, in order."""
    lines: list[Line] = []
    stack: list[tuple[float, str]] = []
    sections: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    names = (o.index_col, o.measure_col, o.group_col, o.outer_col, o.code_col)
    counted = _counted(o)
    capitals = sum(_titled(_label(o, row)) for row in o.table.body) > _HALF * len(o.table.body)
    before = figures_lead(o.table, o.columns, o.label_col, names)
    for row in o.table.body:
        label = _label(o, row)
        if not label:
            continue
        mark = "" if o.headed else _mark(o, row)
        beside = [c for c in o.table.row(row) if c.col not in names and _beside(c, o.label_col or 0, before)]
        figures = any(is_figure(c) or _meant(o, c) for c in beside)
        if not figures and (is_section_mark(mark) or (_titled(label) and not capitals) or not _measure_text(o, row)):
            level = _level(mark, label, _indent(o, row)) if not is_section_mark(mark) else -1
            stack = [s for s in stack if s[0] < level] + ([(level, label)] if level >= 0 else [])
            main = (bare_label(label),) if level < 0 else main
            if level < 0 or not stack[:-1]:
                sections = (bare_label(label), *main) if level >= 0 and _goes_on(label) else (bare_label(label),)
            lines.append(Line(row, bare_label(label), (), sections, None, False, Match(), True))
            continue
        if _is_side(label) and lines and not _is_side(_label(o, lines[-1].row)):
            lines[-1] = replace(lines[-1], percent=True, match=Match(rate=True))
        lines.append(_line(o, row, label, mark, stack, sections, counted))
    lines = [_of_the_rest(line, lines) for line in lines]
    lines = [_of_one_kind(line, lines[:place]) for place, line in enumerate(lines)]
    return [
        _unless_part(line, lines[:place], lines, _OF_WHICH.match(plain(_label(o, line.row))) is not None)
        for place, line in enumerate(lines)
    ]


def _goes_on(title: str) -> bool:
    """Whether the title of a group within a section leaves the time of its figures as it is: it says none, or "so far"."""
    return role_of(plain(title)) in _SO_FAR and not names_week(title) and not _NEW & meaning(title).tags


def part_of_line(line: Line, label: str) -> Line:
    """What a figure with a label of its own names that stands in the cell of a row."""
    above = (line.label, *line.above)
    found = _named(label, above, line.sections, in_heading(label) or line.measure)
    return replace(line, label=label, above=above, percent=found.rate, match=found)


def _of_the_rest(line: Line, lines: list[Line]) -> Line:
    """A row under a title of whatever is left over ("Other") is what it names itself, unless rows of other groups bear the same name."""
    around = tuple(text for text in line.sections if "the_rest" not in classes("lines.csv", text))
    if line.section or len(around) == len(line.sections) or sum(other.label == line.label for other in lines) > 1:
        return line
    found = line.match if line.match.sure else match(line.label, line.above, around)
    return replace(line, sections=around, match=found, percent=line.percent or found.rate)


def _of_one_kind(line: Line, before: list[Line]) -> Line:
    """A row that may be a count or an amount is what its measure says; without one, of the kind of the row it is a part of."""
    codes = line.match.codes
    if line.section or len({is_money(code) for code in codes}) < 2 or not meaning(line.label).clear:
        return line
    over = next((other for other in reversed(before) if line.above and other.label == line.above[0]), None)
    whole = of_element(over.match.codes[0]) if over is not None and over.match.sure else None
    kind = line.measure or whole
    meant = [code for code in codes if kind is not None and (of_element(code) == kind or (kind.money and is_money(code)))]
    return replace(line, match=replace(line.match, codes=(meant[0],), sure=True)) if len(meant) == 1 else line


def _unless_part(line: Line, before: list[Line], lines: list[Line], of_which: bool) -> Line:
    """A row that says nothing of its own is a part of the row it stands under where that, or a row of its total, has the figure; so is one
    that is called one `of_which` and names the same as the row it stands under ("satisfied: of these very satisfied")."""
    if line.section or not line.above or not line.match.codes:
        return line
    over = next((other for other in reversed(before) if other.label == line.above[0]), None)
    if not says_nothing(line.label):
        same = of_which and over is not None and not over.section and over.match.sure and over.match.codes == line.match.codes
        return replace(line, match=Match()) if same and not (line.match.rate or line.percent) else line
    summed = any(other.above == line.above and is_total(other.label) for other in lines if not other.section)
    return replace(line, match=Match()) if summed or (over is not None and not over.section) else line


def _meant(o: Oriented, cell: Cell) -> bool:
    """Whether a text in a column of figures is meant as one, whatever stands behind its digits ("12?", "12 + 3")."""
    noted = cell.col in o.columns and o.columns[cell.col].role in ("note", "measure", "code")
    return cell.kind == "T" and not noted and bool(_BEGUN.match(cell.text))


def _is_side(label: str) -> bool:
    """A row that begins with "upper side:" or "lower side:": the row before the first of them is their rate."""
    return bool(_SIDE.match(plain(label)))


def _line(o: Oriented, row: int, label: str, mark: str, stack: list[tuple[float, str]], sections: tuple[str, ...], counted: str) -> Line:
    level = _level(mark, label, _indent(o, row))
    while stack and stack[-1][0] >= level:
        stack.pop()
    above = tuple(bare_label(text) for _level_, text in reversed(stack))
    stack.append((level, label))
    group = _group(o, row, o.group_col)
    above, group = ((group, *above), "") if o.headed and group and group != label else (above, group)
    text = bare_label(label)
    measured = _measure_text(o, row)
    measure = read(measured) or in_heading(label)
    around = (group, *sections) if group else sections
    around = tuple(text for text in (*around, _group(o, row, o.outer_col)) if text)
    found = _reckoned(text) or side_of_rate(unmarked(label), (*around, *above)) or _named(text, above, around, measure)
    found = _unless_counted(found, (text, *above, *around), counted) or _of_the_counted(text, above, around, measured or counted, measure)
    percent = (measure is not None and measure.code == "percent") or found.rate
    return Line(row, text, above, around, measure, percent, found, False, counted)


def _reckoned(text: str) -> Match | None:
    """What a row that gives a side of a rate a letter ("a = officials") is by its own words, or that says how the rate is made of these."""
    if _RECKONED.match(plain(text)):
        return Match(rate=True)
    named = match(text.partition("=")[2].strip()) if _LETTERED.match(plain(text)) else Match()
    return named if named.sure and not named.rate else None


def _counted(o: Oriented) -> str:
    """The heading over the figures of rows that says what all of them count ("number of dossiers"), if one does."""
    aside = (o.label_col, o.index_col, o.measure_col, o.group_col, o.outer_col, o.code_col, o.unit_col, o.period_col, o.basis_col)
    columns = (
        [c for c in o.columns.values() if c.col not in aside and c.role in ("", "label") and only_thing(meaning(c.leaf))]
        if o.shape == "long"
        else []
    )
    said = {c.leaf for c in columns if not meaning(c.leaf).tags & _NOTHING and any(is_figure(f) for f in _under(o, c.col))}
    return said.pop() if len(said) == 1 else ""


def _under(o: Oriented, col: int) -> list[Cell]:
    return [cell for row in o.table.body if (cell := o.table.sheet.cell(row, col))]


def _unless_counted(found: Match, path: tuple[str, ...], counted: str) -> Match | None:
    """What a row names, in doubt where the heading over its figure counts another thing and no label says one; None where it names none."""
    if not found.codes:
        return None
    silent = not any(meaning(text).tags & things() for text in path)
    other = counted and silent and not meaning(counted).tags & allowed(found.codes[0])
    return replace(found, sure=False) if other else found


def _of_the_counted(text: str, above: tuple[str, ...], around: tuple[str, ...], counted: str, measure: Measure | None) -> Match:
    """What a row that names nothing by itself says of the thing that its measure, or the heading over its figure, says is counted."""
    counts = meaning(counted).tags & things() if counted else frozenset()
    if not counts or not meaning(text).clear or is_hamlet(text):
        return Match()
    found = match(text, above, (*around, counted))
    if len(found.codes) != 1 or not found.sure or found.rate:
        return Match()
    return found if counts <= allowed(found.codes[0]) or measure == of_element(found.codes[0]) else Match()


def _named(text: str, above: tuple[str, ...], around: tuple[str, ...], measure: Measure | None) -> Match:
    """What a row names; a field under dossiers is a part of these. "A out of the total of B", "A / B" is A where measured in what A
    counts, the rate where in percent."""
    over = next(iter((*above, *around)), "")
    if is_hamlet(text) or ("bare_field" in classes("lines.csv", text) and _DOSSIERS & meaning(over).tags):
        return Match()
    found = out_of(text, above, around) or out_of_these(text, above, around) or match(text, above, around)
    if not found.codes and above and (part := _OF_WHICH.match(plain(text))) and len(part[0]) < len(text):
        found = match(" ".join(text.split()[len(part[0].split()) :]), above, around)
    if measure is None or len(found.codes) != 2 or pair_of(found.codes) is None:
        return found
    if measure.code == "percent":
        return replace(found, codes=found.codes[1:], rate=True)
    return replace(found, codes=found.codes[:1]) if measure == of_element(found.codes[0]) else found


def _label(o: Oriented, row: int) -> str:
    if o.label_col is None:
        return ""
    cell = o.table.sheet.cell(row, o.label_col)
    if cell and cell.kind in "TP" and not cell.extra.under_merge:
        return vietnamese(o.table.spelt(cell.value if isinstance(cell.value, str) else cell.text))
    first = next(
        (c for c in o.table.row(row) if c.kind == "T" and not numberish(c) and c.col < (o.label_col or 0) and len(c.text) > 4), None
    )
    return first.text if first else ""


def _mark(o: Oriented, row: int) -> str:
    cell = o.table.sheet.cell(row, o.index_col) if o.index_col is not None else None
    if cell is None and o.code_col is not None:
        code = o.text(row, o.code_col)
        return code if _NUMBERED.match(code) or is_section_mark(code) else ""
    mark = cell.raw.strip().replace(",", ".") if cell else ""
    return mark or _mark_of_group(o, row)


def _mark_of_group(o: Oriented, row: int) -> str:
    """The number of the group a row without its own stands in, where both are merged over the same rows: it numbers them all."""
    owners = o.table.sheet.owners
    number, group = (owners.get((row, col)) if col is not None else None for col in (o.index_col, o.group_col))
    if number is None or group is None or (number.top, number.bottom) != (group.top, group.bottom):
        return ""
    cell = o.table.sheet.cell(number.top, number.left)
    return cell.raw.strip().replace(",", ".") if cell else ""


def _beside(cell: Cell, label_col: int, before: bool) -> bool:
    """Whether a cell stands where the figures of the rows do: right of their names, or left of them (`before`)."""
    return cell.col < label_col if before else cell.col > label_col


def _measure_text(o: Oriented, row: int) -> str:
    cell = o.table.sheet.cell(row, o.measure_col) if o.measure_col is not None else None
    return cell.text if cell else ""


def _group(o: Oriented, row: int, col: int | None) -> str:
    """What stands over a row in a column of groups."""
    if col is None:
        return ""
    owner = o.table.sheet.owners.get((row, col))
    cell = o.table.sheet.cell(owner.top, owner.left) if owner else o.table.sheet.cell(row, col)
    if cell is None and o.headed:
        cell = next((c for r in range(row - 1, o.table.data_first - 1, -1) if (c := o.table.sheet.cell(r, col))), None)
    return cell.text if cell else ""


def _titled(label: str) -> bool:
    letters = [c for c in label if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _indent(o: Oriented, row: int) -> int:
    """How far the label of a row is moved to the right."""
    cell = o.table.sheet.cell(row, o.label_col) if o.label_col is not None else None
    return cell.indent if cell else 0


def _level(mark: str, label: str, indent: int) -> float:
    """The depth of a row: 0 for an item, deeper for its parts, less for one with a Roman number over these; of rows without any mark the
    one further to the right is deeper."""
    if _UPPER_ROMAN.fullmatch(mark.strip()):
        return -1
    numbered = _NUMBERED.match(mark)
    dashed = bool(_DASH.match(plain(label)))
    if numbered:
        depth = numbered[2].count(".") + numbered[2].count("-") + (1 if numbered[3] else 0)
        return 2 * depth + (1 if dashed else 0)
    if mark and re.fullmatch(r"[a-z][.)]?", plain(mark)):
        return 1
    inner = re.match(r"^\s*(\d+)((?:\.\d+)+)[.)]?\s", label)
    if inner and not mark:
        return 2 * inner[2].count(".")
    if dashed and re.match(rf"^\s*{OF_WHICH}", plain(label)) and not _SIGN_BEHIND.match(plain(label)):
        return 51
    if dashed:
        return 52
    return 50 + min(indent, 9) / 10 if not mark else 0
