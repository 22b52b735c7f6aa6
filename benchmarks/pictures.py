"""`python -m benchmarks.pictures`: the pictures of the readme, taken from the running application with the demo in its store."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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


def take(browser: Browser, port: int, address: str, size: dict[str, int], path: Path) -> None:
    """One picture of one page, once it has stopped drawing."""
    page = browser.new_page(viewport=size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")  # type: ignore[arg-type]
    page.goto(f"http://127.0.0.1:{port}/{address}")
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')", timeout=60_000)
    page.wait_for_timeout(2000)
    page.screenshot(path=path)
    page.close()


def main() -> int:
    """Take every picture of the store in use."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served("server", {}) as (port, _), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (address, size) in PICTURES.items():
            take(browser, port, address, size, FOLDER / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
