"""A real browser turns the table of figures, takes it away and finds the same figures in the files."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from pyarrow import parquet
from walking import settled, watched

pytestmark = pytest.mark.browser


def taken(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.path().read_bytes()


def test_a_table_is_turned_by_its_address_and_taken_away(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/kham-pha?ky=2026-M10&muc=ops_online_submission_rate,eid_l2_issued&so-ky=3&hang=xa")
    settled(page)
    table = page.locator("table.turned")
    expect(table.locator("tbody tr")).to_have_count(7)
    expect(table).to_contain_text("Số đếm")
    silent = table.locator("tbody tr", has_text="Xã Ngọc Linh").locator("td")
    expect(silent.nth(2)).to_have_text("–")
    total = table.locator("tr.whole td").nth(2).inner_text().replace("\n", " ")

    book = load_workbook(io.BytesIO(taken(page, "Tệp Excel có công thức")))
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    last = next(row for row in rows if row[0] == "Tổng cộng")
    assert all(isinstance(cell, str) and cell.startswith("=") for cell in last[1:])
    held = list(csv.reader(io.StringIO(taken(page, "CSV").decode("utf-8-sig"))))
    mine = [row for row in held[1:] if row[1] == "ops_online_submission_rate" and row[2] == "Tháng 10/2026" and row[6]]
    assert {row[9] for row in mine} == {"đủ"} and all(row[6].isdigit() for row in mine), "counts without a point, states in words"
    above, below = (sum(float(row[place]) for row in mine) for place in (6, 7))
    assert f"{above:.0f}/{below:.0f}" in total and f"{100 * above / below:.1f}".replace(".", ",") in total
    whole = parquet.read_table(io.BytesIO(taken(page, "Parquet"))).to_pandas()
    assert len(whole) == len(held) - 1 == 2 * 3 * 6
    assert not wrong


def test_another_axis_in_the_rows_is_chosen_by_a_click_and_kept_in_the_address(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/kham-pha?ky=2026-M10&muc=ops_online_submission_rate&so-ky=3")
    settled(page)
    page.get_by_label("Xếp theo hàng").click()
    page.get_by_role("option", name="Kỳ", exact=True).click()
    expect(page.locator("table.turned tbody tr").last).to_contain_text("Cả các kỳ", timeout=20_000)
    assert "xep=ky" in page.url and not wrong


def test_a_figure_leads_to_its_origin(browser, served):
    page, wrong = watched(browser, served, 360, 780)
    page.goto(f"{served.address}/kham-pha?ky=2026-M10&muc=ops_online_submission_rate")
    settled(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
    page.locator("table.turned tbody a").first.click()
    expect(page.locator("h1")).to_contain_text("Nguồn gốc", timeout=30_000)
    assert not wrong
