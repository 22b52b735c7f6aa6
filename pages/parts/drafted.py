"""The results part of the written report as sentences, one paragraph a group, from the same figures that the pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from catalogue.indicators import groups
from catalogue.language import _, day, number
from pages.parts import data, names, status, subject
from pages.parts.cards import shown
from pages.parts.filters import Filters
from pages.parts.lists import Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One group: its name and a sentence for each indicator that has a figure."""

    heading: str
    sentences: tuple[str, ...]


@st.cache_resource(max_entries=32, show_spinner=False)
def paragraphs(key: str, _filters: Filters, version: int, spoken: str) -> list[Paragraph]:
    """The groups in order; one without any figure says so."""
    made = []
    for group in groups().values():
        lines = subject.lines(key, _filters, group.code, version, spoken)
        valued = [line for line in lines if line.value is not None]
        said = tuple(_sentence(line) for line in valued) or (_("No data in this period."),)
        made.append(Paragraph(names.group(group), said))
    return made


def _sentence(line: Line) -> str:
    value = shown(line.value, line.rate, line.decimals)
    counts = f" ({number(line.numerator, None)}/{number(line.denominator, None)})" if line.rate and line.denominator is not None else ""
    said = _("{name}: {value}{counts}", name=line.name, value=value, counts=counts)
    if line.target is not None:
        target = shown(line.target, line.rate, line.decimals)
        said += _(", target {target}: {status}", target=target, status=status.look(line.status).word.lower())
    if line.missing:
        said += _(", {count} still missing", count=number(line.missing))
    if line.change is not None and round(line.change, 1):
        size = number(abs(line.change), 1 if line.rate else 0)
        amount = _("{amount} percentage points", amount=size) if line.rate else size
        said += ", " + (_("up {amount}", amount=amount) if line.change > 0 else _("down {amount}", amount=amount))
        said += " " + _("against the period before")
    return said + "."


def text(filters: Filters, found: Sequence[Paragraph], reported: str) -> str:
    """The whole as plain text, ready to paste."""
    head = _("Results, {choice}", choice=names.choice(filters.unit, filters.period))
    body = "\n\n".join("\n".join([f"{n}. {p.heading}", *(f"- {s}" for s in p.sentences)]) for n, p in enumerate(found, 1))
    return f"{head}\n{reported}\n\n{body}\n"


def coverage(filters: Filters) -> str:
    """How many units the figures rest on, and of what day."""
    codes = data.overview_indicators()
    table = data.standing((filters.unit,), (str(filters.period),), codes, filters.boundaries, filters.version)
    rows = [row for row in table.to_dict("records") if row["data_date"]]
    if not rows:
        return _("No unit has reported in this period.")
    fullest = max(rows, key=lambda row: row["units_reporting"])
    return _(
        "{reporting}/{due} units have reported; data to {day}.",
        reporting=number(fullest["units_reporting"]),
        due=number(fullest["units_due"]),
        day=day(fullest["data_date"]),
    )
