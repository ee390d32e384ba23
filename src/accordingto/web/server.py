"""Listening: this computer by default; anything else only with a token."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from ..errors import DeskError
from .app import make_app
from .guard import LOCAL


def run(folder: Path, host: str, port: int, token: str, by: str, say: Callable[[str], None]) -> None:
    """Serve a desk until Ctrl-C. Raises DeskError where the address is taken."""
    local = host in LOCAL
    token = token or ("" if local else secrets.token_urlsafe(24))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as e:
        listener.close()
        raise DeskError(f"cannot listen: {e.strerror}", f"{host}:{port}", "choose another --port, or --port 0") from e
    port = listener.getsockname()[1]
    names = LOCAL if local else LOCAL | {host, socket.gethostname(), *_addresses(host)}
    shown = next(iter(sorted(names - LOCAL - {"0.0.0.0", "::"})), host) if not local else host
    say(
        f"The desk {folder.resolve().name} is at http://{f'[{shown}]' if ':' in shown else shown}:{port}/{f'?token={token}' if token else ''}  (Ctrl-C ends it)"
    )
    config = uvicorn.Config(
        make_app(folder, by, token, names),
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _addresses(host: str) -> set[str]:
    """Names under which this computer may be reached, where it listens on all of its addresses."""
    if host not in ("0.0.0.0", "::"):
        return {host}
    try:
        return {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return set()
