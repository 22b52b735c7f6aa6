"""Single pages in a real browser: the first screen, print, deep links, Streamlit's own words, a report written and taken away."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from walking import settled, sized, watched

from report.linter import lint

pytestmark = pytest.mark.browser
DARK = """() => {
  // grounds darker than middle grey and labels lighter than it, bars and signs apart
  const light = colour => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return a < .1 ? null : (r + g + b) / 765 }
  const bad = (one, property, wrong) => { const found = light(getComputedStyle(one)[property]); return found !== null && wrong(found) }
  const all = which => [...document.querySelectorAll(which)], main = '[data-testid=stMain]'
  const grounds = all(`body, .stApp, ${main}, ${main} :is(input, [role=group]), .main-svg`)
  const black = grounds.filter(one => bad(one, 'backgroundColor', shade => shade < .5))
  const white = all(`${main} :is(label, input)`).filter(one => bad(one, 'color', shade => shade > .5))
  return [...black, ...white].map(one => one.outerHTML.slice(0, 120))
}"""


def test_a_deep_link_opens_its_page_and_choice(browser, served):
    page, wrong = watched(browser, served, 1440, 900, reduced_motion="no-preference")
    page.goto(f"{served.address}/vneid?ky=2026-M08")
    settled(page)
    assert "VNeID" in page.locator("h1").first.inner_text()
    assert "tháng 8/2026" in page.locator(".lede").inner_text()
    assert wrong == []


def test_the_overview_fits_its_screens_and_prints_on_one_page(browser, served):
    """The first block stands above the fold and nothing else; two thumb scrolls show it all on a phone."""
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    for width, height in ((1440, 900), (1366, 768)):
        sized(page, width, height)
        for what in ("h1", ".cards", ".attention", ".buttons"):
            box = page.locator(what).first.bounding_box()
            assert box and box["y"] + box["height"] <= height, what
        assert page.locator("h2#chi-tieu").bounding_box()["y"] >= height - 60
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    text = "".join(printed.pages[0].extract_text().split())
    assert len(printed.pages) == 1
    assert all(said in text for said in ("HuyệnĐắkGlei", "Tháng10/2026", "Theođịagiớimới", "Cầnchúý", "14/10/2026"))
    sized(page, 360, 780)
    box = page.locator(".buttons").bounding_box()
    assert box and box["y"] + box["height"] <= 3 * 780


def test_a_page_seen_in_the_dark_prints_black_on_white(browser, served):
    page, _wrong = watched(browser, served, 1440, 900, color_scheme="dark")
    page.goto(f"{served.address}/vneid")
    settled(page)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.emulate_media(media="print", color_scheme="dark")
    dark = page.evaluate(DARK)
    assert dark == [], dark


CUT = """() => [...document.querySelectorAll('[data-testid=stSidebarNavLink] p')]
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth).map(one => one.innerText)"""


def test_the_menu_of_a_phone_names_its_pages_in_full_and_makes_room_for_the_one_chosen(browser, served):
    page, wrong = watched(browser, served, 360, 780)
    page.goto(served.address)
    settled(page)
    page.get_by_role("button", name="Mở trình đơn").click()
    link = page.get_by_test_id("stSidebarNavLink").filter(has_text="Chữ ký số")
    link.wait_for()
    assert page.evaluate(CUT) == []
    link.click()
    page.get_by_role("heading", name="Chữ ký số", level=1).wait_for()
    expect(link).not_to_be_in_viewport()
    assert not wrong


def test_page_files_are_not_addresses(browser, served):
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/overview")
    page.get_by_text("Không có trang “overview”; đây là trang Tổng quan.").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_streamlit_are_vietnamese(browser, served, scheme):
    page, wrong = watched(browser, served, 1440, 900, color_scheme=scheme)
    page.goto(f"{served.address}/nop-bao-cao")
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "vi"
    page.get_by_role("button", name="Tải lên").wait_for()  # the words are swapped as soon as they are drawn
    seen = page.locator("body").inner_text()
    for english in ("Upload", "Drag and drop", "Browse files", "per file", "Choose an option", "Rerun"):
        assert english not in seen
    assert wrong == []


def test_a_report_is_written_kept_and_taken_away(browser, desk):
    page, wrong = watched(browser, desk, 1440, 900)
    page.goto(f"{desk.address}/bao-cao?don-vi=23341.2&ky=2026-M10")
    settled(page)
    assert "XÃ ĐĂK PÉK" in page.locator(".paper").inner_text()
    page.get_by_text("5. Đề xuất, kiến nghị").last.click()
    field = page.locator('[data-testid="stTextArea"] textarea:visible').first
    field.fill("Đề nghị mở lớp tập huấn.")
    field.blur()
    page.get_by_role("button", name="Lưu lời này").locator("visible=true").first.click()
    page.locator(".paper", has_text="Đề nghị mở lớp tập huấn.").wait_for(timeout=60_000)
    with page.expect_download(timeout=60_000) as taken:
        page.get_by_role("button", name="Tải tệp Word").click()
    assert taken.value.suggested_filename == "bao-cao-23341.2-2026-M10.docx"
    assert lint(Path(taken.value.path()).read_bytes()) == []
    assert wrong == []
