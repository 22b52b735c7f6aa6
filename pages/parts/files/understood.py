"""How each cell of a sheet was understood, for its picture: its class as the reader gave it, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from catalogue.facts import Issue, Observation
from catalogue.language import _, number
from loaders.opening.grid import Cell, Merge, Sheet, position
from loaders.questions import Question
from pages.parts.files.sheet_picture import Mark, Place, Role

# The reader's classes of cells, as roles of the picture. Titles, notes and signatures are plain text.
_ROLES: dict[str, Role] = {
    "header": "header",
    "column_number": "header",
    "label": "label",
    "accepted": "value",
    "asked": "asked",
    "rejected": "wrong",
    "total": "total",
    "checked": "total",
    "ignored": "ignored",
    "hidden": "ignored",
    "unit": "source",
    "period": "source",
    "unit_period": "source",
}


def sheet_of(told: Mapping) -> tuple[Sheet, dict[Place, str]]:
    """The sheet and the class of each of its cells, from the values of the reader's picture."""
    cells = {(row, col): Cell(row, col, raw, "T") for row, col, raw, _class in told["cells"]}
    classes = {(row, col): kind for row, col, _raw, kind in told["cells"]}
    merges = tuple(Merge(*merge) for merge in told["merges"])
    hidden = {f"hidden_{side}": frozenset(told.get(f"hidden_{side}", ())) for side in ("rows", "cols")}
    return Sheet(told["name"], 0, cells=cells, merges=merges, n_rows=told["rows"], n_cols=told["cols"], **hidden), classes


def marks(
    sheet: str,
    classes: Mapping[Place, str],
    names: Mapping[str, str],
    observations: Iterable[Observation],
    issues: Iterable[Issue],
    questions: Iterable[Question] = (),
) -> dict[Place, Mark]:
    """The mark of every cell that is more than text. `names` gives the words for elements; other sheets are passed over. Words in doubt
    are asked about as the figures under or beside them are."""
    found = {place: Mark(_ROLES[kind], _says(kind)) for place, kind in classes.items() if kind in _ROLES}
    for observation in observations:
        if observation.sheet == sheet and (place := place_of(observation.cell)) in found:
            found[place] = replace(found[place], role=_role(found[place].role, observation.status), why=_read_as(observation, names))
    for place, issue in _placed(issues, sheet):
        found[place] = _graver(found.get(place, Mark("text")), issue)
    for question in questions:
        if place := words_of(question, sheet):
            found[place] = _asked(found.get(place, Mark("text")), question.text)
    return found


def words_of(question: Question, sheet: str) -> Place | None:
    """Where on a sheet the words stand that a question is about; None when it is about none, or they stand on another sheet."""
    on, _mark, cell = question.words.rpartition("!")
    return place_of(cell) if on == sheet and cell else None


def _says(kind: str) -> str:
    """What a cell outside the tables tells of the figures."""
    told = {
        "unit": _("The unit is read here."),
        "period": _("The period is read here."),
        "unit_period": _("Unit and period are read here."),
    }
    return told.get(kind, "")


def _role(role: Role, status: str) -> Role:
    """A cell as it stands after the comparison: one the reader took is asked or wrong when its figure is."""
    return {"asked": _ROLES["asked"], "rejected": _ROLES["rejected"], "kept_out": "kept"}.get(status, role) if role == "value" else role


def place_of(cell: str) -> Place | None:
    """The place of an address; of a range its first cell; None for no address."""
    try:
        return position(cell.partition(":")[0])
    except ValueError:
        return None


def _read_as(observation: Observation, names: Mapping[str, str]) -> str:
    said = names.get(observation.element, observation.element)
    return _("{name} = {value}.", name=said, value=number(observation.value, None))


def _placed(issues: Iterable[Issue], sheet: str) -> Iterator[tuple[Place, Issue]]:
    for issue in issues:
        place = place_of(issue.cell)
        if issue.sheet == sheet and place:
            yield place, issue


def _graver(mark: Mark, issue: Issue) -> Mark:
    """A cell's mark with an issue laid over it: an error makes it wrong, a question asked unless it was settled; a warning only speaks."""
    said = f"{mark.why} {issue.message}".strip()
    if issue.severity == "error":
        return Mark("wrong", said, mark.role)
    return _asked(mark, issue.message) if issue.severity == "question" else replace(mark, why=said)


def _asked(mark: Mark, said: str) -> Mark:
    """A cell's mark with a question laid over it, unless it is wrong or was taken."""
    why = mark.why if said in mark.why else f"{mark.why} {said}".strip()
    return replace(mark, why=why) if mark.role in ("wrong", "value") else Mark("asked", why, mark.role)
