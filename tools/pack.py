"""Pack the built site for a USB stick: a zip with all that the page asks for and its server."""

from __future__ import annotations

import argparse
import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from build import build
from offline import WORKER, kept
from runtime import BUILD, ROOT
from server import COMPRESSED
from store import save
from trouble import run

HERE = Path(__file__).parent
FOLDER = "optimization-of-parameters"
ZIP = BUILD / f"{FOLDER}.zip"
# Python files that need nothing else. serve.py finds the site beside itself.
SERVER = ("serve.py", "server.py", "trouble.py")
BESIDE = (HERE / "stick" / "README.txt", ROOT / "LICENSE", *(HERE / name for name in SERVER))
# Compressed already.
STORED = (".gz", ".png", ".whl", ".zip")


def pack(site: Path, target: Path = ZIP) -> Path:
    """Write the zip; returns its path. The same bytes for the same files and version of zlib."""
    files = dict(sorted(_files(site)))
    date = _date(files)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", date)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # alike on every system
            stored = name.endswith(STORED)
            way = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, way, None if stored else 9)
    save(target, [packed.getvalue()])
    return target


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    """(name in the zip, contents) of everything.

    Of the site that is what a visitor's browser keeps. The compressed files come along: they are
    a sixth of the zip, and spare a classroom's network two thirds of what is not compressed yet.
    """
    for path in BESIDE:
        yield path.name, path.read_bytes()
    for relative in {*kept((site / WORKER).read_text(encoding="utf-8")), WORKER}:
        for path in (site / relative, site / f"{relative}{COMPRESSED}"):
            if path.is_file():
                yield f"site/{path.relative_to(site).as_posix()}", path.read_bytes()


def _date(files: Mapping[str, bytes]) -> tuple[int, int, int, int, int, int]:
    """A date in the past for all files, another one for other files.

    By date and size the server tells a browser that it has a file already.
    """
    found = hashlib.sha256()
    for name, data in files.items():
        found.update(name.encode() + hashlib.sha256(data).digest())
    date = datetime(1990, 1, 1) + timedelta(seconds=2 * int(found.hexdigest()[:7], 16))
    return (date.year, date.month, date.day, date.hour, date.minute, date.second)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ZIP, help="path of the zip")
    options = parser.parse_args()
    print(pack(build(), options.out))


if __name__ == "__main__":
    run(_main)
