"""Runs inside Pyodide (tools/precompile.mjs): packs what is installed there, compiled, into /out.

python_stdlib.zip replaces Pyodide's own; library.tar.gz is unpacked at the root of its files. A
.pyc stands where its .py stood, so tracebacks still name the file and line of every frame.
"""

import importlib.util
import io
import marshal
import tarfile
import zipfile
from pathlib import Path

OUT = Path("/out")
STDLIB = Path("/lib/python314.zip")
SITE = Path("/lib/python3.14/site-packages")
# For compilers and type checkers; nothing that Python imports or opens.
UNUSED = {".pyi", ".pxd", ".pyx", ".h", ".c", ".a", ".typed", ".rst"}
UNUSED_FOLDERS = {"sample_data", "tests"}
# Marked as "never compare with the source", of which nothing is left: PEP 552.
HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


def compiled(source: bytes, path: Path) -> bytes:
    code = compile(source, str(path), "exec", dont_inherit=True)
    return HEADER + marshal.dumps(code)


def pack_stdlib() -> None:
    target = OUT / "python_stdlib.zip"
    with zipfile.ZipFile(STDLIB) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith(".py"):
                new.writestr(f"{name}c", compiled(data, STDLIB / name))
            elif not name.endswith("/"):
                new.writestr(name, data)


def pack_library() -> None:
    with tarfile.open(OUT / "library.tar.gz", "w:gz", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(SITE.rglob("*")):
            if path.is_file() and is_used(path.relative_to(SITE)):
                if path.suffix == ".py":
                    add(archive, path.with_suffix(".pyc"), compiled(path.read_bytes(), path))
                else:
                    add(archive, path, path.read_bytes())


def is_used(path: Path) -> bool:
    return path.suffix not in UNUSED and not UNUSED_FOLDERS & set(path.parts)


def add(archive: tarfile.TarFile, path: Path, data: bytes) -> None:
    entry = tarfile.TarInfo(str(path).lstrip("/"))
    entry.size = len(data)
    archive.addfile(entry, io.BytesIO(data))


if __name__ == "__main__":
    pack_stdlib()
    pack_library()
