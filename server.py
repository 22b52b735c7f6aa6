"""How the dashboard is served: `python server.py --port 8501`. Streamlit draws the pages; this file adds what it leaves out."""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import gc
import hashlib
import importlib
import logging
import pkgutil
import re
import secrets
import socket
import sys
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path

import streamlit as st
import uvicorn
from itsdangerous import BadSignature, TimestampSigner
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

import pages
from catalogue.language import LANGUAGES, _, speaking
from pages.parts import gate, speech
from pages.parts.figures import warm

HERE = Path(__file__).parent
SECONDS_TO_END = 5
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PASS, PASS_DAYS = "chi_so_pass", 7
REST = 3.0
"""Seconds without a change after which the store is taken to be at rest."""
CLOSED = re.compile(r"/_stcore/(metrics|agent)(/|$)")
NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
SHELL = b"<title>Streamlit</title>"
"""By this the page of the application is known before it is dressed."""
UPLOAD = re.compile(r"/_stcore/upload_file/")
SENT_ALONG = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]


@cache
def signer() -> TimestampSigner:
    """Signs the pass that a browser gets with the first page: with the server's secret, else one that dies with the process."""
    return TimestampSigner(get_cookie_secret() or secrets.token_hex(32), salt=PASS)


def may_upload(request: Request) -> bool:
    """Whether this browser opened the application itself: signed in where sign-in is configured, else holding our pass."""
    if gate.sign_in_configured():
        cookie = request.cookies.get("_streamlit_user", "")
        return bool(decode_signed_value(get_cookie_secret(), "_streamlit_user", cookie.encode("latin-1")))
    try:
        signer().unsign(request.cookies.get(PASS, ""), max_age=PASS_DAYS * 86400)
    except BadSignature:
        return False
    return True


def content_policy(body: bytes) -> bytes:
    """Nothing from outside this server, no eval; the one script inside the page is named by its hash."""
    scripts = re.findall(rb"<script>(.*?)</script>", body, re.DOTALL)
    sums = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s).digest()).decode()}'" for s in scripts)
    return (
        f"default-src 'self'; script-src 'self' blob: {sums}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'self'"
    ).encode()


def dressed(body: bytes, spoken: str) -> bytes:
    """The page in the language asked for and under our name."""
    with speaking(spoken):
        title = f"<title>{_('Chi So')}</title>".encode()
        without = f"<noscript><p>{_('This page needs JavaScript to be switched on in the browser.')}</p></noscript>".encode()
    body = NO_SCRIPT.sub(without, body).replace(SHELL, title)
    return body.replace(b'<html lang="en">', f'<html lang="{spoken}">'.encode())


def below_root() -> str:
    """The path under which the application is served, without slashes; empty at the root."""
    return str(st.get_option("server.baseUrlPath") or "").strip("/")


def nowhere(spoken: str) -> bytes:
    """What stands under an address below a page, where there is nothing: a sentence with the way to the start."""
    with speaking(spoken):
        said, way = _("There is no page at this address."), _("Open the overview")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>Streamlit</title></head><body style=\"font: 1.125rem/1.6 'Liberation Sans', Arial, sans-serif; margin: 3rem auto; "
        f'max-width: 36rem; padding: 0 1rem"><p>{said}</p><p><a href="/{below_root()}">{way}</a></p></body></html>'
    ).encode()


class Door:
    """Stands before Streamlit: closes addresses, asks for the pass on uploads, dresses the page, adds headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request = Request(scope)
        if CLOSED.search(request.url.path):
            return await PlainTextResponse("closed", 404)(scope, receive, send)
        if UPLOAD.search(request.url.path) and request.method != "OPTIONS" and not may_upload(request):
            return await PlainTextResponse(_("Open the dashboard in the browser first, then send the file again."), 401)(
                scope, receive, send
            )
        wants_page = request.method == "GET" and "text/html" in request.headers.get("accept", "") and "_stcore" not in request.url.path
        if wants_page:
            plain = [(k, v) for k, v in scope["headers"] if k not in (b"accept-encoding", b"if-none-match", b"if-modified-since")]
            scope = {**scope, "headers": plain}
        asked = request.query_params.get(speech.KEY, "")
        spoken = asked if asked in LANGUAGES else LANGUAGES[0]
        lost = "/" in request.url.path.strip("/").removeprefix(below_root()).strip("/")
        return await self.app(scope, receive, Answer(send, wants_page, spoken, with_pass=not may_upload(request), lost=lost))


class Answer:
    """Sends one answer on, with our headers; a page is collected whole and rewritten first."""

    def __init__(self, send: Send, wants_page: bool, spoken: str, *, with_pass: bool, lost: bool) -> None:
        self.send, self.wants_page, self.spoken, self.with_pass, self.lost = send, wants_page, spoken, with_pass, lost
        self.start: Message | None = None
        self.parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message["headers"], *SENT_ALONG]
            message = {**message, "headers": headers}
            if not (self.wants_page and any(k.lower() == b"content-type" and v.startswith(b"text/html") for k, v in headers)):
                return await self.send(message)
            self.start = message
            return None
        if self.start is None:
            return await self.send(message)
        self.parts.append(message.get("body", b""))
        return None if message.get("more_body") else await self.finish(self.start)

    async def finish(self, start: Message) -> None:
        """Send the page, rewritten."""
        body = b"".join(self.parts)
        if self.lost and SHELL in body:
            start = {**start, "status": 404}
            body = nowhere(self.spoken)
        body = dressed(body, self.spoken)
        dropped = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
        headers = [(k, v) for k, v in start["headers"] if k.lower() not in dropped]
        headers += [(b"content-length", str(len(body)).encode()), (b"content-security-policy", content_policy(body))]
        if self.with_pass and not gate.sign_in_configured():
            value = signer().sign(secrets.token_urlsafe(16)).decode()
            cookie = f"{PASS}={value}; Path=/; Max-Age={PASS_DAYS * 86400}; HttpOnly; SameSite=Strict"
            headers.append((b"set-cookie", cookie.encode()))
        await self.send({**start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})


@contextlib.asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, bool]]:
    """Pay the imports and the start page's figures before the port opens, close the door of pages/, freeze what is loaded."""
    PagesManager.uses_pages_directory = False
    for page in pkgutil.iter_modules(pages.__path__):
        importlib.import_module(f"{pages.__name__}.{page.name}")
    warm.everything()
    gc.collect()
    gc.freeze()
    warm.give_back()
    keeping = asyncio.create_task(keep_warm())
    yield {"ready": True}
    keeping.cancel()


async def keep_warm() -> None:
    """Compute the start page anew once the store has changed and come to rest, before a visitor has to wait for it."""
    done = seen = warm.store_version()
    while True:
        await asyncio.sleep(REST)
        try:
            now = await asyncio.to_thread(warm.store_version)
            if now == seen != done:
                await asyncio.to_thread(warm.everything)
                await asyncio.to_thread(warm.give_back)
                done = now
            seen = now
        except Exception:
            logging.getLogger("chi_so").exception("could not warm")


async def start_page(request: Request) -> RedirectResponse:
    """The start page answers at / alone: its own address leads there, filters included."""
    return RedirectResponse("/" + (f"?{request.url.query}" if request.url.query else ""))


async def ready(_request: Request) -> JSONResponse:
    """For a load balancer: the store answers and the start page has been computed."""
    return JSONResponse({"ready": True, "version": warm.store_version()})


def told(error: Exception) -> bool:
    """A mistake of ours: the traceback goes to the log under a short id, which is all that the visitor sees."""
    number = secrets.token_hex(3)
    logging.getLogger("chi_so").error("page failed, id %s", number, exc_info=error)
    st.error(_("Something went wrong on this page. Please tell the person who looks after the system this code: {number}", number=number))
    return True


app = st.App(
    HERE / "dashboard.py",
    lifespan=lifespan,
    on_script_error=told,
    routes=[Route("/api/ready", ready), Route("/tong-quan", start_page)],
    middleware=[Middleware(Door)],
)


class Announced(uvicorn.Server):
    """A server that says where it is once its port is open: an address shown earlier would lead nowhere."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the port, then say so."""
        await super().startup(sockets=sockets)
        if self.started:
            sys.stdout.write(_("Chi So is open at {address}", address=f"http://{self.config.host}:{self.config.port}") + "\n")
            sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    """Serve until stopped; 2 when asked to listen beyond this machine without sign-in."""
    parser = argparse.ArgumentParser(prog="server.py", description=__doc__)
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--host", default="127.0.0.1", help="another address than loopback needs sign-in to be configured")
    given = parser.parse_args(arguments)
    if given.host not in LOOPBACK and not gate.sign_in_configured():
        sys.stderr.write(_("Without sign-in the dashboard listens on this machine only (127.0.0.1).") + "\n")
        return 2
    settings = uvicorn.Config(
        app,
        host=given.host,
        port=given.port,
        ws="websockets-sansio",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=SECONDS_TO_END,
    )
    server = Announced(settings)
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
