"""Optional speed: Python as byte code, and what the first figure needs apart from all the rest.

Only Python 3.14 itself can write its byte code, so Pyodide does it, run by Node. Without Node the
site is built all the same and the browser compiles the sources at every visit, as on the CDN page.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from divide import PARTS, divide
from fetch import fetch
from runtime import BUILD, LOCK, PIECES, ROOT
from trouble import in_users_language, run

HERE = Path(__file__).parent
RUNNER, BYTECODE, FIRST_FIGURE = (
    HERE / name for name in ("precompile.mjs", "bytecode.py", "first_figure.py")
)
# What the two scripts write: all that is installed, and what of it a first figure needs.
COMPILED, NEEDED = ("python_stdlib.zip", "library.tar.gz"), ("used.json", "lib")
SECONDS = 600
CAPTURED: dict[str, Any] = {"capture_output": True, "encoding": "utf-8", "errors": "replace"}
(PYODIDE,) = (piece for piece in PIECES if piece.name == "pyodide")


@dataclass(frozen=True)
class Precompiled:
    """What was made.

    served: the folder with PARTS, which the browser fetches; its name changes with what is in it.
    project: the folder with the modules of lib as byte code.
    """

    served: Path
    project: Path


class NotMade(Exception):
    """There are no results; its text says why."""


def precompile(
    runtime: Path, folder: Path = BUILD / "precompiled", node: str = "node", project: Path = ROOT
) -> Precompiled | None:
    """Make what is not there yet of what its inputs say; None if that cannot be.

    runtime: the folder of the fetched runtime.
    folder: where the results are kept.
    node: the program that runs Pyodide.
    project: the folder with lib.
    """
    compiled = folder / f"compiled-{_hash([LOCK, RUNNER, BYTECODE])}"
    sources = sorted((project / "lib").rglob("*.py"))
    needed = folder / f"needed-{_hash([LOCK, RUNNER, BYTECODE, FIRST_FIGURE, *sources])}"
    pyodide = runtime / PYODIDE.folder
    try:
        if not _is_whole(compiled, COMPILED):
            _tell(
                "Python を事前コンパイルしています（初回だけ、約 30 秒）…",
                "Precompiling Python (only once, about 30 s) …",
            )
            _make([node, RUNNER, pyodide, BYTECODE], project, compiled, COMPILED)
        if not _is_whole(needed, NEEDED):
            _tell(
                "プロジェクトの Python を事前コンパイルしています（約 10 秒）…",
                "Precompiling the project's Python (about 10 s) …",
            )
            _make([node, RUNNER, pyodide, FIRST_FIGURE], project, needed, NEEDED)
    except NotMade as reason:
        _tell(
            f"事前コンパイルなしで続けます。ページの起動が数秒遅くなります（{reason}）。",
            f"Going on without precompiled Python; the page starts seconds later ({reason}).",
        )
        return None
    used = needed / NEEDED[0]
    served = (
        folder
        / f"precompiled-{PYODIDE.version}-{_hash([LOCK, BYTECODE, HERE / 'divide.py', used])}"
    )
    if not _is_whole(served, PARTS):
        divide(compiled, json.loads(used.read_text(encoding="utf-8")), served)
    _remove_all_but({compiled, needed, served}, folder)
    return Precompiled(served, needed / NEEDED[1])


def _hash(inputs: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in inputs:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:12]


def _make(command: list[str | Path], project: Path, folder: Path, results: tuple[str, ...]) -> None:
    program = shutil.which(command[0])
    if not program:
        raise NotMade(f"{command[0]}: not found")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as out:
        _run([program, *command[1:], out, project])
        if not _is_whole(Path(out), results):
            raise NotMade(f"{command[0]}: {', '.join(results)}?")
        shutil.rmtree(folder, ignore_errors=True)
        made = Path(shutil.copytree(out, folder.with_suffix(".new"), dirs_exist_ok=True))
        made.rename(folder)


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


def _is_whole(folder: Path, results: Iterable[str]) -> bool:
    return all((folder / result).exists() for result in results)


def _remove_all_but(kept: set[Path], folder: Path) -> None:
    for path in set(folder.iterdir()) - kept:
        shutil.rmtree(path, ignore_errors=True)


if __name__ == "__main__":
    run(lambda: print(precompile(fetch())))
