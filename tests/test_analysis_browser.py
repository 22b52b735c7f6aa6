"""The analysts' questions in a real browser: what if, what really changed, and the way from a card to the cell and back."""

from __future__ import annotations

import pytest
from walking import go, idle, settled, watched

pytestmark = pytest.mark.browser


def test_what_is_supposed_stands_in_the_address_and_only_its_part_is_drawn_again(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/vneid?chi-so=eid_l2_activated_rate&neu-dat=90")
    settled(page)
    page.get_by_text("đạt 90% thì toàn khu vực").wait_for()
    page.get_by_role("slider").press("ArrowRight")
    page.get_by_text("đạt 91% thì toàn khu vực").wait_for()
    page.wait_for_url("**neu-dat=91**")
    page.reload()
    settled(page)
    page.get_by_text("đạt 91% thì toàn khu vực").wait_for()
    assert wrong == []


def test_from_the_card_to_the_cell_in_three_clicks_and_back(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(served.address)
    settled(page)
    page.locator(".card .value a").first.click()
    page.wait_for_url("**/nguon-goc?**")
    page.get_by_role("heading", name="Nguồn gốc số liệu").wait_for()
    page.locator(".lede", has_text="Huyện Đắk Glei").wait_for()
    page.get_by_text("S1!C", exact=False).first.wait_for()
    page.go_back()
    page.locator(".cards").wait_for()
    page.go_forward()
    page.locator(".lede", has_text="Huyện Đắk Glei").wait_for()
    page.locator("table.list th a", has_text="Xã Đăk Pék").first.click()
    page.locator(".lede", has_text="Xã Đăk Pék").wait_for()
    page.get_by_role("link", name="S1!C5").first.click()
    page.locator("nav.crumbs span", has_text="Ô C5").wait_for()
    cell = page.url
    page.locator("nav.crumbs a", has_text="Xã Đăk Pék").click()
    page.locator("nav.crumbs span", has_text="Ô C5").wait_for(state="detached")
    page.locator("nav.crumbs a", has_text="Huyện Đắk Glei").click()
    page.locator(".lede", has_text="Huyện Đắk Glei").wait_for()
    page.go_back()
    page.locator(".lede", has_text="Xã Đăk Pék").wait_for()
    page.locator("nav.crumbs a", has_text="Tổng quan").click()
    page.locator(".cards").wait_for()
    page.goto(cell)
    page.locator("nav.crumbs span", has_text="Ô C5").wait_for()
    assert wrong == []


def test_every_link_of_a_group_page_leads_somewhere(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    page.goto(f"{served.address}/vneid")
    settled(page)
    links = page.eval_on_selector_all(
        ".stMain .page a[href], .stMain .legend a[href]", "all => [...new Set(all.map(a => a.pathname + a.search))]"
    )
    kinds = {link.split("?")[0]: link for link in links}
    assert {"/vneid", "/nguon-goc", "/don-vi", "/phuong-phap"} >= set(kinds) >= {"/vneid", "/nguon-goc", "/don-vi"}
    for link in kinds.values():
        go(page, link.removeprefix("/"))
        assert page.locator('[data-testid="stException"], [role="dialog"]').count() == 0, link
    assert wrong == []


def test_choosing_an_indicator_draws_only_what_shows_it(browser, served):
    page, wrong = watched(browser, served, 1440, 900)
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
    page.goto(served.address)
    settled(page)
    page.locator("#dien-bien").wait_for()
    whole = sum(sent)
    sent.clear()
    chooser = page.get_by_role("combobox", name="Diễn biến và bản đồ")
    chooser.scroll_into_view_if_needed()
    idle(page)
    chooser.click()
    page.get_by_role("option").nth(1).click()
    page.wait_for_url("**chi-so=**")
    idle(page)
    assert 0 < sum(sent) < whole / 2
    assert wrong == []
