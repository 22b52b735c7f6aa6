"""The analysts' pages on an empty store, and for those who may not see them."""

from __future__ import annotations

import pytest
from pages_drawn import opened, ready, said
from streamlit.testing.v1 import AppTest


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("don-vi", "Chưa có số liệu"),
        ("thu-bao-cao", "chưa nộp"),
        ("nop-bao-cao", "Chưa có đợt nộp nào"),
        ("chi-tieu", "chỉ tiêu"),
        ("danh-muc", "chỉ số"),
    ],
)
def test_each_page_stands_on_an_empty_store(empty_area, address, words):
    assert words in said(opened(address))


@pytest.mark.parametrize("module", ["glossary", "returns", "submit", "targets", "unit"])
def test_a_visitor_without_a_role_sees_nothing(seen_area, monkeypatch, module):
    monkeypatch.setattr("pages.parts.gate.sign_in_configured", lambda: True)

    def page(module):
        import importlib

        importlib.import_module(f"pages.{module}").show()

    app = ready(AppTest.from_function(page, kwargs={"module": module}, default_timeout=30)).run()
    assert [error.value for error in app.error] and not app.title and not app.get("html") and not app.get("file_uploader")
