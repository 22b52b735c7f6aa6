"""The list of indicators: found by any of their words, a page for each."""

from __future__ import annotations

import pytest
from pages_drawn import checked, markup, opened, said

from catalogue.indicators import indicators


def test_indicators_are_found_without_accents_and_by_the_words_of_a_form(seen_area):
    app = opened("danh-muc")
    current = [indicator for indicator in indicators().values() if indicator.status != "legacy"]
    assert f"{len(current)}/{len(current)} chỉ số" in said(app), "those kept for old series only are shown when asked for"
    app.toggle(key="chi-so-cu").set_value(True).run()
    assert f"{len(indicators())}/{len(indicators())} chỉ số" in said(app)
    app.toggle(key="chi-so-cu").set_value(False).run()
    app.text_input(key="tim").set_value("ky so ca nhan").run()
    assert "Tỷ lệ văn bản đi ký số cá nhân của người có thẩm quyền" in said(app)
    assert "Chi trả an sinh" not in said(app)
    app.text_input(key="tim").set_value("không có chữ nào như thế").run()
    assert "Không tìm thấy" in said(checked(app))


def test_units_groups_and_documents_are_found_without_accents(seen_area):
    app = checked(opened("danh-muc", tim="dak pek"))
    assert 'href="don-vi?don-vi=23341.2' in markup(app)
    assert "chu-ky-so?" in markup(checked(opened("danh-muc", tim="chu ky")))
    assert "NQ 57-NQ/TW" in said(checked(opened("danh-muc", tim="57-nq")))


@pytest.fixture(scope="module")
def page_of_indicator(seen_area):
    """One running page that is led from indicator to indicator."""
    app = opened("danh-muc")

    def page(code):
        app.query_params["chi-so"] = code
        return said(checked(app.run()))

    return page


@pytest.mark.parametrize("code", sorted(indicators()))
def test_every_indicator_has_a_page(code, page_of_indicator):
    text = page_of_indicator(code)
    assert indicators()[code].name_vi in text and code in text and "Phiên bản" in text


def test_an_unknown_indicator_gives_the_list(seen_area):
    assert "Không có chỉ số nào mang mã đó" in said(opened("danh-muc", chi_so="<script>"))
