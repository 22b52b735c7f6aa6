"""A real browser walks every page, wide and narrow: no exception box, no console error, no request to another host."""

from __future__ import annotations

import os
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader
from served import serve
from small_area import filled

from catalogue.indicators import groups
from report.linter import lint

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
OTHERS = ["", "don-vi", "thu-bao-cao", "nop-bao-cao", "chi-tieu", "danh-muc", "kham-pha", "nhiem-vu", "nguon-goc", "bao-cao", "so-van-ban"]
ADDRESSES = OTHERS + [group.slug for group in groups().values()]
WIDTHS = {"desktop": (1440, 900), "phone": (360, 780)}
# Streamlit's client looks for its base path beside a deep link first: these two answers are 404 by design.
LOOKING = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("walked")
    filled(folder).close()
    with serve(folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser():
    if not Path(CHROMIUM).exists():
        pytest.fail(f"no Chromium at {CHROMIUM}: install Debian's package chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=QUIET)
        yield opened
        opened.close()


def watched(browser, served, width: int, height: int, **settings) -> tuple[Page, list[str]]:
    """A fresh page, and the list in which whatever goes wrong on it will be written."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", **settings).new_page()
    wrong: list[str] = []

    def heard(message) -> None:
        if message.type == "error" and not LOOKING.search(message.location.get("url", "")):
            wrong.append(f"console: {message.text} {message.location.get('url', '')}")

    def asked(request) -> None:
        if not request.url.startswith((served.address, "data:", "blob:")):
            wrong.append(f"outside: {request.url}")

    page.on("console", heard)
    page.on("request", asked)
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    return page, wrong


def settled(page: Page) -> None:
    """Wait until the run in progress has ended and its heading stands."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_selector('h1, [data-testid="stException"], [data-testid="stAlertContentError"]', timeout=60_000)


def go(page: Page, address: str) -> None:
    """Follow a link of the application to an address, without loading everything anew."""
    page.evaluate("to => { history.pushState({}, '', '/' + to); dispatchEvent(new PopStateEvent('popstate')) }", address)
    page.wait_for_timeout(250)
    settled(page)


def fits(page: Page, address: str) -> None:
    """Nothing is wider than the screen, once charts have taken their size."""
    for _attempt in range(40):
        spill = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
        if spill <= 0:
            return
        page.wait_for_timeout(200)
    pytest.fail(f"/{address} is {spill} px wider than the screen")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_draws(browser, served, width):
    page, wrong = watched(browser, served, *WIDTHS[width])
    page.goto(served.address)
    settled(page)
    for address in ADDRESSES:
        go(page, address)
        assert page.locator('[data-testid="stException"]').count() == 0, (
            f"/{address}: {page.locator('[data-testid=stException]').inner_text()}"
        )
        assert page.locator('[role="dialog"]').count() == 0, f"/{address}: {page.locator('[role=dialog]').inner_text()}"
        fits(page, address)
        assert wrong == [], f"/{address}"


def test_a_deep_link_opens_its_page_and_choice(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/vneid?ky=2026-M08")
    settled(page)
    assert "VNeID" in page.locator("h1").first.inner_text()
    assert "tháng 8/2026" in page.locator(".lede").inner_text()
    assert wrong == []


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1366, 768)])
def test_the_first_block_stands_above_the_fold_and_nothing_else(browser, served, width, height):
    page, _wrong = watched(browser, served, width, height)
    page.goto(served.address)
    settled(page)
    for what in ("h1", ".cards", ".attention", ".buttons"):
        box = page.locator(what).first.bounding_box()
        assert box and box["y"] + box["height"] <= height, what
    assert page.locator("h2#chi-tieu").bounding_box()["y"] >= height - 60


def test_the_overview_prints_on_one_page(browser, served):
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    text = "".join(printed.pages[0].extract_text().split())
    assert len(printed.pages) == 1
    assert all(said in text for said in ("HuyệnĐắkGlei", "Tháng10/2026", "Theođịagiớimới", "Cầnchúý", "14/10/2026"))


def test_two_thumb_scrolls_show_it_all_on_a_phone(browser, served):
    page, _wrong = watched(browser, served, 360, 780)
    page.goto(served.address)
    settled(page)
    box = page.locator(".buttons").bounding_box()
    assert box and box["y"] + box["height"] <= 3 * 780


def test_a_number_of_the_sentence_leads_on_and_back(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    page.locator(".card .value a").first.click()
    page.wait_for_url("**/nguon-goc?**")
    page.get_by_role("heading", name="Nguồn gốc số liệu").wait_for()
    page.get_by_text("S1!C", exact=False).first.wait_for()
    page.go_back()
    page.locator(".cards").wait_for()
    assert wrong == []


def test_page_files_are_not_addresses(browser, served):
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/overview")
    page.get_by_role("dialog").get_by_text("Không tìm thấy trang").wait_for()


def test_it_prints_on_one_sheet(browser, served, tmp_path):
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    page.pdf(path=tmp_path / "a4.pdf", format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "a4.pdf").read_bytes())) == 1


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


def test_a_report_is_written_kept_and_taken_away(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/bao-cao?don-vi=23341.2&ky=2026-M10")
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
