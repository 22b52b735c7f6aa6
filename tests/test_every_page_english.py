"""Every page in the other language: no Vietnamese of ours is left, whatever stands there by its own name aside."""

from __future__ import annotations

import re

import pytest
from looked_over import further, menu
from walking import go, settled, watched

from catalogue.legal import legal_bases
from catalogue.units import units

pytestmark = pytest.mark.browser

VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
QUOTED = '[lang="vi"], textarea, [data-testid="stCode"], style, script, noscript'
SAID = """quoted => {
  const said = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(quoted)) said.push(walk.currentNode.data.trim())
  for (const name of ['title', 'aria-label', 'alt', 'placeholder'])
    document.querySelectorAll(`[${name}]`).forEach(e => e.closest(quoted) || said.push(e.getAttribute(name)))
  return [...new Set(said)].filter(text => text)
}"""


@pytest.mark.timeout(300)
def test_every_page_speaks_english(browser, served):
    names = {unit.bare_name for unit in units()} | {basis.number for basis in legal_bases().values() if basis.number}
    proper = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    page, _wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/?ngon-ngu=en")
    settled(page)
    found: list[str] = []
    for address in (*menu(), *further()):
        go(page, address)
        said = page.evaluate(SAID, QUOTED)
        found += [f"/{address}: {text}" for text in said if VIETNAMESE.search(proper.sub("", text)) or re.search(r"\d,\d+ ?%", text)]
        assert page.evaluate("document.documentElement.lang") == "en"
        assert "ngon-ngu=en" in page.url
    assert not found, "\n".join(found)
