"""A real browser checks a report: paste, read what is wrong and why, follow our figure to its origin; a broken file is answered."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from walking import settled, watched

pytestmark = pytest.mark.browser

REPORT = """ỦY BAN NHÂN DÂN HUYỆN ĐẮK GLEI
BÁO CÁO
Kết quả chuyển đổi số tháng 10 năm 2026

Kính gửi: Ủy ban nhân dân tỉnh Quảng Ngãi

1. Kết quả
- Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 12,3%.
- Người dân cài đặt <b>VneID</b>; kiểm tra 45/60 điểm (đạt 80%).
"""


def opened(browser, served, width):
    page, wrong = watched(browser, served, width, 900)
    page.goto(f"{served.address}/kiem-tra-bao-cao")
    settled(page)
    return page, wrong


def test_a_pasted_report_is_marked_and_explained(browser, served):
    page, wrong = opened(browser, served, 1440)
    page.get_by_label("Hoặc dán nội dung vào đây").fill(REPORT)
    page.keyboard.press("Control+Enter")
    text = page.locator(".check-text")
    expect(text).to_contain_text("VneID [Sai chính tả]", timeout=60_000)
    expect(text).to_contain_text("<b>")
    expect(page.get_by_role("status").filter(has_text="điểm cần sửa")).to_be_visible()
    expect(page.locator(".check-list").first).to_contain_text("12,3%")
    expect(page.get_by_text("45/60 là 75%")).to_be_visible()
    expect(page.get_by_role("link", name="Nguồn gốc số liệu").first).to_have_attribute("href", re.compile(r"^nguon-goc\?"))
    assert not wrong
    found = Axe().run(page).response["violations"]
    ours = [v["id"] for v in found for node in v["nodes"] if "check-" in node["html"]]
    assert not ours


def test_a_file_that_cannot_be_read_is_answered_on_a_phone(browser, served, tmp_path):
    page, wrong = opened(browser, served, 360)
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    page.set_input_files('input[type="file"]', str(broken))
    expect(page.get_by_text("Tệp báo cáo hỏng hoặc thiếu")).to_be_visible(timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not wrong
