"""A real browser sends a return back and takes its correction: download, mend, drop again, see what was mended, take it in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from small_area import SILENT
from test_correction import LIST
from test_remembering import PLAIN, form
from walking import go, idle, settled, watched

from catalogue.units import units

pytestmark = pytest.mark.browser
NAME = units()[SILENT].name
ONLINE = "Số hồ sơ tiếp nhận trực tuyến"


def downloaded(page, name: str) -> bytes:
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def dropped(page, path) -> None:
    """Drop one file on the page of returns and open its own."""
    page.set_input_files('input[type="file"]', str(path))
    page.get_by_role("link", name=path.name).click(timeout=60_000)
    idle(page)


def test_a_return_goes_back_and_its_correction_is_taken_in(browser, desk, tmp_path):
    page, wrong = watched(browser, desk, 1440, 900)
    sent = tmp_path / "Ngoc Linh thang 10.xlsx"
    sent.write_bytes(form(NAME, 10, PLAIN | {ONLINE: 500}))
    page.goto(f"{desk.address}/nop-bao-cao")
    settled(page)
    dropped(page, sent)
    page.get_by_text("Trả lại đơn vị gửi").click()
    made = load_workbook(io.BytesIO(downloaded(page, "Tải tệp đã đánh dấu ô cần sửa")))
    assert made.sheetnames[0] == LIST
    page.get_by_role("button", name="Đánh dấu đã trả lại").click()
    expect(page.locator(".desk-badge").first).to_contain_text("Đã trả lại", timeout=30_000)
    go(page, "thu-bao-cao?ky=2026-M10")
    expect(page.get_by_role("row", name=NAME).get_by_text("Đã trả lại")).to_be_visible()

    sheet = made.worksheets[1]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.comment]
    cell.value = 70
    mended = tmp_path / "CAN SUA - Ngoc Linh thang 10.xlsx"
    made.save(mended)
    go(page, "nop-bao-cao")
    dropped(page, mended)
    expect(page.get_by_text("đã sửa 1/1 chỗ được đánh dấu")).to_be_visible()
    page.get_by_role("button", name="Nhận tệp này").click()
    expect(page.locator(".desk-badge").first).to_contain_text("Đã nhận", timeout=30_000)
    go(page, "thu-bao-cao?ky=2026-M10")
    expect(page.get_by_role("row", name=NAME).get_by_text("Đã nhận")).to_be_visible()
    assert page.locator('[data-testid="stException"]').count() == 0 and not wrong


def test_a_batch_goes_back_as_one_zip(browser, desk, tmp_path):
    page, wrong = watched(browser, desk, 1440, 900)
    files = []
    for place, month in enumerate((7, 8)):
        files.append(tmp_path / f"thang {month}.xlsx")
        files[-1].write_bytes(form(NAME, month, PLAIN | {ONLINE: 500 + place}))
    page.goto(f"{desk.address}/nop-bao-cao")
    settled(page)
    page.set_input_files('input[type="file"]', [str(path) for path in files])
    page.get_by_role("button", name="Trả lại 2 tệp").click(timeout=60_000)
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "Tải tệp nén"))) as made:
        assert sorted(made.namelist()) == [
            f"{NAME}/{name}" for name in ("CẦN SỬA - thang 7.xlsx", "CẦN SỬA - thang 8.xlsx", "Lời nhắn.txt")
        ]
    assert not wrong
