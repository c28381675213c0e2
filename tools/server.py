"""A small web server for the built site, for one machine or a classroom."""

from __future__ import annotations

import http.server
import os
import re
import socketserver
import sys
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".toml": "application/toml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".ipynb": "application/x-ipynb+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
}
# The runtime's folders carry their version in their names, so what is in them never changes.
VERSIONED = re.compile(r"^/runtime/[^/]+-\d[^/]*/")
FOREVER = "public, max-age=31536000, immutable"
CHUNK = 1 << 20
NOT_FOUND = "ファイルがありません。 / There is no such file."


class SiteHandler(http.server.BaseHTTPRequestHandler):
    """Serves the files below the server's site, to GET and HEAD. Nothing is listed."""

    server: SiteServer
    protocol_version = "HTTP/1.1"
    server_version = "site"
    sys_version = ""
    # Seconds that a silent browser may keep its connection, and so a thread.
    timeout = 60

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        address = unquote(self.path.partition("?")[0])
        path = find(self.server.site, address)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND, explain=NOT_FOUND)
            return
        status = path.stat()
        if self._is_known(status):
            self._head(HTTPStatus.NOT_MODIFIED, address, status)
            self.end_headers()
            return
        self._head(HTTPStatus.OK, address, status)
        self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(status.st_size))
        self.end_headers()
        if with_body:
            self._send(path)

    def _head(self, code: HTTPStatus, address: str, status: os.stat_result) -> None:
        self.send_response(code)
        self.send_header("Last-Modified", formatdate(int(status.st_mtime), usegmt=True))
        self.send_header("ETag", _etag(status))
        self.send_header("Cache-Control", FOREVER if VERSIONED.match(address) else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")

    def _is_known(self, status: os.stat_result) -> bool:
        """Whether the browser says that it has the file as it is now."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            return known == "*" or _etag(status) in [tag.strip() for tag in known.split(",")]
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since") or "")
        except ValueError:
            return False
        return int(status.st_mtime) <= since.timestamp()

    def _send(self, path: Path) -> None:
        with open(path, "rb") as file:
            while chunk := file.read(CHUNK):
                self.wfile.write(chunk)

    def log_message(self, *_: object) -> None:
        """A classroom's console stays quiet."""


class SiteServer(socketserver.ThreadingTCPServer):
    """Serves one folder. address: (host, port).

    Not http.server's own: that asks the name service for the host's name before it listens.
    """

    daemon_threads = True
    # A whole class opens the page at once, each browser with several connections.
    request_queue_size = 128
    # Elsewhere it lets a restart have its port at once; on Windows it would share a busy one.
    allow_reuse_address = os.name != "nt"

    def __init__(self, address: tuple[str, int], site: Path) -> None:
        self.site = Path(site).resolve()
        super().__init__(address, SiteHandler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has gone away before its answer is nothing to talk about."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def find(site: Path, address: str) -> Path | None:
    """The file of an address such as /lib/x.py below site, or None. "/" stands for its index.

    Nothing outside site is found, neither by "..", nor by a link, nor by a drive's name.
    """
    root, *names = address.split("/")
    if names == [""]:
        names = ["index.html"]
    if root or "\\" in address or any(name.startswith(".") or not name for name in names):
        return None
    try:
        path = site.joinpath(*names).resolve(strict=True)
    except (OSError, ValueError):
        return None
    return path if path.is_relative_to(site) and path.is_file() else None


def _etag(status: os.stat_result) -> str:
    return f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
