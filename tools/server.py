"""A small web server for the built site, for one machine or a classroom."""

import http.server
import os
import re
import sys
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

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


class SiteHandler(http.server.BaseHTTPRequestHandler):
    """Serves the files below the server's site, to GET and HEAD. Nothing is listed."""

    protocol_version = "HTTP/1.1"
    server_version = "site"
    sys_version = ""

    def do_GET(self):
        self._answer(with_body=True)

    def do_HEAD(self):
        self._answer(with_body=False)

    def _answer(self, with_body):
        address = unquote(urlsplit(self.path).path)
        path = find(self.server.site, address)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND)
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

    def _head(self, code, address, status):
        self.send_response(code)
        self.send_header("Last-Modified", formatdate(int(status.st_mtime), usegmt=True))
        self.send_header("ETag", _etag(status))
        self.send_header("Cache-Control", FOREVER if VERSIONED.match(address) else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")

    def _is_known(self, status):
        """Whether the browser says that it has the file as it is now."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            return known == "*" or _etag(status) in [tag.strip() for tag in known.split(",")]
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since") or "")
        except ValueError:
            return False
        return int(status.st_mtime) <= since.timestamp()

    def _send(self, path):
        with open(path, "rb") as file:
            while chunk := file.read(CHUNK):
                self.wfile.write(chunk)

    def log_message(self, *_):
        """A classroom's console stays quiet."""


class SiteServer(http.server.ThreadingHTTPServer):
    """Serves one folder. address: (host, port)."""

    daemon_threads = True
    # Elsewhere it lets a restart have its port at once; on Windows it would share a busy one.
    allow_reuse_address = os.name != "nt"

    def __init__(self, address, site):
        self.site = Path(site).resolve()
        super().__init__(address, SiteHandler)

    def handle_error(self, request, client_address):
        """A browser that has gone away before its answer is nothing to talk about."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def find(site, address):
    """The file of an address such as /lib/x.py below site, or None. "/" stands for its index.

    Nothing outside site is found, neither by "..", nor by a link, nor by a drive's name.
    """
    if "\0" in address or "\\" in address or not address.startswith("/"):
        return None
    relative = address[1:] or "index.html"
    try:
        path = (site / relative).resolve(strict=True)
    except (OSError, ValueError):
        return None
    inside = path.is_relative_to(site) and not any(
        part.startswith(".") for part in path.relative_to(site).parts
    )
    return path if inside and path.is_file() and not address.endswith("/.") else None


def _etag(status):
    return f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
