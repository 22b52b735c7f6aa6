"""The door of the server: headers, closed addresses, the pass for uploads, readiness."""

import asyncio
import itertools
import json
import re

import pytest
from served import Served

import server


@pytest.fixture
def stranger(served):
    """A browser that has opened nothing yet."""
    return Served(served.port)


PAGE = {"accept": "text/html", "accept_encoding": "gzip"}
FILE = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.xlsx"\r\n\r\nx\r\n--b--\r\n'
FORM = {"content_type": "multipart/form-data; boundary=b"}


def test_it_says_when_it_is_ready(stranger):
    assert json.loads(stranger.ask("/api/ready").text)["ready"] is True


def test_the_overview_has_an_address_of_its_own_that_keeps_the_filters(stranger):
    answer = stranger.ask("/tong-quan?ky=2026-M10", **PAGE)
    assert (answer.status, answer.headers["location"]) == (307, "/?ky=2026-M10")


def test_a_page_asked_for_in_english_says_so(stranger):
    assert '<html lang="en">' in stranger.ask("/vneid?ngon-ngu=en", **PAGE).text


@pytest.mark.parametrize("path", ["/", "/nop-bao-cao"])
def test_a_page_is_vietnamese_and_under_our_name(stranger, path):
    text = stranger.ask(path, **PAGE).text
    assert '<html lang="vi">' in text
    assert "<title>Chỉ Số</title>" in text


def test_below_a_page_there_is_nothing_and_a_sentence_says_so(stranger):
    answer = stranger.ask("/don-vi/khong-co", **PAGE)
    assert (answer.status, '<html lang="vi">' in answer.text) == (404, True)
    assert "Không có trang nào ở địa chỉ này." in answer.text and '<a href="/">Mở trang Tổng quan</a>' in answer.text


@pytest.mark.parametrize("path", ["/", "/nop-bao-cao?ky=2026-M10"])
def test_a_page_may_load_nothing_from_outside(stranger, path):
    policy = stranger.ask(path, **PAGE).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "sha256-" in policy
    for word in ("unsafe-eval", "http:", "https:", "*"):
        assert word not in policy


@pytest.mark.parametrize("path", ["/", "/api/ready", "/_stcore/health"])
def test_every_answer_carries_the_safe_headers(stranger, path):
    headers = stranger.ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent", "/_stcore/agent/sessions"])
def test_what_tells_about_the_inside_is_closed(stranger, path):
    assert stranger.ask(path).status == 404


def test_an_upload_without_the_pass_is_refused(stranger):
    answer = stranger.ask("/_stcore/upload_file/any/any", "PUT", FILE, **FORM)
    assert answer.status == 401
    assert "Hãy mở bảng điều khiển" in answer.text


def test_a_forged_pass_is_refused(stranger):
    stranger.cookies[server.PASS] = "abc.def.ghi"
    assert stranger.ask("/_stcore/upload_file/any/any", "PUT", FILE, **FORM).status == 401


def test_who_opened_a_page_holds_a_pass_and_meets_streamlits_own_checks_next(stranger):
    cookie = stranger.ask("/", **PAGE).headers["set-cookie"]
    name, _, rest = cookie.partition("=")
    assert name == server.PASS and "HttpOnly" in cookie and "SameSite=Strict" in cookie
    stranger.cookies[name] = rest.partition(";")[0]
    refused = stranger.ask("/_stcore/upload_file/no-such-session/any", "PUT", FILE, **FORM)
    assert 400 <= refused.status < 500 and refused.status != 401
    assert server.PASS not in stranger.ask("/", **PAGE).headers.get("set-cookie", "")


def test_it_listens_beyond_this_machine_only_with_sign_in(capsys):
    assert server.main(["--host", "0.0.0.0"]) == 2
    assert "127.0.0.1" in capsys.readouterr().err


def test_a_mistake_of_ours_is_logged_under_the_code_that_is_shown(caplog):
    assert server.told(ValueError("what went wrong inside")) is True
    record = next(record for record in caplog.records if record.name == "chi_so")
    assert re.search(r"id [0-9a-f]{6}", record.getMessage())
    assert record.exc_info and "what went wrong inside" in str(record.exc_info[1])


def test_a_change_of_the_store_is_computed_before_a_visitor_comes(monkeypatch):
    """Versions seen at each look: 1, 2, 2 (at rest: computed once), 3, 4, 4 (computed), 4."""
    seen, computed = itertools.chain([1, 2, 2, 3, 4, 4], itertools.repeat(4)), []
    monkeypatch.setattr(server, "REST", 0)
    monkeypatch.setattr(server.warm, "store_version", lambda: next(seen))
    monkeypatch.setattr(server.warm, "everything", lambda: computed.append("start page"))

    async def a_while() -> None:
        task = asyncio.create_task(server.keep_warm())
        await asyncio.sleep(0.5)
        task.cancel()

    asyncio.run(a_while())
    assert len(computed) == 2
