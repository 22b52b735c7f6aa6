"""A real browser for the tests of pages: one Chromium and one served store for a whole run, a store of its own for who changes it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from served import Served, serve
from small_area import filled

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
# A second list of features takes the place of Playwright's own, so what matters of that one stands here again.
UNUSED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",  # two pages behind the address bar of every window: half of what it costs to open one
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints", "NetworkTimeServiceQuerying",
    "AimEnabled", "PreconnectToSearch", "Translate",
)  # fmt: skip
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--disable-features={','.join(UNUSED)}",
]  # fmt: skip
# Streamlit's client looks for its base path beside a deep link first: these two answers are 404 by design.
LOOKING = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")


FOLLOW = """to => new Promise(begun => {
  const seen = new MutationObserver(() => { seen.disconnect(); begun() })
  seen.observe(document.querySelector('[data-testid=stApp]'), { attributeFilter: ['data-test-script-state'] })
  setTimeout(begun, 10000)  // the address of the page that is shown already begins no run
  history.pushState({}, '', '/' + to)
  dispatchEvent(new PopStateEvent('popstate'))
})"""
"""Go to an address inside the application; ends when the run that draws it has begun."""

STILL = """async () => {
  const soon = new Promise(late => setTimeout(late, 2000))  // a window that is not drawn draws no frame and ends no transition
  const drawn = new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))
  await Promise.race([drawn, soon])
  const ending = document.getAnimations().filter(one => one instanceof CSSTransition)
  await Promise.race([Promise.allSettled(ending.map(one => one.finished)), soon])
}"""
"""Ends when the page is drawn as it now stands and no colour or place is on its way any more."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail(f"no Chromium at {CHROMIUM}: install Debian's package chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def area(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small area's store, filled once: to be copied, never changed."""
    folder = tmp_path_factory.mktemp("area")
    filled(folder).close()
    return folder


@pytest.fixture(scope="session")
def served(area: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small area served to all tests that only look."""
    folder = shutil.copytree(area, tmp_path_factory.mktemp("served"), dirs_exist_ok=True)
    with serve(folder) as running:
        yield running


@pytest.fixture(scope="module")
def desk(area: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small area served to one module of tests, which may change it."""
    folder = shutil.copytree(area, tmp_path_factory.mktemp("desk"), dirs_exist_ok=True)
    with serve(folder) as running:
        yield running


@pytest.fixture(autouse=True)
def closed_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """No page of a test lives on beside those of the next."""
    yield
    if "browser" in request.fixturenames:
        for context in request.getfixturevalue("browser").contexts:
            context.close()


def watched(browser: Browser, served: Served, width: int, height: int, **settings) -> tuple[Page, list[str]]:
    """A fresh page, and the list in which whatever goes wrong on it will be written. It asks for little motion, as a reader may: a machine
    that draws each step of it by itself is busy with nothing else."""
    asked_for = {"locale": "vi-VN", "reduced_motion": "reduce", **settings}
    page = browser.new_context(viewport={"width": width, "height": height}, **asked_for).new_page()
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


FAILED = re.compile("Trang này gặp lỗi|Something went wrong on this page")
"""What the server says where a page fails that nobody provoked."""


def settled(page: Page) -> None:
    """Wait until the run in progress has ended, its heading stands and Streamlit's own words are in the language of the page; no part of it
    has failed."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_selector('h1, [data-testid="stException"], [data-testid="stAlertContentError"]', timeout=60_000)
    page.wait_for_selector("html[data-words]", state="attached", timeout=60_000)
    assert not (failed := page.get_by_text(FAILED).all_inner_texts()), f"{page.url}: {failed}"


def idle(page: Page) -> None:
    """Wait until the run that an action began has ended."""
    page.wait_for_timeout(300)
    settled(page)


def go(page: Page, address: str) -> None:
    """Follow a link of the application to an address, without loading everything anew."""
    page.evaluate(FOLLOW, address)
    settled(page)


def sized(page: Page, width: int, height: int) -> None:
    """The page on a screen of another size."""
    page.set_viewport_size({"width": width, "height": height})
    still(page)


def still(page: Page) -> None:
    """Wait until the page is drawn as it now stands."""
    page.evaluate(STILL)


def spill(page: Page, seconds: float = 8) -> int:
    """By how many pixels the page is wider than its screen, once charts have taken their size."""
    wider = "document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
    for _attempt in range(int(seconds * 10)):
        if page.evaluate(wider) <= 0:
            return 0
        page.wait_for_timeout(100)
    return page.evaluate(wider)
