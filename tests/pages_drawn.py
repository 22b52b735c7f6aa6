"""The pages run without server or browser: opened at an address over a store, and read as a reader sees them."""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.parts import data
from store import Store

HOUSE = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 25)
SHEET = (
    "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH{period},,,\nĐơn vị tính: hồ sơ,,,\n"
    "TT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Tổng số hồ sơ tiếp nhận mới trong kỳ\n1,Xã Ngọc Linh,{online},120\n"
)
NO_COMPONENTS = BidiComponentManager()
"""For every run alike: no page draws a component of another package, so none is looked for among all that is installed."""


def sheet(online=80, period=" THÁNG 10 NĂM 2026"):
    return SHEET.format(online=online, period=period).encode()


@contextlib.contextmanager
def shown(folder: Path) -> Iterator[Store]:
    """The store in `folder`, which the pages read until the block ends; nothing of another store is remembered, nor of this one after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHISO_DATABASE_URL", f"sqlite:///{folder / 'store.db'}")
        patch.setenv("CHISO_ORIGINALS", str(folder / "originals"))
        forget()
        yield data.store()
        data.store().close()
    forget()


def forget() -> None:
    """Whatever the pages remember of a store."""
    st.cache_resource.clear()
    st.cache_data.clear()


def ready(app: AppTest) -> AppTest:
    """A page that can be run without a look for components."""
    app._bidi_component_manager = NO_COMPONENTS
    return app


def opened(address: str = "", **parameters: str) -> AppTest:
    """The page at an address, run once; names of parameters are written with underscores."""
    app = ready(AppTest.from_file(str(HOUSE / "dashboard.py"), default_timeout=60))
    for name, value in parameters.items():
        app.query_params[name.replace("_", "-")] = value
    if address:
        app._page_hash = calc_hash(address)
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    assert not app.exception, app.exception[0].message
    return app


def uploaded(*files: tuple[str, bytes]) -> AppTest:
    """The page of returns after files were handed in."""
    app = opened("nop-bao-cao")
    app.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    return checked(app)


def markup(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


def said(app: AppTest) -> str:
    """Everything drawn, as a reader sees it."""
    plain = re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup(app), flags=re.S)
    texts = [element.value for kind in ("title", "markdown", "info", "warning", "error", "code") for element in app.get(kind)]
    return html.unescape(re.sub(r"\s+", " ", " ".join([plain, *texts])))


def row_of(app: AppTest, name: str) -> str:
    """The table row that begins with a name, as text."""
    rows = re.findall(r"<tr>.*?</tr>", markup(app))
    return next(said_row for row in rows if (said_row := html.unescape(re.sub(r"<[^>]+>", " ", row)).strip()).startswith(name))


def button(app: AppTest, label: str):
    return next(one for one in app.button if label in one.label)
