"""Divides compiled Python in two: what the first figure needs, and the rest, which comes later."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from store import save

# The standard library and the wheels' files for a first figure; everything else.
PARTS = ("python_stdlib.zip", "first.tar.gz", "rest.tar.gz")
# Where Pyodide has them.
STDLIB, SITE = "lib/python314.zip", "lib/python3.14/site-packages/"


def divide(compiled: Path, used: Mapping[str, Iterable[str]], folder: Path) -> None:
    """Write PARTS into a folder.

    compiled: the folder with python_stdlib.zip and library.tar.gz, whole.
    used: {"/" + STDLIB + "/": names, "/" + SITE: names} of the files that the first figure used.
    """
    first_names = {_compiled_name(name) for name in used[f"/{SITE}"]}
    stdlib = _zip_entries((compiled / "python_stdlib.zip").read_bytes())
    first: list[tuple[str, bytes]] = []
    rest = [(STDLIB, _zipped(stdlib))]
    for name, data in _files(compiled / "library.tar.gz"):
        (first if name.removeprefix(SITE) in first_names else rest).append((name, data))
    names = {_compiled_name(name) for name in used[f"/{STDLIB}/"]}
    # What is no byte code is small, and opened by who knows whom.
    of_stdlib = [(n, data) for n, data in stdlib if n in names or not n.endswith(".pyc")]
    made = _zipped(of_stdlib), _archive(first), _archive(rest)
    for part, data in zip(PARTS, made, strict=True):
        save(folder / part, [data])


def _compiled_name(name: str) -> str:
    return f"{name}c" if name.endswith(".py") else name


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        for entry in archive:
            file = archive.extractfile(entry)
            if file:
                yield entry.name, file.read()


def _zip_entries(whole: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The same bytes for the same files: no entry has a date."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def _archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(packed.getvalue(), 9, mtime=0)
