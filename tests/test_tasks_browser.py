"""A real browser keeps the register of tasks: types one, takes others from a workbook, sees the late on top and the figure made of them."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect
from served import serve
from walking import go, settled, watched

from store import Task, open_store

pytestmark = pytest.mark.browser
UNIT, PLAN = "23356.2", "tri-tue-nhan-tao"


def test_tasks_are_typed_and_taken_from_a_workbook_the_late_stand_on_top_and_a_figure_is_made_of_them(browser, area, tmp_path):
    folder = shutil.copytree(area, tmp_path / "tasks")
    register = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    for title, due, done in (("Việc đã xong", "2026-06-30", "2026-06-20"), ("Việc quá hạn", "2026-09-30", None)):
        days = dt.date(2026, 2, 1), dt.date.fromisoformat(due), dt.date.fromisoformat(done) if done else None
        register.save(Task(UNIT, title, "KH 1", *days, plan=PLAN, evidence="https://example.org/bien-ban"), "test")
    with serve(folder) as running:
        page, wrong = watched(browser, running, 1440, 900)
        page.goto(f"{running.address}/nhiem-vu?ky=2026-M10")
        settled(page)
        typed(page)
        assert [task.title for task in register.every(Task)] == ["Việc đã xong", "Việc quá hạn", "Việc <b>mới</b>"]
        go(page, "nhiem-vu?ky=2026-M10&sua=nhap")
        taken_from_a_workbook(page, tmp_path / "nhiem vu.xlsx")
        go(page, f"nguon-goc?ky=2026-Q3&chi-so=ai_task_completion_rate&don-vi={UNIT}")
        expect(page.locator("body")).to_contain_text("= 1 / 2")
        expect(page.locator("body")).to_contain_text("Tính từ sổ nhiệm vụ")
        assert not wrong
    register.close()


def typed(page) -> None:
    rows = page.locator(".desk-duties tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Việc quá hạn")
    expect(rows.first).to_contain_text("quá hạn")
    expect(rows.nth(1).get_by_role("link", name="Minh chứng")).to_have_attribute("rel", "noopener noreferrer")
    page.get_by_role("link", name="+ Thêm nhiệm vụ").click()
    page.get_by_label("Nội dung nhiệm vụ").fill("Việc <b>mới</b>")
    page.get_by_label("Văn bản giao: số, ngày, trích yếu").fill("Công văn 12/UBND")
    page.get_by_role("button", name="Ghi nhận").click()
    expect(rows).to_have_count(3, timeout=30_000)
    expect(page.locator(".desk-duties")).to_contain_text("Việc <b>mới</b>")
    assert page.locator(".desk-duties b").count() == 0


def taken_from_a_workbook(page, path) -> None:
    book = Workbook()
    for line in (
        ("PHỤ LỤC kèm theo Kế hoạch số 35/KH-UBND ngày 15/01/2026 về trí tuệ nhân tạo",),
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Kết quả"),
        (1, "Tập huấn công cụ AI", "UBND xã Đăk Pék", "30/6/2026", "Hoàn thành ngày 12/6/2026"),
        (2, "Thử nghiệm trợ lý ảo", "Phòng lạ", "30/9/2026", ""),
    ):
        book.active.append(line)
    book.save(path)
    page.set_input_files('input[type="file"]', str(path))
    expect(page.get_by_text("Có 1/2 hàng chưa chắc chắn", exact=False)).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Ghi 1 nhiệm vụ vào sổ").click()
    expect(page.locator(".desk-duties")).to_contain_text("Tập huấn công cụ AI", timeout=30_000)
