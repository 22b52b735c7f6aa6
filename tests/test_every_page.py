"""Every page of the menu draws, fits, is not cut, asks nobody else and keeps the rules of WCAG 2.2 AA, in every width and colour."""

import pytest
from looked_over import looked_over, menu

pytestmark = pytest.mark.browser


@pytest.mark.timeout(600)
def test_every_page_of_the_menu_draws_fits_and_keeps_the_rules_of_wcag(browser, served):
    found = looked_over(browser, served, menu())
    assert not found, "\n".join(found)
