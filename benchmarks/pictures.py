"""`python -m benchmarks.pictures`: the pictures of the readme, taken from the running application with the demo in its store."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measure import HOUSE, served

FOLDER = HOUSE / "docs" / "images"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
PICTURES = {
    "tong-quan": ("", WIDE),
    "tong-quan-dien-thoai": ("", PHONE),
    "vneid": ("vneid", WIDE),
    "thu-bao-cao": ("thu-bao-cao", WIDE),
    "don-vi": ("don-vi", WIDE),
    "kiem-tra-bao-cao": ("kiem-tra-bao-cao", WIDE),
}
GIVEN = {"kiem-tra-bao-cao": Path(__file__).with_name("bao-cao-thang-10.txt")}
"""What is handed to a page before its picture is taken: a report on the demonstration that says some things wrong."""
COLOURS = 256


def still(page: Page) -> None:
    """Wait until the page has stopped drawing and its words are in its language."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.locator("html[data-words]").wait_for(state="attached", timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')", timeout=60_000)
    page.wait_for_timeout(2000)


def take(browser: Browser, port: int, address: str, size: dict[str, int], path: Path, given: Path | None) -> None:
    """One picture of one page, in few colours, so that it is small."""
    page = browser.new_page(viewport=size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")  # type: ignore[arg-type]
    page.goto(f"http://127.0.0.1:{port}/{address}")
    still(page)
    if given:
        page.set_input_files("input[type=file]", given)
        page.locator(".check-counts").first.wait_for(timeout=60_000)
        still(page)
        page.get_by_role("status").first.evaluate("said => { said.style.scrollMarginTop = '5rem'; said.scrollIntoView() }")
    page.screenshot(path=path)
    page.close()
    with Image.open(path) as taken:
        taken.convert("RGB").quantize(COLOURS, kmeans=3, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> int:
    """Take every picture of the store in use; the demo is made where that is empty."""
    subprocess.run([sys.executable, "-m", "demo", "ensure"], cwd=HOUSE, check=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served("server", {}) as (port, _), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (address, size) in PICTURES.items():
            take(browser, port, address, size, FOLDER / f"{name}.png", GIVEN.get(name))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
