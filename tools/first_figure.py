"""Runs inside Pyodide (tools/precompile.mjs), with the project in /project: what is needed first.

Draws what a visitor may see first and writes into /out which files of the standard library and of
the wheels that took (used.json), and the project's own modules as byte code (lib/).
"""

import json
import sys
from pathlib import Path

OUT, PROJECT = Path("/out"), Path("/project")
STDLIB, SITE = "/lib/python314.zip/", "/lib/python3.14/site-packages/"
# Where the page's worker has the modules.
HOME = Path("/home/pyodide")
OPENED: set[str] = set()


def listen(event: str, arguments: tuple) -> None:
    if event == "open" and isinstance(arguments[0], str):
        OPENED.add(arguments[0])


def used() -> dict[str, list[str]]:
    """Files below the standard library and below site-packages that modules came from or opened."""
    files = OPENED | {str(getattr(module, "__file__", "")) for module in sys.modules.values()}
    return {name: sorted(_below(files, name)) for name in (STDLIB, SITE)}


def _below(files: set[str], folder: str) -> set[str]:
    return {file.removeprefix(folder) for file in files if file.startswith(folder)}


def compile_project() -> None:
    from bytecode import compiled

    for path in sorted((PROJECT / "lib").rglob("*.py")):
        name = path.relative_to(PROJECT / "lib")
        target = OUT / "lib" / name.with_suffix(".pyc")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(compiled(path.read_bytes(), HOME / name))


sys.addaudithook(listen)
sys.path[:0] = [str(PROJECT / "lib"), str(PROJECT / "tools")]
from worker.snapshot.rehearsal import rehearse  # noqa: E402

rehearse()
(OUT / "used.json").write_text(json.dumps(used()))
compile_project()
