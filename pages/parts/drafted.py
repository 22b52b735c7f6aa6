"""The results part of the written report as sentences, one paragraph a group, from the same figures that the pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from catalogue.indicators import groups
from catalogue.language import _, day, number
from pages.parts import covered, data, names, status, subject
from pages.parts.cards import aimed, fraction, shown
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
    known = line.rate and line.numerator is not None and line.denominator is not None
    counts = f" ({fraction(line.numerator or 0.0, line.denominator or 0.0)})" if known else ""
    name = f"{line.name} ({names.within(line.when)})" if line.when else line.name
    said = _("{name}: {value}{counts}", name=name, value=value, counts=counts)
    if line.target is not None:
        target = aimed(line.target, line.operator, line.rate)
        said += _(", target {target}: {status}", target=target, status=status.look(line.status).word.lower())
    if line.missing:
        said += _(", {count} still missing", count=number(line.missing))
    if line.change is not None and round(line.change, 1):
        size = number(abs(line.change), 1 if line.rate else 0)
        amount = _("{amount} percentage points", amount=size) if line.rate else size
        said += ", " + (_("up {amount}", amount=amount) if line.change > 0 else _("down {amount}", amount=amount))
        said += " " + (_("against {period}", period=line.against) if line.against else _("against the period before"))
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
    rows = [row for row in table.to_dict("records") if row["data_date"] and row["figure_period"] == str(filters.period)]
    if not rows:
        return _("No unit has reported in this period.")
    fullest = max(rows, key=lambda row: row["units_reporting"])
    counted = covered.units(filters, fullest["indicator"], fullest, filters.version)
    said = _(
        "{reporting}/{due} units have reported; data to {day}.",
        reporting=number(counted.whole),
        due=number(counted.due),
        day=day(fullest["data_date"]),
    )
    older = covered.former(counted)
    return f"{said[:-1]} ({older})." if older else said
