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


def one_of_each() -> list[Return]:
    """One return of every form, of the middle of its time, in the order of arrival."""
    by_form: dict[str, list[Return]] = {}
    for sent in returns():
        by_form.setdefault(sent.form, []).append(sent)
    return sorted((sent[len(sent) // 2] for sent in by_form.values()), key=lambda sent: (sent.sent, sent.form))


def _of_row(row: dict[str, str]) -> Iterator[Return]:
    period, last = Period.parse(row["first"]), Period.parse(row["last"])
    while period <= last:
        sent = Return(row["form"], row["sender"], period, _after(period.end(), int(row["days"])))
        if not (sent.sender and sent.silent(sent.sender)):
            yield from _told(sent)
        period = period.shift(1)


def _told(sent: Return) -> Iterator[Return]:
    """The return as its sender sent it: on another day, or twice; and what units send apart that missed the table of the area."""
    mine = [s for s in stories() if s.form == sent.form and s.first <= sent.period.months[-1] <= s.last]
    late = sum(int(s.value) for s in mine if s.action == "late" and s.unit == sent.sender)
    first = replace(sent, sent=_after(sent.sent, late))
    yield first
    for story in mine:
        if story.action == "mistype" and story.unit == sent.sender:
            yield replace(first, version=2, sent=_after(first.sent, int(story.text)))
        if story.action == "apart" and not sent.sender:
            yield replace(sent, sender=story.unit, sent=_after(sent.sent, int(story.value)))


def _after(day: dt.date, days: int) -> dt.date:
    """The first day after so many that people work on."""
    day += dt.timedelta(days=days)
    while day.weekday() > 4:
        day += dt.timedelta(days=1)
    return day


def file_name(sent: Return) -> str:
    """The name its sender gave it; a second version says so."""
    template = sent.declared["file"]
    name = Path(sent.words(template))
    if sent.sender and "{folded}" not in template and "{joined}" not in template:
        return f"{name.stem} {sent.words('{folded}')}{name.suffix}"
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
