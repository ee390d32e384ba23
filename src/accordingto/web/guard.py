"""Who may ask, and what a page may do: host and token checks, protection of every write, a strict content policy.

Article text is only ever text: templates escape it, the content policy forbids inline script and any outside reference (OWASP ASVS
4.0, V50; CSP level 3), and no other site can frame the desk or post to it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
App = Callable[[Scope, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]

LOCAL = frozenset(("localhost", "127.0.0.1", "::1", "testserver"))
LARGEST = 25 * 1024 * 1024
"""Bytes of one upload or form."""
POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """ASGI middleware. `token` is asked of every visitor where it is set; `hosts` are the names under which the desk answers."""

    def __init__(self, app: App, token: str = "", hosts: frozenset[str] = LOCAL) -> None:
        self.app, self.token, self.hosts = app, token, hosts
        self.secret = secrets.token_bytes(32)

    async def __call__(
        self, scope: Scope, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        cookies = _cookies(headers.get("cookie", ""))
        set_cookies: list[str] = []

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = [(b"set-cookie", c.encode()) for c in set_cookies]
                message["headers"] = [*message.get("headers", ()), *HEADERS, *extra]
            await send(message)

        refusal = self._host(headers) or self._token(scope, cookies, set_cookies) or _size(headers)
        if refusal:
            await _refuse(answer, *refusal)
            return
        session = cookies.get("session", "")
        if len(session) != 43:
            session = secrets.token_urlsafe(32)
            set_cookies.append(f"session={session}; Path=/; HttpOnly; SameSite=Strict")
        scope.setdefault("state", {})["csrf"] = self.ticket(session)
        if scope["method"] not in ("GET", "HEAD") and not _same_origin(headers):
            await _refuse(answer, 403, "This was sent from another site; nothing was changed.")
            return
        await self.app(scope, _limited(receive), answer)

    def ticket(self, session: str) -> str:
        """What a form of this session has to carry."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def _host(self, headers: dict[str, str]) -> tuple[int, str] | None:
        """A name that is not ours is another site that resolves to us (DNS rebinding)."""
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        return None if host in self.hosts else (400, f"The desk does not answer under the name “{host[:80]}”.")

    def _token(self, scope: Scope, cookies: dict[str, str], set_cookies: list[str]) -> tuple[int, str] | None:
        if not self.token:
            return None
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if given and hmac.compare_digest(given.encode(), self.token.encode()):
            set_cookies.append(f"token={self.token}; Path=/; HttpOnly; SameSite=Strict")
            return None
        if hmac.compare_digest(cookies.get("token", "").encode(), self.token.encode()):
            return None
        return 403, "This desk asks for its token: open the address that `accordingto serve` printed."


def _cookies(header: str) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header)
    except CookieError:
        return {}
    return {k: m.value for k, m in jar.items()}


def _size(headers: dict[str, str]) -> tuple[int, str] | None:
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST:
        return 413, f"That is more than {LARGEST // 1024 // 1024} MB at once; add large files with `accordingto add`."
    return None


def _same_origin(headers: dict[str, str]) -> bool:
    """Browsers say where a write comes from; a program that says nothing carries no cookie of a person either."""
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin", "")
    return site in ("same-origin", "none") and (not origin or urlsplit(origin).netloc == headers.get("host", ""))


def _limited(receive: Callable[[], Awaitable[Message]]) -> Callable[[], Awaitable[Message]]:
    """A body without a length is counted while it comes."""
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        return message if total <= LARGEST else {"type": "http.disconnect"}

    return counted


async def _refuse(send: Callable[[Message], Awaitable[None]], status: int, text: str) -> None:
    body = text.encode()
    head = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
