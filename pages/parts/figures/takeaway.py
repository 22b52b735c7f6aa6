"""The table of Explore the data to take away: a workbook with live formulas, CSV, Parquet, each with what must be known of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from catalogue.language import _, day, language, number, use_language
from catalogue.periods import Period
from catalogue.units import units
from indicators.pivot import Pivot, long
from indicators.reasons import sentences
from pages.parts import clock, data, names
from pages.parts.csv_file import csv_bytes
from pages.parts.figures import turned
from pages.parts.figures.behind import files_behind
from report import tabulated
from report.columnar import parquet_bytes

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_FORMULAS, MOST_SOURCES = 150_000, 3000
ILLUSTRATIVE = "minh-hoa-"
"""Before the name of a file of illustrative data that has no room to say so: a table of plain cells."""


def offer(asked: turned.Asked, table: Pivot) -> None:
    """Three buttons; the files are made when one is pressed."""
    name = f"chi-so-{asked.filters.unit}-{asked.filters.period}"
    spoken_in = language()
    with st.container(horizontal=True, key="takeaway"):
        if table.state.size <= MOST_FORMULAS:
            _button(_("Workbook with formulas"), partial(_workbook, asked, table, spoken_in), f"{name}.xlsx", WORKBOOK)
        marked = ILLUSTRATIVE if data.illustrative(asked.filters.version) else ""
        _button(_("CSV"), partial(_csv, table, spoken_in), f"{marked}{name}.csv", "text/csv")
        _button(_("Parquet"), partial(_parquet, asked, table, spoken_in), f"{name}.parquet", "application/vnd.apache.parquet")
    if table.state.size > MOST_FORMULAS:
        many = number(table.state.size)
        st.caption(_("A table of {count} cells is too large for a workbook with formulas; CSV and Parquet hold all of it.", count=many))


def _button(label: str, made, file: str, kind: str) -> None:
    st.download_button(label, made, file, kind, icon=":material/download:", on_click="ignore", key=f"take-{kind}")


def _workbook(asked: turned.Asked, table: Pivot, spoken_in: str) -> bytes:
    use_language(spoken_in)
    return tabulated.write(table, asked.down, turned.spoken(asked, table), about(asked, table))


def about(asked: turned.Asked, table: Pivot) -> tabulated.About:
    """What is said of the table in its workbook."""
    last, filters = table.last_date(), asked.filters
    covers = turned.covers(asked, table)
    illustrative = (names.invented(),) if data.illustrative(filters.version) else ()
    facts = (
        (_("Unit"), names.unit(filters.unit)),
        (_("Units shown"), turned.level_words(asked.who)),
        (_("Periods"), ", ".join(names.period(period) for period in asked.periods)),
        (_("Boundaries"), names.boundaries(filters.boundaries)),
        (_("Data date"), day(last) or "–"),
        (_("Sources"), ", ".join(illustrative) or _("Returns taken in, listed on the sheet Sources")),
    )
    return tabulated.About(_("Figures of {unit}", unit=names.unit_inline(filters.unit)), (covers, *illustrative), facts, sources(asked))


def sources(asked: turned.Asked) -> tuple[tuple[str, str, str], ...]:
    """The files behind the figures of the table: name, when received, of which periods; the newest first."""
    behind = set(files_behind(asked.filters, asked.things, asked.periods)["submission"])
    files = data.store().submissions()
    rows = files[files["id"].isin(behind)].head(MOST_SOURCES).to_dict("records")
    return tuple((r["file_name"], day(clock.local(r["received_at"]).date()), _periods(r["periods"])) for r in rows)


def _periods(told: tuple[str, ...]) -> str:
    return ", ".join(names.period(Period.parse(text)) for text in told)


def _csv(table: Pivot, spoken_in: str) -> bytes:
    use_language(spoken_in)
    head = [
        _("Indicator"), _("Code"), _("Period"), _("Code of the period"), _("Unit"), _("Official code"), _("Count"), _("Out of"),
        _("Value"), _("State"), _("Reason"), _("Data date"),
    ]  # fmt: skip
    named, known = {one.code: turned.named(one.code) for one in table.things}, units()
    rows = (
        [
            named[r.indicator], r.indicator, names.period(Period.parse(r.period)), r.period, known[r.unit].name, known[r.unit].code,
            _whole(r.numerator), _whole(r.denominator), _whole(r.value), names.state(r.state), "; ".join(sentences(r.reason)),
            day(r.data_date),
        ]
        for r in long(table).itertuples()
    )  # fmt: skip
    return csv_bytes(head, rows)


def _whole(value: float) -> float | int:
    """A number as it is kept in a table: counts without a point, values with four decimals."""
    return int(value) if value == value and float(value).is_integer() else round(value, 4)


def _parquet(asked: turned.Asked, table: Pivot, spoken_in: str) -> bytes:
    use_language(spoken_in)
    said, spoken = about(asked, table), turned.spoken(asked, table)
    definitions = [
        {"code": one.code, "name": name, "numerator": formula[0], "denominator": formula[1], "legal_basis": formula[2]}
        for one, name, formula in zip(table.things, spoken.things, spoken.formulas, strict=True)
    ]
    told = {"title": said.title, "facts": dict(said.facts), "indicators": definitions, "sources": said.sources}
    return parquet_bytes(long(table), told)
