"""Groups of indicators, and pages opened further than their first view, draw, fit and keep the rules of WCAG 2.2 AA as every page does."""

import pytest
from looked_over import HEIGHTS, RULES, drawn, further, looked_over, other_groups
from walking import go, settled, watched

pytestmark = pytest.mark.browser


@pytest.mark.timeout(500)
def test_groups_and_pages_opened_further_draw_fit_and_keep_the_rules_of_wcag(browser, served):
    found = looked_over(browser, served, further())
    assert not found, "\n".join(found)


def test_every_group_of_indicators_draws_on_a_phone(browser, served):
    width = min(RULES)
    page, wrong = watched(browser, served, width, HEIGHTS[width])
    page.goto(served.address)
    settled(page)
    found = []
    for address in other_groups():
        go(page, address)
        found += [f"/{address} {fault}" for fault in (*drawn(page), *wrong)]
        wrong.clear()
    assert not found, "\n".join(found)
