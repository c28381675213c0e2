"""What the runtime consists of, and where its pieces stand on the public CDN."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
LOCK = Path(__file__).with_name("runtime.lock.json")


@dataclass(frozen=True)
class Piece:
    """One package of the runtime. folder: its name in the built site, version included.

    cdn: the address before every file's name. npm: the package's name in the npm registry. inside:
    the folder in that package that holds the files.
    """

    name: str
    version: str
    cdn: str
    npm: str
    inside: str = ""

    @property
    def folder(self) -> str:
        return f"{self.name}-{self.version}"


PIECES = (
    Piece(
        "pyscript",
        "0.7.31",
        "https://cdn.jsdelivr.net/npm/@pyscript/core@0.7.31/dist/",
        "@pyscript/core",
        "dist/",
    ),
    Piece(
        "micropython",
        "1.27.0",
        "https://cdn.jsdelivr.net/npm/@micropython/micropython-webassembly-pyscript@1.27.0/",
        "@micropython/micropython-webassembly-pyscript",
    ),
    Piece("pyodide", "314.0.3", "https://cdn.jsdelivr.net/pyodide/v314.0.3/full/", "pyodide"),
)

# Pyodide's wheels are in no registry by themselves; this wheel carries the whole distribution.
CARRIER, CARRIER_FOLDER = "open-webui==0.12.4", "open_webui/frontend/pyodide/"

# matplotlib, numpy and what they need.
WHEELS = (
    "contourpy",
    "cycler",
    "fonttools",
    "kiwisolver",
    "matplotlib",
    "numpy",
    "packaging",
    "pillow",
    "pyparsing",
    "python-dateutil",
    "pytz",
    "six",
)


def locked() -> dict[str, dict[str, str]]:
    """{piece name: {file name: SHA-256 in hexadecimal}} of every file of the runtime."""
    lock: dict[str, dict[str, str]] = json.loads(LOCK.read_text(encoding="utf-8"))
    return lock
