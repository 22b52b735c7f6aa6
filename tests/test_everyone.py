"""For everyone: every page by the rules of WCAG 2.2 AA, by keyboard, enlarged, in the dark, and in English."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from served import HOUSE, serve
from small_area import filled
from test_browser import QUIET, browser, go, settled, watched  # noqa: F401

from catalogue.indicators import groups
from catalogue.legal import legal_bases
from catalogue.units import units

RULES = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""In the dark only what depends on colours is looked at again."""
WIDTHS = {"desktop": (1440, 900), "phone": (360, 780)}
FIGURE = "nguon-goc?chi-so=ops_online_submission_rate&don-vi=23341.2&ky=2026-M10"
FURTHER = [FIGURE, "don-vi?don-vi=23341.2", "danh-muc?chi-so=eid_l2_activated_rate", "?ky=2026-M07", "?don-vi=23365.2"]
VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
QUOTED = '[lang="vi"], [data-testid="stCode"], style, script'
SAID = """quoted => {
  const said = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(quoted)) said.push(walk.currentNode.data.trim())
  for (const name of ['title', 'aria-label', 'alt', 'placeholder'])
    document.querySelectorAll(`[${name}]`).forEach(e => e.closest(quoted) || said.push(e.getAttribute(name)))
  return [...new Set(said)].filter(text => text)
}"""

pytestmark = pytest.mark.browser


@cache
def addresses() -> tuple[str, ...]:
    """Every page of the frame's table, three groups of indicators for all, and some pages opened further."""
    declared = re.findall(r'Entry\(\w+\.show, .*?"([a-z-]+)"', (HOUSE / "dashboard.py").read_text(encoding="utf-8"))
    assert len(declared) > 7
    slugs = [groups()[code].slug for code in ("A", "G", "O")]
    return ("", *(address for address in declared if address != "tong-quan"), *slugs, *FURTHER)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("everyone")
    filled(folder).close()
    with serve(folder) as running:
        yield running


@cache
def theirs() -> tuple[dict[str, str], ...]:
    """What Streamlit itself does against a rule: rule, selector, reason."""
    with Path(__file__).with_name("streamlit_accessibility.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def violations(page: Page, scheme: str) -> list[str]:
    """What axe-core finds on the page as it stands, without what is Streamlit's own."""
    found = []
    for broken in Axe().run(page, options={"runOnly": RULES[scheme]}).response["violations"]:
        known = [row["selector"] for row in theirs() if row["rule"] == broken["id"]]
        for node in broken["nodes"]:
            selector = node["target"][-1]
            if not known or not page.evaluate(f"s => document.querySelector(s)?.matches({json.dumps(', '.join(known))})", selector):
                found.append(f"{broken['id']}: {node['html'][:200]}")
    return found


@pytest.mark.timeout(600)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_breaks_a_rule_of_wcag_in_light_or_dark(browser, served, width):  # noqa: F811
    page, _wrong = watched(browser, served, *WIDTHS[width])
    page.goto(served.address)
    settled(page)
    found = []
    for address in addresses():
        go(page, address)
        for scheme in RULES:
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(150)
            found += [f"/{address} in {scheme}: {broken}" for broken in violations(page, scheme)]
    assert not found, "\n".join(found)


@pytest.mark.timeout(300)
def test_every_page_speaks_english(browser, served):  # noqa: F811
    names = {unit.bare_name for unit in units()} | {basis.number for basis in legal_bases().values() if basis.number}
    proper = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/?ngon-ngu=en")
    settled(page)
    found: list[str] = []
    for address in addresses():
        go(page, address)
        said = page.evaluate(SAID, QUOTED)
        found += [f"/{address}: {text}" for text in said if VIETNAMESE.search(proper.sub("", text)) or re.search(r"\d,\d+ ?%", text)]
        assert page.evaluate("document.documentElement.lang") == "en"
        assert "ngon-ngu=en" in page.url
    assert not found, "\n".join(found)


def test_one_link_changes_the_language_and_back_at_the_same_place(browser, served):  # noqa: F811
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/vneid?ky=2026-M08")
    settled(page)
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="VNeID").first.wait_for()
    page.get_by_text("month 8/2026").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="Tiếng Việt").click()
    page.get_by_text("tháng 8/2026").first.wait_for()
    assert page.evaluate("document.documentElement.lang") == "vi" and "ngon-ngu" not in page.url
    assert wrong == []


@pytest.mark.timeout(300)
def test_nothing_is_lost_at_twice_the_size(browser, served):  # noqa: F811
    """A screen of 1440 by 900 enlarged to 200 %, and one of 1280 to 400 % (what WCAG calls reflow)."""
    page, _wrong = watched(browser, served, 720, 450, device_scale_factor=2)
    page.goto(served.address)
    settled(page)
    for width in (720, 320):
        page.set_viewport_size({"width": width, "height": 450})
        for address in addresses():
            go(page, address)
            page.wait_for_timeout(200)
            spill = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
            assert spill <= 0, f"/{address} at {width}"


def focused(page: Page) -> str:
    """The words of what has the focus, which must be seen to have it."""
    told, seen = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e), box = e.closest('[data-baseweb]')
      const ring = s.outlineStyle !== 'none' || s.boxShadow !== 'none' || (box && e.tagName === 'INPUT')
      return [e.innerText || e.getAttribute('aria-label') || '', Boolean(ring)] }""")
    assert seen, f"no visible focus on {told!r}"
    return told.split("\n")[0]


def tab_to(page: Page, words: str, most: int = 60) -> None:
    for _press in range(most):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    pytest.fail(f"{words!r} is not reached by keyboard")


def test_the_main_way_is_walked_by_keyboard(browser, served):  # noqa: F811
    """Skip the bar, choose a period, open a figure's cells; then the menu to the board of returns."""
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    page.keyboard.press("Tab")
    assert focused(page) == "Tới nội dung chính"
    page.keyboard.press("Enter")
    tab_to(page, "Kỳ báo cáo", 6)
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**ky=2026-M0*")
    settled(page)
    tab_to(page, "%")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nguon-goc?**")
    page.get_by_role("heading", name="Nguồn gốc số liệu").wait_for()
    assert wrong == []
