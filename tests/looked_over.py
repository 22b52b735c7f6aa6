"""A page looked over in every width and colour: it draws, fits, is not cut, asks nobody else and keeps the rules of WCAG 2.2 AA."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from served import HOUSE, Served
from walking import go, settled, sized, spill, still, watched

from catalogue.indicators import groups

ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RULES = {1440: {"light": ALL, "dark": COLOURS}, 360: {"light": ALL, "dark": COLOURS}}
"""In the dark only what depends on colours is looked at again."""
ENLARGED = (720, 320)
"""A screen of 1440 at 200 %, and one of 1280 at 400 % (what WCAG calls reflow)."""
HEIGHTS = {1440: 900, 720: 450, 360: 780, 320: 450}
FIGURE = "nguon-goc?chi-so=ops_online_submission_rate&don-vi=23341.2&ky=2026-M10"
FURTHER = [FIGURE, "don-vi?don-vi=23341.2", "danh-muc?chi-so=eid_l2_activated_rate", "?ky=2026-M07", "?don-vi=23365.2"]
CUT = """() => {
  // texts of the page that reach beyond a box which hides what does not fit and cannot be scrolled
  const hides = way => way === 'hidden' || way === 'clip', rolls = way => way === 'auto' || way === 'scroll', found = []
  for (const one of document.querySelectorAll('[data-testid=stMain] *')) {
    const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    if (!own || one.closest('svg, .unseen, [aria-hidden=true], details:not([open]) > :not(summary)') || !one.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(one)
    const text = range.getBoundingClientRect()
    if (text.width < 2) continue
    for (let box = one; box.dataset?.testid !== 'stMain'; box = box.parentElement) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect()
      if (style.clipPath !== 'none' || rolls(style.overflowX) || rolls(style.overflowY)) break
      const wide = hides(style.overflowX) && (text.right > edge.right + 2 || text.left < edge.left - 2)
      const high = hides(style.overflowY) && (text.bottom > edge.bottom + 4 || text.top < edge.top - 4)
      if (wide || high) { found.push(`${one.innerText.slice(0, 80)} (${box.tagName}.${box.className})`); break }
    }
  }
  return found
}"""
BROKEN = '[data-testid="stException"], [role="dialog"]'
CHECK = """async options => (await axe.run(options)).violations.map(
  broken => [broken.id, broken.nodes.map(node => [node.target.at(-1), node.html, node.failureSummary])])"""


@cache
def menu() -> tuple[str, ...]:
    """The address of every page of the frame's table."""
    declared = re.findall(r'Entry\(\w+\.show, .*?"([a-z-]+)"', (HOUSE / "dashboard.py").read_text(encoding="utf-8"))
    assert len(declared) > 7
    return ("", *(address for address in declared if address != "tong-quan"))


@cache
def further() -> tuple[str, ...]:
    """Three groups of indicators for all, and some pages opened further."""
    return (*(groups()[code].slug for code in ("A", "G", "O")), *FURTHER)


def other_groups() -> list[str]:
    """Pages made like one of those above, of which it is enough that they draw."""
    return [group.slug for group in groups().values() if group.slug not in further()]


@cache
def theirs() -> tuple[dict[str, str], ...]:
    """What Streamlit itself does against a rule: rule, selector, reason."""
    with Path(__file__).with_name("streamlit_accessibility.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def violations(page: Page, rules: dict[str, object]) -> list[str]:
    """What axe-core finds on the page as it stands, without what is Streamlit's own."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found = []
    for rule, nodes in page.evaluate(CHECK, {"runOnly": rules, "resultTypes": ["violations"], "preload": False}):
        known = ", ".join(row["selector"] for row in theirs() if row["rule"] == rule)
        for selector, html, why in nodes:
            if not known or not page.evaluate(f"s => document.querySelector(s)?.matches({json.dumps(known)})", selector):
                found.append(f"{rule}: {html[:200]} {why}")
    return found


def drawn(page: Page) -> list[str]:
    """What stands in the way of the page: an exception, a box over it, or what is wider than the screen."""
    boxes = page.locator(BROKEN).all_inner_texts()
    return [f"box: {text[:300]}" for text in boxes] + ([f"{spilt} px too wide"] if (spilt := spill(page)) > 0 else [])


def coloured(page: Page, scheme: str) -> None:
    """The page in light or dark, once Streamlit has drawn it so and no colour is on its way any more."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_function("s => getComputedStyle(document.querySelector('.stApp')).colorScheme === s", arg=scheme)
    still(page)


def seen(page: Page, schemes: Sequence[str]) -> list[str]:
    """What does not fit, breaks a rule or is cut, at each width in light and dark (in the order given) and enlarged."""
    found = []
    for scheme in schemes:
        for width in RULES:
            sized(page, width, HEIGHTS[width])
            coloured(page, scheme)
            where = f"at {width} in {scheme}"
            found += [f"{where}: {fault}" for fault in (*drawn(page), *violations(page, RULES[width][scheme]))]
    for width in ENLARGED:
        sized(page, width, HEIGHTS[width])
        found += [f"at {width}: {fault}" for fault in (*drawn(page), *(f"cut: {text}" for text in page.evaluate(CUT)))]
    width = next(iter(RULES))
    sized(page, width, HEIGHTS[width])
    return found


def looked_over(browser: Browser, served: Served, addresses: Sequence[str]) -> list[str]:
    """Whatever is wrong with these pages. Each is opened once and looked at in every way; the next begins in the colours in which the last
    one ended."""
    width, *_narrower = RULES
    page, wrong = watched(browser, served, width, HEIGHTS[width])
    page.goto(served.address)
    settled(page)
    found, schemes = [], ["light", "dark"]
    for address in addresses:
        go(page, address)
        found += [f"/{address} {fault}" for fault in (*seen(page, schemes), *wrong)]
        wrong.clear()
        schemes.reverse()
    return found
