"""The report of a choice, made once for each state of the data."""

from __future__ import annotations

import streamlit as st

from catalogue.language import language, speaking
from pages.parts import clock, data
from report.checklist import Point
from report.checklist import checklist as points_of
from report.compose import Sources, compose
from report.compose import sources as read
from report.content import Draft
from report.document import docx
from report.order import Order

FEW = 16


@st.cache_resource(max_entries=2, show_spinner=False)
def sources(version: int) -> Sources:
    """What reports are made from, as of a version of the store."""
    return read(data.store(), data.cube(version))


def draft(order: Order, version: int) -> Draft:
    """The report asked for, without the annexes of sources. UserError when there is none."""
    return _draft(repr(order), version, order)


def word(order: Order, version: int) -> bytes:
    """The report as a Word file; with the annexes of sources, where they are asked for, some seconds the first time."""
    return _word(repr(order), version, order)


def checkable(order: Order, version: int) -> bytes:
    """The report as a Word file without its annexes of sources."""
    return docx(draft(order, version))


def points(order: Order, version: int) -> list[Point]:
    """What to look at before it is issued, in the language of the screen."""
    return _points(repr(order), version, language(), order)


@st.cache_resource(max_entries=FEW, show_spinner=False)
def _draft(key: str, version: int, _order: Order) -> Draft:
    return compose(sources(version), _order, clock.today(), sourced=False)


@st.cache_resource(max_entries=FEW, show_spinner=False)
def _word(key: str, version: int, _order: Order) -> bytes:
    return docx(compose(sources(version), _order, clock.today()))


@st.cache_resource(max_entries=FEW, show_spinner=False)
def _points(key: str, version: int, spoken: str, _order: Order) -> list[Point]:
    with speaking(spoken):
        return points_of(data.store(), sources(version), _order, _draft(key, version, _order), clock.today())
