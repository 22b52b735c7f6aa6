"""What became of the places marked in a return, said of the file that came back: from the file alone, without the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalogue.language import _, number
from loaders.faults import faults_of
from loaders.result import FileReading

_NAMED = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the places that were marked (`fixed` and `still` are all of them), and of others. Places are "sheet!cell"; a place
    whose fault was mended, and of which something else is wrong now, is among the `fresh` too."""

    fixed: tuple[str, ...]
    still: tuple[str, ...]
    changed: tuple[str, ...]
    fresh: tuple[str, ...]


def verdict(reading: FileReading) -> Verdict | None:
    """Of a correction; None of any other file. `fresh` are places that are wrong now and were not marked for that."""
    if reading.mended is None:
        return None
    wrong = {fault.place: fault.codes for fault in faults_of(reading)}
    marked, kinds = reading.mended.marked, reading.mended.kinds
    still = tuple(p for p in marked if p in wrong and (not kinds.get(p) or set(kinds[p]) & set(wrong[p])))
    fixed = tuple(p for p in marked if p not in still)
    return Verdict(fixed, still, reading.mended.changed, tuple(p for p in wrong if p not in still))


def sentence(found: Verdict) -> str:
    """As "mended 7/9; F14 is still wrong; C20 was changed too"."""
    marked = len(found.fixed) + len(found.still)
    parts = [_("Correction: {fixed} of {all} places mended", fixed=number(len(found.fixed)), all=number(marked))]
    if found.still:
        parts.append(_("{cells} still to mend", cells=_cells(found.still)))
    if found.fresh:
        parts.append(_("{cells} newly wrong", cells=_cells(found.fresh)))
    if found.changed:
        parts.append(_("{cells} changed too", cells=_cells(found.changed)))
    return "; ".join(parts) + "."


def told(reading: FileReading) -> FileReading:
    """The reading whose sentence begins with what was mended; any other as it is."""
    found = verdict(reading)
    if found is None or reading.outcome not in ("accept", "ask", "fix"):
        return reading
    return replace(reading, message=f"{sentence(found)} {reading.message}")


def _cells(places: Sequence[str]) -> str:
    """Cells in a row, with their sheets where there are several."""
    sheets = {place.rpartition("!")[0] for place in places}
    names = [place if len(sheets) > 1 else place.rpartition("!")[2] or place.rstrip("!") for place in places]
    listed = ", ".join(names[:_NAMED])
    return listed if len(names) <= _NAMED else _("{cells}, … ({count} cells)", cells=listed, count=number(len(names)))
