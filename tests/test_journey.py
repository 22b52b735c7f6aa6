"""One number's whole way: from the cell a clerk typed it in to the leader's card, and from the card back to the cell."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from pages_drawn import opened, said, shown

from catalogue.language import number
from catalogue.periods import Period
from demo import arrivals, filling
from demo.declarations import units_of
from indicators.cube import open_cube
from indicators.figures import figures
from indicators.trace import trace
from loaders import read_paths
from store import Store, open_store

PERIOD = Period.parse("2026-M09")
AREA, COMMUNE = "610.1", "23341.2"
INDICATOR, ELEMENT, TYPED_AS = "ops_online_submission_rate", "dossiers_recv_online", "Hồ sơ tiếp nhận trực tuyến"


@dataclass(frozen=True)
class Travelled:
    """The returns of all communes for one month, sent, read and kept."""

    store: Store
    folder: Path
    sheet: str
    cell: str
    typed: int


def cell_under_the_label(data_: bytes) -> tuple[str, str, int]:
    """Sheet, address and number as a person finds them: by the label in the row and the heading above."""
    sheet = openpyxl.load_workbook(io.BytesIO(data_)).worksheets[0]
    row = next(c.row for c in sheet["B"] if c.value == TYPED_AS)
    column = next(c.column_letter for line in sheet.iter_rows() for c in line if c.value == "Thực hiện trong kỳ")
    return sheet.title, f"{column}{row}", sheet[f"{column}{row}"].value


@pytest.fixture(scope="module")
def travelled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("journey")
    sent = [one for one in arrivals.returns() if one.period == PERIOD and one.sender and one.period.kind == "month"]
    assert {one.sender for one in sent} == set(units_of(PERIOD))
    paths = list(arrivals.write(folder, sent))
    typed = cell_under_the_label(next(path for path, one in zip(paths, sent, strict=True) if one.sender == COMMUNE).read_bytes())
    store = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    store.initialise()
    for path, one, reading in zip(paths, sent, read_paths(paths), strict=True):
        assert filling.keep(store, path.read_bytes(), one, reading) == "accepted", reading.message
    yield Travelled(store, folder, *typed)
    store.close()


@pytest.fixture(scope="module")
def screen(travelled):
    with shown(travelled.folder):
        yield


def area_figure(store: Store) -> dict:
    table = figures(open_cube(store), units=[AREA], periods=[PERIOD], indicators=[INDICATOR], boundaries="current")
    return table.iloc[0].to_dict()


def test_the_typed_number_is_kept_with_its_cell(travelled):
    kept = travelled.store.observations(periods=[str(PERIOD)], elements=[ELEMENT], units=[COMMUNE])
    row = kept[kept["basis"] == "in_period"].iloc[0]
    assert (row["sheet"], row["cell"], row["value"], row["raw"]) == (
        travelled.sheet,
        travelled.cell,
        travelled.typed,
        str(travelled.typed),
    )


def test_the_figure_of_the_area_is_the_sum_of_what_was_typed(travelled):
    figure = area_figure(travelled.store)
    kept = travelled.store.observations(periods=[str(PERIOD)], elements=[ELEMENT])
    assert len(kept[kept["basis"] == "in_period"]) == 6
    assert figure["numerator"] == kept[kept["basis"] == "in_period"]["value"].sum()
    assert figure["value"] == pytest.approx(100 * figure["numerator"] / figure["denominator"])
    assert (figure["state"], figure["units_reporting"], figure["units_due"]) == ("ok", 6, 6)


def test_the_card_shows_that_figure(travelled, screen):
    figure = area_figure(travelled.store)
    assert f"{number(figure['numerator'])}/{number(figure['denominator'])}" in said(opened(don_vi=AREA, ky=str(PERIOD)))


def test_the_origin_of_the_figure_names_the_cell(travelled, screen):
    text = said(opened("nguon-goc", don_vi=COMMUNE, ky=str(PERIOD), chi_so=INDICATOR))
    assert travelled.cell in text
    assert number(travelled.typed) in text


def test_the_way_back_ends_in_the_kept_original(travelled):
    found = trace(open_cube(travelled.store), INDICATOR, AREA, PERIOD, boundaries="current")
    rows = found.rows
    assert (rows[rows["side"] == "numerator"]["sign"] * rows[rows["side"] == "numerator"]["value"]).sum() == found.figure["numerator"]
    row = rows[(rows["unit"] == COMMUNE) & (rows["element"] == ELEMENT)].iloc[0]
    original = travelled.store.original(travelled.store.submission(int(row["submission"])).sha256)
    sheet = openpyxl.load_workbook(io.BytesIO(original))[row["sheet"]]
    assert (row["sheet"], row["cell"], sheet[row["cell"]].value) == (travelled.sheet, travelled.cell, travelled.typed)
