"""Every figure of a report, added up anew by another reader from the cells that its own annex names."""

import datetime as dt

import pytest
from retraced import retrace

from catalogue.periods import Period
from demo import arrivals, filling
from report.compose import compose, sources
from report.document import docx
from report.order import Order
from store import open_store

FIRST, LAST, TODAY = dt.date(2025, 5, 10), dt.date(2025, 8, 20), dt.date(2025, 11, 1)
REPORTS = [("610.1", "2025-Q2"), ("23353.1", "2025-M06"), ("23341.2", "2025-M07")]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The demonstration's returns of the months around the reorganisation."""
    folder = tmp_path_factory.mktemp("traced")
    opened = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    opened.initialise()
    sent = [one for one in arrivals.returns() if FIRST <= one.sent <= LAST]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrivals, "returns", lambda: sent)
        filling.fill(opened, folder / "files")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read(store):
    return sources(store)


@pytest.mark.timeout(240)
@pytest.mark.parametrize(("unit", "period"), REPORTS)
def test_every_figure_is_that_of_the_cells_named(store, read, unit, period):
    made = compose(read, Order(unit, Period.parse(period), sourced=True), TODAY)
    found = retrace(docx(made), lambda number: store.original(store.submission(number).sha256))
    assert found.unlike == []
    assert found.figures > 20 and found.cells > 50 and found.numbers > 2 * found.figures
    assert {trace.partition("/")[0] for trace in found.cellless} <= {"rep_on_time_rate"}


def test_the_files_listed_were_received(read):
    made = compose(read, Order("610.1", Period.parse("2025-Q2"), sourced=True), TODAY)
    listed = next(annex for annex in made.annexes if annex.key == "files").rows
    assert listed and all(cell.text for row in listed for cell in row)
