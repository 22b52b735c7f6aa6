"""The figures say what they should: ratios the right way round, percentiles, and a page drawn again from its recording."""

from __future__ import annotations

import pytest
from pages_drawn import ready
from streamlit.testing.v1 import AppTest

from benchmarks.__main__ import line, table
from benchmarks.measure import Figure, percentile


@pytest.mark.parametrize(
    ("ours", "floor", "aim", "faster", "ratio", "met"),
    [
        (0.2, 0.1, 4, False, 2.0, True),
        (0.5, 0.1, 4, False, 5.0, False),
        (10, 40, 3, True, 4.0, True),
        (20, 40, 3, True, 2.0, False),
    ],
)
def test_a_figure_is_held_against_its_aim(ours, floor, aim, faster, ratio, met):
    figure = Figure("reading", ours, floor, "s", "a floor", aim, faster=faster)
    assert figure.ratio == pytest.approx(ratio)
    assert figure.met is met
    assert ("missed" in line(figure)) is not met


def test_the_table_has_a_row_a_figure():
    figure = Figure("memory", 200, 150, "MB", "constants", 2, note="sampled")
    assert table([line(figure), line(figure)]).count("| memory (sampled) | 200 MB | constants: 150 MB | 1.33x | at most 2x | met |") == 2


@pytest.mark.parametrize(("share", "found"), [(0, 1), (0.5, 3), (0.95, 4.8), (1, 5)])
def test_a_percentile_lies_between_its_neighbours(share, found):
    assert percentile([5, 1, 4, 2, 3], share) == pytest.approx(found)


def recorded() -> None:
    import streamlit as st

    from benchmarks.tape import record

    def page() -> None:
        st.title("Title")
        left, right = st.columns(2)
        left.metric("Count", 3)
        with right, st.container():
            st.markdown("deep inside")
        st.tabs(["one", "two"])[1].write("in the second tab")

    tape = record(page)
    st.text(f"{len(tape.calls)} calls")
    tape.play()


def test_a_page_is_drawn_again_from_its_recording():
    drawn = ready(AppTest.from_function(recorded)).run()
    assert not drawn.exception
    assert drawn.text[0].value == "7 calls"
    assert [title.value for title in drawn.title] == ["Title", "Title"]
    assert [metric.value for metric in drawn.metric] == ["3", "3"]
    assert [text.value for text in drawn.markdown].count("deep inside") == 2
    assert [text.value for text in drawn.tabs[3].markdown] == ["in the second tab"]
