"""A small web server for the built site, for one machine or a classroom."""

from __future__ import annotations

import http.server
import os
import re
import socketserver
import sys
import threading
from collections.abc import Mapping
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
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
    ".gz": "application/gzip",
}
# Files that shrink. The build puts a compressed one beside each; .gz, .whl, .png stay as they are.
COMPRESSIBLE = frozenset(
    (".html", ".css", ".js", ".mjs", ".py", ".toml", ".json", ".ipynb", ".svg", ".wasm")
)
COMPRESSED = ".gz"
# The runtime's folders carry their version in their names, so what is in them never changes.
VERSIONED = re.compile(r"^/runtime/[^/]+-\d[^/]*/")
FOREVER = "public, max-age=31536000, immutable"
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
NOT_FOUND = "ファイルがありません。 / There is no such file."
# Connections at the same time: a browser has up to six. Each holds two files open.
CONNECTIONS = 2000


class SiteHandler(http.server.BaseHTTPRequestHandler):
    """Serves the files below the server's site, to GET and HEAD. Nothing is listed."""

    server: SiteServer
    protocol_version = "HTTP/1.1"
    server_version = "site"
    sys_version = ""
    # Seconds that a silent browser may keep its connection, and so a thread.
    timeout = 60
    # A small file goes out beside its headers, not only after the browser has confirmed those.
    disable_nagle_algorithm = True

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
        beside = compressed_of(path, self.server.site)
        encoded = beside is not None and accepts_gzip(self.headers.get("Accept-Encoding", ""))
        with open(beside if beside and encoded else path, "rb") as file:
            # Of the open file, so that one that is replaced meanwhile is sent as a whole.
            status = os.fstat(file.fileno())
            headers = {
                "Last-Modified": _date(status),
                "ETag": _etag(status),
                "Cache-Control": FOREVER if VERSIONED.match(address) else "no-cache",
                "X-Content-Type-Options": "nosniff",
            }
            if beside:
                headers["Vary"] = "Accept-Encoding"
            if self._is_known(status):
                self._head(HTTPStatus.NOT_MODIFIED, headers)
                return
            headers["Content-Type"] = TYPES.get(path.suffix, "application/octet-stream")
            headers |= {"Content-Encoding": "gzip"} if encoded else {"Accept-Ranges": "bytes"}
            code, size = HTTPStatus.OK, status.st_size
            part = self._part(status) if with_body and not encoded else None
            if part:
                code = HTTPStatus.PARTIAL_CONTENT
                headers["Content-Range"] = f"bytes {part[0]}-{part[-1]}/{size}"
            elif part is not None:
                code = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
                headers["Content-Range"] = f"bytes */{size}"
            part = range(size) if part is None else part
            self._head(code, {**headers, "Content-Length": f"{len(part)}"})
            if with_body and part:
                # By the system, from file to network: a slow browser holds none of our memory.
                self.connection.sendfile(file, part.start, len(part))

    def _head(self, code: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _is_known(self, status: os.stat_result) -> bool:
        """Whether the browser says that it has the file as it is now."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
            return known.strip() == "*" or _etag(status) in tags
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since") or "").timestamp()
        except (ValueError, OverflowError):
            return False
        return int(status.st_mtime) <= since

    def _part(self, status: os.stat_result) -> range | None:
        """The bytes that are asked for of the file as it is now; None: all.

        An empty range: they lie beyond its end. Several parts in one answer are not given.
        """
        asked = RANGE.fullmatch(self.headers.get("Range", ""))
        if not asked or asked[0] == "bytes=-":
            return None
        if self.headers.get("If-Range", _etag(status)) not in (_etag(status), _date(status)):
            return None
        size, first, last = status.st_size, int(asked[1] or 0), int(asked[2] or status.st_size)
        if not asked[1]:
            return range(max(0, size - last), size)
        return range(first, min(last + 1, size)) if first <= last or not asked[2] else None

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
        self._room = threading.Semaphore(_connections())
        super().__init__(address, SiteHandler)

    def get_request(self) -> tuple[Any, Any]:
        """The next connection. While there is no room for it, it waits in the system's queue."""
        if not self._room.acquire(timeout=0.5):
            raise OSError("no room")
        try:
            return super().get_request()
        except OSError:
            self._room.release()
            raise

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        self._room.release()

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


def compressed_of(path: Path, site: Path) -> Path | None:
    """The compressed file beside a file of the site; None if there is none, or an older one."""
    if path.suffix not in COMPRESSIBLE:
        return None
    beside = find(site, f"/{path.relative_to(site).as_posix()}{COMPRESSED}")
    is_current = beside and beside.stat().st_mtime_ns >= path.stat().st_mtime_ns
    return beside if is_current else None


def accepts_gzip(header: str) -> bool:
    """Whether a browser with this Accept-Encoding would have gzip rather than the file as it is."""
    weights = {}
    for item in header.lower().split(","):
        coding, *parameters = (word.strip() for word in item.split(";"))
        weights[coding] = _weight(parameters)
    gzip = max(weights.get("gzip", -1), weights.get("x-gzip", -1))
    if gzip < 0:
        gzip = weights.get("*", 0)
    return gzip > 0 and gzip >= weights.get("identity", 0)


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            found = re.fullmatch(r"[01](\.[0-9]{0,3})?", value.strip())
            return float(found[0]) if found else 0
    return 1


def _connections() -> int:
    """How many connections there may be: as many as wanted, or as the system has files for."""
    return max(1, min(CONNECTIONS, (allow_files(2 * CONNECTIONS + 50) - 50) // 2))


def allow_files(wanted: int) -> int:
    """Have this process open so many files, if the system lets it; returns how many it does."""
    try:
        import resource
    except ImportError:
        return wanted  # Windows has no such limit.
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft == unlimited or soft >= wanted:
        return wanted
    allowed = wanted if hard == unlimited else min(wanted, hard)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    except (ValueError, OSError):
        return soft
    return allowed


def _etag(status: os.stat_result) -> str:
    return f'"{status.st_mtime_ns:x}-{status.st_size:x}"'


def _date(status: os.stat_result) -> str:
    return formatdate(int(status.st_mtime), usegmt=True)
