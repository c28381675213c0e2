"""The built site without a network: its service worker, and the lines that ask for that."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Set
from pathlib import Path

HERE = Path(__file__).parent
WORKER = Path("service-worker.js")
PAGE = Path("index.html")
END = "</body>"
FILES = "const FILES = "


def registering(page: str) -> str:
    """The page with the lines that ask for the service worker, in itself: they cost no request."""
    script = (HERE / "register.mjs").read_text(encoding="utf-8")
    return page.replace(END, f'<script type="module">\n{script}</script>\n{END}')


def service_worker(files: Mapping[Path, bytes | Path], unused: Set[Path]) -> bytes:
    """The service worker of a release. Another release has another one, byte for byte.

    files: {path in the site: contents, or a file that holds them}, all of the site.
    unused: those among them that the page never asks for.
    """
    sums = sums_of(files)
    kept = {
        "./" if path == PAGE.as_posix() else f"./{path}": f"sha256-{digest}"
        for path, digest in sorted(sums.items())
        if Path(path) not in unused
    }
    script = (HERE / WORKER).read_text(encoding="utf-8")
    table = json.dumps(kept, ensure_ascii=False, indent=1)
    return f"// Release {release_of(sums)}\n{FILES}{table};\n\n{script}".encode()


def kept(worker: str) -> set[Path]:
    """Paths in the site of all that a service worker keeps: whatever the page can ask for."""
    table = json.JSONDecoder().raw_decode(worker.partition(FILES)[2])[0]
    return {PAGE if path == "./" else Path(path) for path in table}


def sums_of(files: Mapping[Path, bytes | Path]) -> dict[str, str]:
    """{path: checksum} of files that a page may ask for."""
    return {path.as_posix(): _sha256(held) for path, held in files.items() if path.name[0] != "."}


def release_of(sums: Mapping[str, str]) -> str:
    """A name for files with these checksums: another one if any of them is another."""
    return hashlib.sha256(json.dumps(sums, sort_keys=True).encode()).hexdigest()[:16]


def _sha256(held: bytes | Path) -> str:
    """As browsers write it where they check files."""
    data = held if isinstance(held, bytes) else held.read_bytes()
    return base64.b64encode(hashlib.sha256(data).digest()).decode()
