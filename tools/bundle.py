"""What an interpreter of the page loads, as one archive: one request in place of a hundred."""

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

ARCHIVE = "files.tar.gz"
TABLE = "[files]\n"
# Whose files MicroPython reads, and compiles at each start.
MICROPYTHON = Path("lib/page/pyscript.json")
LINE = re.compile(r'^"(.+)" = "(.+)"$', re.MULTILINE)
# The configurations that list files, and where their archives stand.
CONFIGS = {
    MICROPYTHON: Path("lib/page") / ARCHIVE,
    Path("pyscript.toml"): Path("lib/worker") / ARCHIVE,
}


def bundled(
    config: Path, text: str, read: Callable[[Path], bytes], compiled: Path | None = None
) -> tuple[str, bytes]:
    """A configuration that names an archive in place of its files, and the archive.

    config: its path in the site, one of CONFIGS.
    text: what it says.
    read: gives what a file of the site holds.
    compiled: a folder with byte code that takes the place of sources, or None.
    """
    archive = os.path.relpath(CONFIGS[config], config.parent).replace(os.sep, "/")
    # PyScript unpacks what is to go to "./*".
    files, table = listed(text), {f"./{archive}": "./*"}
    contents = {}
    for address, path in files.items():
        name = PurePosixPath(path.removeprefix("./"))
        byte_code = compiled / name.with_suffix(".pyc") if compiled else None
        if byte_code and name.suffix == ".py":
            contents[str(name.with_suffix(".pyc"))] = byte_code.read_bytes()
            continue
        data = read(Path(os.path.normpath(config.parent / address)))
        shrinks = config == MICROPYTHON and name.suffix == ".py"
        contents[str(name)] = without_docstrings(data) if shrinks else data
    return _with_files(text, table), _archive(contents)


def listed(text: str) -> dict[str, str]:
    """{address: path in the interpreter's own folder} of a configuration's files."""
    if text.startswith("{"):
        files: dict[str, str] = json.loads(text).get("files", {})
        return files
    return dict(LINE.findall(text.partition(TABLE)[2]))


def _with_files(text: str, table: Mapping[str, str]) -> str:
    if text.startswith("{"):
        return json.dumps({**json.loads(text), "files": table}, ensure_ascii=False, indent=1) + "\n"
    lines = "".join(f'"{address}" = "{path}"\n' for address, path in table.items())
    return text.partition(TABLE)[0] + TABLE + lines


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
