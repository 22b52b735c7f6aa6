"""Which returns arrive, and when: the declared schedule, with the lateness and the corrections of the stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from catalogue.periods import Period
from demo import books, fields, long, wide
from demo.declarations import schedule, settings, stories
from demo.paper import Paper
from demo.sender import Return

SHAPES: dict[str, Callable[[Return], list[Paper]]] = {"wide": wide.wide, "long": long.long, "card": long.card, "fields": fields.fields}


def returns() -> list[Return]:
    """Every return of the demo in the order of arrival."""
    found = [sent for row in schedule() for sent in _of_row(row)]
    return sorted(found, key=lambda sent: (sent.sent, sent.form, sent.sender))


def _of_row(row: dict[str, str]) -> Iterator[Return]:
    period, last = Period.parse(row["first"]), Period.parse(row["last"])
    while period <= last:
        sent = Return(row["form"], row["sender"], period, _working_day(period.end() + dt.timedelta(days=int(row["days"]))))
        if not (sent.sender and sent.silent(sent.sender)):
            yield from _told(sent)
        period = period.shift(1)


def _told(sent: Return) -> Iterator[Return]:
    """The return as its sender sent it: on another day, or twice."""
    late = sum(int(s.value) for s in stories() if s.action == "late" and s.form == sent.form and s.holds(sent.sender, sent.period))
    first = replace(sent, sent=_working_day(sent.sent + dt.timedelta(days=late)))
    yield first
    for story in stories():
        if story.action == "mistype" and story.form == sent.form and story.holds(sent.sender, sent.period):
            yield replace(first, version=2, sent=_working_day(first.sent + dt.timedelta(days=int(story.text))))


def _working_day(day: dt.date) -> dt.date:
    while day.weekday() > 4:
        day += dt.timedelta(days=1)
    return day


def file_name(sent: Return) -> str:
    """The name its sender gave it; a second version says so."""
    name = Path(sent.words(sent.declared["file"]))
    return f"{name.stem} (sua){name.suffix}" if sent.version > 1 else str(name)


def data(sent: Return) -> bytes:
    """The file itself."""
    papers = SHAPES[sent.declared["shape"]](sent)
    suffix = Path(sent.declared["file"]).suffix
    if suffix == ".xls":
        return books.page(papers[0])
    if suffix == ".csv":
        return books.comma_separated(papers[0])
    return books.xlsx(papers, settings().mark)


def write(folder: Path, sent: Sequence[Return]) -> Iterator[Path]:
    """Write workbooks under `folder`, a folder a month of arrival; the path of each as it is done."""
    for one in sent:
        path = folder / f"{one.sent:%Y-%m}" / file_name(one)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data(one))
        yield path
