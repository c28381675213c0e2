"""Optional speed: the standard library and the wheels as byte code, in two files for the browser.

Only Python 3.14 itself can write its byte code, so Pyodide does it, run by Node. Without Node the
site is built all the same and the browser compiles the sources at every visit, as on the CDN page.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from fetch import fetch
from runtime import BUILD, LOCK, PIECES
from store import save
from trouble import in_users_language, run

HERE = Path(__file__).parent
SCRIPTS = (HERE / "precompile.mjs", HERE / "bytecode.py")
RESULTS = ("python_stdlib.zip", "library.tar.gz")
SECONDS = 600
CAPTURED: dict[str, Any] = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
(PYODIDE,) = (piece for piece in PIECES if piece.name == "pyodide")


def precompile(
    runtime: Path, folder: Path = BUILD / "precompiled", node: str = "node"
) -> Path | None:
    """The folder that holds RESULTS, made only if its inputs changed; None if that cannot be."""
    wanted = folder / folder_name()
    try:
        if not _is_whole(wanted):
            _make(runtime, wanted, node)
            _remove_others(wanted)
    except NotMade as reason:
        _tell(
            f"事前コンパイルなしで続けます。ページの起動が数秒遅くなります（{reason}）。",
            f"Going on without precompiled Python; the page starts seconds later ({reason}).",
        )
        return None
    return wanted


class NotMade(Exception):
    """There are no results; its text says why."""


def folder_name() -> str:
    """Pyodide's version and a hash of everything that the results depend on."""
    found = hashlib.sha256()
    for path in (LOCK, *SCRIPTS):
        found.update(path.read_bytes())
    return f"precompiled-{PYODIDE.version}-{found.hexdigest()[:12]}"


def _make(runtime: Path, wanted: Path, node: str) -> None:
    program = shutil.which(node)
    if not program:
        raise NotMade(f"{node}: not found")
    _tell(
        "Python を事前コンパイルしています（初回だけ、約 30 秒）…",
        "Precompiling Python (only once, about 30 s) …",
    )
    with tempfile.TemporaryDirectory() as out:
        _run([program, SCRIPTS[0], runtime / PYODIDE.folder, SCRIPTS[1], out])
        if not _is_whole(Path(out)):
            raise NotMade(f"{node}: {', '.join(RESULTS)}?")
        for result in RESULTS:
            save(wanted / result, [(Path(out) / result).read_bytes()])


def _run(command: list[str | Path]) -> None:
    try:
        subprocess.run(command, check=True, timeout=SECONDS, **CAPTURED)
    except subprocess.CalledProcessError as error:
        lines = error.stderr.strip().splitlines() or [f"{error}"]
        raise NotMade(lines[-1][:200]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotMade(f"{error}") from error


def _tell(japanese: str, english: str) -> None:
    print(in_users_language(japanese, english), file=sys.stderr)


def _is_whole(folder: Path) -> bool:
    return all((folder / result).is_file() for result in RESULTS)


def _remove_others(kept: Path) -> None:
    for path in kept.parent.iterdir():
        if path != kept:
            shutil.rmtree(path, ignore_errors=True)


if __name__ == "__main__":
    run(lambda: print(precompile(fetch())))
