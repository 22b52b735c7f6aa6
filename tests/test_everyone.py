"""For everyone: the main way by keyboard alone, and the other language by one link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from walking import settled, watched

pytestmark = pytest.mark.browser


def test_one_link_changes_the_language_and_back_at_the_same_place(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/vneid?ky=2026-M08")
    settled(page)
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="VNeID").first.wait_for()
    page.get_by_text("month 8/2026").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="Tiếng Việt").click()
    page.get_by_text("tháng 8/2026").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "vi" and "ngon-ngu" not in page.url
    assert wrong == []


def focused(page: Page) -> str:
    """The words of what has the focus, which must be seen to have it."""
    told, seen = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e), box = e.closest('[data-baseweb]')
      const ring = s.outlineStyle !== 'none' || s.boxShadow !== 'none' || (box && e.tagName === 'INPUT')
      return [e.innerText || e.getAttribute('aria-label') || '', Boolean(ring)] }""")
    assert seen, f"no visible focus on {told!r}"
    return told.split("\n")[0]


def tab_to(page: Page, words: str, most: int = 60) -> None:
    for _press in range(most):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    pytest.fail(f"{words!r} is not reached by keyboard")


def test_the_main_way_is_walked_by_keyboard(browser, served):
    """Skip the bar, choose a period, open a figure's cells; then the menu to the board of returns."""
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    page.keyboard.press("Tab")
    assert focused(page) == "Tới nội dung chính"
    page.keyboard.press("Enter")
    tab_to(page, "Kỳ báo cáo", 6)
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**ky=2026-M0*")
    settled(page)
    tab_to(page, "%")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nguon-goc?**")
    page.get_by_role("heading", name="Nguồn gốc số liệu").wait_for()
    assert wrong == []
