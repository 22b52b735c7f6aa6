"""A real browser answers a request: a letter is dropped, its items are answered, what is missing is recorded and watched."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_asked import LETTER
from walking import go, idle, settled, watched

pytestmark = pytest.mark.browser


def test_from_a_letter_to_the_answer_and_the_register(browser, desk, tmp_path):
    letter = tmp_path / "cong van.txt"
    letter.write_text(LETTER, encoding="utf-8")
    page, wrong = watched(browser, desk, 1440, 900)
    page.goto(f"{desk.address}/yeu-cau")
    settled(page)
    page.set_input_files('input[type="file"]', str(letter))
    answers = page.get_by_role("region", name="Những gì được hỏi")
    expect(answers).to_contain_text("Số hồ sơ tiếp nhận trực tuyến", timeout=60_000)
    expect(answers).to_contain_text("Mới có một phần: 5/6 đơn vị có số liệu")
    expect(answers).to_contain_text("Không thuộc số liệu lưu ở đây")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải bản trả lời").click()
    assert saved.value.suggested_filename == "tra-loi.xlsx"

    page.get_by_text("Ghi vào sổ yêu cầu để theo dõi").click()
    page.get_by_label("Số, ký hiệu văn bản").fill("1628/SKHCN-CĐS")
    page.keyboard.press("Tab")
    idle(page)
    page.get_by_role("button", name="Ghi nhận", exact=True).click()
    expect(page.get_by_role("region", name="Sổ yêu cầu")).to_contain_text("1628/SKHCN-CĐS", timeout=60_000)
    go(page, "thu-bao-cao")
    expect(page.get_by_text("1 yêu cầu trong sổ còn xã chưa trả lời")).to_be_visible(timeout=60_000)
    assert wrong == []
