"""A real browser hands in workbooks: drop, answer, look at the effect, take in, see the overview change, undo."""

from __future__ import annotations

import re

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect
from small_area import SILENT
from walking import go, idle, settled, watched

from catalogue.units import units

pytestmark = pytest.mark.browser
NAME = units()[SILENT].name


def workbook(path, title, online):
    book = Workbook()
    page = book.active
    page.append([title])
    page.append(["Đơn vị tính: hồ sơ"])
    page.append(["TT", "Tên xã", "Số hồ sơ tiếp nhận trực tuyến", "Tổng số hồ sơ tiếp nhận mới trong kỳ"])
    page.append([1, NAME, online, 120])
    book.save(path)
    return path


def test_from_a_workbook_to_the_overview_and_back(browser, desk, tmp_path):
    page, wrong = watched(browser, desk, 1440, 900)
    title = "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
    files = [
        workbook(tmp_path / "Ngoc Linh thang 10.xlsx", f"{title} THÁNG 10 NĂM 2026", 60),
        workbook(tmp_path / "khong ghi ky.xlsx", title, 77),
    ]
    page.goto(f"{desk.address}/nop-bao-cao")
    settled(page)
    page.set_input_files('input[type="file"]', [str(path) for path in files])
    table = page.locator(".desk-table")
    expect(table).to_contain_text("Ngoc Linh thang 10.xlsx", timeout=60_000)
    expect(table).to_contain_text("Cần trả lời")
    batch = page.url.removeprefix(f"{desk.address}/")

    page.get_by_role("link", name="khong ghi ky.xlsx").click()
    expect(page.locator(".cs-asked").first).to_be_attached(timeout=30_000)
    expect(page.get_by_text("Câu hỏi (", exact=False).first).to_be_visible()

    go(page, batch)
    page.get_by_role("button", name="Nhận tất cả 1 tệp sạch").click()
    expect(table).to_contain_text("Đã nhận", timeout=30_000)

    go(page, "?ky=2026-M10")
    expect(page.locator(".overview h1")).to_contain_text("6/6")
    go(page, f"nguon-goc?chi-so=ops_online_submission_rate&don-vi={SILENT}&ky=2026-M10")
    page.get_by_role("link", name="Sheet!C4").click()
    expect(page.locator("td.cs-focus")).to_have_attribute("title", re.compile("^C4: "), timeout=30_000)
    expect(page.locator("td.cs-focus")).to_contain_text("60")
    settled(page)
    expect(page.locator("table.list").last).to_contain_text("Sheet!C4")

    go(page, batch)
    page.get_by_role("button", name="Hoàn tác cả đợt").click()
    page.get_by_label("Lý do").fill("thử")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Hoàn tác", exact=True).click()
    expect(table).to_contain_text("Đã hoàn tác", timeout=30_000)
    go(page, "?ky=2026-M10")
    expect(page.locator(".overview h1")).to_contain_text("5/6")
    assert page.locator('[data-testid="stException"]').count() == 0 and not wrong


IN_SIGHT = """frame => {
  const [cell, seen] = [frame.querySelector('.cs-focus').getBoundingClientRect(), frame.getBoundingClientRect()]
  return cell.left >= seen.left && cell.right <= seen.right && cell.bottom <= seen.bottom
}"""


def test_the_picture_of_a_sheet_scrolls_by_itself_on_a_phone(browser, desk, tmp_path):
    page, wrong = watched(browser, desk, 360, 780)
    page.goto(f"{desk.address}/nop-bao-cao")
    settled(page)
    page.set_input_files('input[type="file"]', str(workbook(tmp_path / "mot tep.xlsx", "BÁO CÁO THÁNG 10 NĂM 2026", "ba mươi ba")))
    page.get_by_role("link", name="mot tep.xlsx").click(timeout=60_000)
    frame = page.locator(".cs-frame")
    expect(frame).to_be_visible(timeout=30_000)
    idle(page)
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert frame.evaluate(IN_SIGHT), "it begins at the cell that is asked about"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
    assert re.search("tep=[0-9]+", page.url) and not wrong


BESIDE = """() => [...document.querySelectorAll('.st-key-one-file [data-testid=stColumn]')].map(one => one.getBoundingClientRect())
  .map(({left, top}) => [Math.round(left), Math.round(top)])"""
STAYS = """() => {
  document.querySelector('.st-key-file-acts').scrollIntoView({ block: 'end' })
  const seen = document.querySelector('.cs-frame').getBoundingClientRect()
  return [seen.top >= 0, seen.top < innerHeight]
}"""
PRESSED = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, input, textarea, select)')]
  .filter(one => one.checkVisibility() && !one.closest('[data-testid=stRadio], .st-key-filters')).map(one => one.outerHTML.slice(0, 200))"""


def test_the_picture_stays_in_sight_beside_long_questions(browser, desk, tmp_path):
    page, _wrong = watched(browser, desk, 1100, 650)
    page.goto(f"{desk.address}/nop-bao-cao")
    settled(page)
    page.set_input_files('input[type="file"]', str(workbook(tmp_path / "hoi nhieu.xlsx", "BÁO CÁO SỐ LIỆU", "ba mươi tư")))
    page.get_by_role("link", name="hoi nhieu.xlsx").click(timeout=60_000)
    expect(page.locator(".cs-frame")).to_be_visible(timeout=30_000)
    idle(page)
    assert page.evaluate(STAYS) == [True, True]


def test_a_file_is_printed_with_its_picture_above_its_questions_and_nothing_to_press(browser, desk, tmp_path):
    page, _wrong = watched(browser, desk, 703, 1000)
    page.goto(f"{desk.address}/nop-bao-cao")
    settled(page)
    page.set_input_files('input[type="file"]', str(workbook(tmp_path / "de in.xlsx", "BÁO CÁO SỐ LIỆU", 34)))
    page.get_by_role("link", name="de in.xlsx").click(timeout=60_000)
    expect(page.locator(".cs-frame")).to_be_visible(timeout=30_000)
    idle(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})
    (left, above), (same, below) = page.evaluate(BESIDE)[:2]
    assert left == same and above < below
    assert page.locator(".cs-frame").evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    assert page.evaluate(PRESSED) == []
