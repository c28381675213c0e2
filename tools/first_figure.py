"""Runs inside Pyodide (tools/precompile.mjs), with the project in /project: what is needed first.

Draws what a visitor may see first and writes into /out which files of the standard library and of
the wheels that took (used.json), and the project's own modules as byte code (lib/).
"""

import json
import sys
import traceback
from pathlib import Path

OUT, PROJECT = Path("/out"), Path("/project")
STDLIB, SITE = "/lib/python314.zip/", "/lib/python3.14/site-packages/"
# Where the page's worker has the modules.
HOME = Path("/home/pyodide")
OPENED: set[str] = set()


def listen(event: str, arguments: tuple) -> None:
    if event == "open" and isinstance(arguments[0], str):
        OPENED.add(arguments[0])


def draw_everything() -> None:
    """Every view, both themes, every method's route, a typed field; and a mistake, explained."""
    from protocol.questions import Questions
    from protocol.requests import DrawRequests, scene_request, walk_request
    from visualizer.optimizers import OPTIMIZER_INFO
    from worker.service import Service

    service = Service(lambda *_: None, lambda *_: None, lambda *_: None)
    methods = [{"name": n, "hyper": dict(i.defaults)} for n, i in OPTIMIZER_INFO.items()]
    formula = {"text": "x^2/20 + sin(y)", "xlim": [-10, 10], "ylim": [-5, 5]}
    questions, requests = Questions(), DrawRequests()
    for field, view, theme in (
        ("valley", "contour", "light"),
        ("ackley", "arrows", "dark"),
        (formula, "surface", "light"),
    ):
        turn, axes, bounds = [30.0, -60.0], [0.1, 0.1, 0.8, 0.8], [[-10, 10], [-5, 5]]
        scene = scene_request(field, view, turn, theme, [300, 200], 1.0, axes, *bounds)
        walk = walk_request(field, [1.0, 2.0], 30, methods, None)
        question = questions.ask("figure", 0)
        service.draw(json.dumps(requests.build(question, scene, walk, None, False)))
    try:
        service.draw("{}")
    except Exception:
        traceback.format_exc()


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
draw_everything()
(OUT / "used.json").write_text(json.dumps(used()))
compile_project()
