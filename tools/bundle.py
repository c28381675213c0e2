"""What an interpreter of the page loads, as one file: one request in place of a hundred."""

from __future__ import annotations

import gzip
import io
import json
import os.path
import re
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from shrink import without_docstrings

TABLE = "[files]\n"
# Whose files MicroPython reads, and compiles at each start.
MICROPYTHON = Path("lib/page/pyscript.json")
LINE = re.compile(r'^"(.+)" = "(.+)"$', re.MULTILINE)
# The configurations that list files, and where those stand as one.
CONFIGS = {
    MICROPYTHON: Path("lib/page/files.json"),
    Path("pyscript.toml"): Path("lib/worker/files.tar.gz"),
}
# What brings the page's files into MicroPython; it stands in for MicroPython's own module.
STARTER = Path("lib/page/micropython.mjs")
# What the page asks for first of all.
FIRST_LINK = '<link rel="modulepreload"'


def bundled(
    config: Path, text: str, read: Callable[[Path], bytes], compiled: Path | None = None
) -> tuple[str, bytes]:
    """A configuration that names no files, or one in place of them all; and what that one holds.

    config: its path in the site, one of CONFIGS.
    text: what it says.
    read: gives what a file of the site holds.
    compiled: a folder with byte code that takes the place of sources, or None.
    """
    found = {
        PurePosixPath(path.removeprefix("./")): Path(os.path.normpath(config.parent / address))
        for address, path in listed(text).items()
    }
    if config == MICROPYTHON:
        contents = {str(name): _shrunk(read(path), name) for name, path in sorted(found.items())}
        return _with_starter(text), json.dumps(contents, ensure_ascii=False).encode("utf-8")
    packed = dict(_compiled(name, path, read, compiled) for name, path in found.items())
    archive = os.path.relpath(CONFIGS[config], config.parent).replace(os.sep, "/")
    # PyScript unpacks what is to go to "./*".
    line = f'"./{archive}" = "./*"\n'
    return text.partition(TABLE)[0] + TABLE + line, _archive(packed)


def starting_early(page: str) -> str:
    """The page with the lines that start MicroPython, before all that it does not wait for."""
    lines = (
        f'<link rel="preload" as="fetch" crossorigin href="./{CONFIGS[MICROPYTHON].as_posix()}">',
        f'<script type="module" src="./{STARTER.as_posix()}"></script>',
    )
    return page.replace(FIRST_LINK, "\n  ".join([*lines, FIRST_LINK]), 1)


def listed(text: str) -> dict[str, str]:
    """{address: path in the interpreter's own folder} of a configuration's files."""
    if text.startswith("{"):
        files: dict[str, str] = json.loads(text).get("files", {})
        return files
    return dict(LINE.findall(text.partition(TABLE)[2]))


def _with_starter(text: str) -> str:
    config = {**json.loads(text), "files": {}, "interpreter": f"./{STARTER.as_posix()}"}
    return json.dumps(config, ensure_ascii=False, indent=1) + "\n"


def _shrunk(data: bytes, name: PurePosixPath) -> str:
    return (without_docstrings(data) if name.suffix == ".py" else data).decode("utf-8")


def _compiled(
    name: PurePosixPath, path: Path, read: Callable[[Path], bytes], folder: Path | None
) -> tuple[str, bytes]:
    """(name, contents) of a file, or of the byte code that takes its place."""
    if folder and name.suffix == ".py":
        name = name.with_suffix(".pyc")
        return str(name), (folder / name).read_bytes()
    return str(name), read(path)


def _archive(contents: Mapping[str, bytes]) -> bytes:
    """The same bytes for the same contents. Folders come before what is in them."""
    folders = {str(parent) for name in contents for parent in PurePosixPath(name).parents}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for folder in sorted(folders - {"."}):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o755
            archive.addfile(entry)
        for name, data in sorted(contents.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(packed.getvalue(), mtime=0)
