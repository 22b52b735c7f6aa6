"""For everyone: the ways of a leader and of an analyst by keyboard alone, and the other language by one link."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import FileChooser, Page, TimeoutError, expect
from test_analyst_browser import workbook
from walking import idle, settled, watched

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
    """The words of what has the focus, which must be seen to have it; nothing between the end of the page and its beginning."""
    told, seen = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e), box = e.closest('[data-baseweb]')
      const ring = s.outlineStyle !== 'none' || s.boxShadow !== 'none' || (box && e.tagName === 'INPUT')
      if (e === document.body) return ['', true]
      const icons = [...e.querySelectorAll('[data-testid=stIconMaterial]')].map(icon => icon.innerText)
      const words = icons.reduce((text, icon) => text.replace(icon, ''), e.innerText || '').trim()
      return [words || e.getAttribute('aria-label') || '', Boolean(ring)] }""")
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


def test_a_leader_goes_down_to_a_commune_by_keyboard(browser, served):
    """From the sentence to a commune by a unit of the table of all units, and to the cells of a figure of it."""
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/?ky=2026-M10")
    settled(page)
    tab_to(page, "Xã Đăk Pék", 150)
    page.keyboard.press("Enter")
    page.wait_for_url("**don-vi=23341.2**")
    page.get_by_role("heading", name="Xã Đăk Pék").first.wait_for()
    settled(page)
    tab_to(page, "%", 100)
    page.keyboard.press("Enter")
    page.wait_for_url("**/nguon-goc?**")
    page.get_by_role("heading", name="Nguồn gốc số liệu").wait_for()
    assert wrong == []


def file_chooser(page: Page, button: str) -> FileChooser:
    """The window that a button opens, pressed again where the page was drawn anew under it meanwhile."""
    for _attempt in range(3):
        tab_to(page, button)
        with suppress(TimeoutError):
            with page.expect_file_chooser(timeout=8000) as chosen:
                page.keyboard.press("Enter")
            return chosen.value
    raise AssertionError(f"{button} opens no window")


def test_an_analyst_takes_in_a_file_by_keyboard(browser, desk, tmp_path):
    """Hand in a file that names no period, answer for which it is, and take it in."""
    page, wrong = watched(browser, desk, 1440, 900)
    page.goto(f"{desk.address}/nop-bao-cao")
    page.wait_for_url("**ky=**")
    idle(page)
    chosen = file_chooser(page, "Tải lên")
    chosen.set_files(workbook(tmp_path / "khong ghi ky.xlsx", "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", 77))
    page.locator(".desk-table").get_by_text("khong ghi ky.xlsx").wait_for(timeout=60_000)
    settled(page)
    tab_to(page, "khong ghi ky.xlsx")
    page.keyboard.press("Enter")
    page.get_by_text("Câu hỏi (1)").wait_for(timeout=30_000)
    settled(page)
    page.locator(".cs-asked").first.wait_for(state="attached", timeout=30_000)
    tab_to(page, "Câu trả lời: Tệp không ghi kỳ báo cáo")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    tab_to(page, "Đọc lại")
    page.keyboard.press("Enter")
    page.get_by_text("1 câu đã trả lời").wait_for(timeout=30_000)
    idle(page)
    tab_to(page, "Nhận tệp này")
    page.keyboard.press("Enter")
    expect(page.locator(".desk-badge").first).to_contain_text("Đã nhận", timeout=30_000)
    assert wrong == []
