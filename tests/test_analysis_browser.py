"""The analysts' questions in a real browser: what if, what really changed, and the way from a card to the cell and back."""

from __future__ import annotations

import pytest
from served import serve
from small_area import filled
from test_browser import browser, settled, watched  # noqa: F401

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("analysed")
    filled(folder).close()
    with serve(folder) as running:
        yield running


def test_what_is_supposed_stands_in_the_address_and_only_its_part_is_drawn_again(browser, served):  # noqa: F811
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/vneid?chi-so=eid_l2_activated_rate&neu-dat=90")
    settled(page)
    page.get_by_text("đã chọn đạt 90%").wait_for()
    page.get_by_role("slider").press("ArrowRight")
    page.get_by_text("đã chọn đạt 91%").wait_for()
    page.wait_for_url("**neu-dat=91**")
    page.reload()
    settled(page)
    page.get_by_text("đã chọn đạt 91%").wait_for()
    assert wrong == []
