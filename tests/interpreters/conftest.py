"""The walks of each interpreter: one process is started for each of them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import walks

import visualizer

HERE = Path(__file__).parent
LIBRARY = Path(visualizer.__file__).parent
RUNTIME = HERE.parents[1] / "build" / "runtime"


@pytest.fixture(scope="session")
def cpython():
    """What this interpreter walks, with nobody beside."""
    return walked_here(None)


@pytest.fixture(scope="session", params=["micropython", "pyodide"])
def other(request, cpython, tmp_path_factory):
    """What MicroPython or Pyodide walks, alone and beside CPython."""
    reference = tmp_path_factory.mktemp("walks") / "reference.json"
    reference.write_text(json.dumps(points_of(cpython)))
    return walked_there(request.param, reference)


@pytest.fixture(scope="session")
def beside(cpython):
    """What CPython walks beside itself: the values to compare others with."""
    return walked_here(points_of(cpython))


def points_of(answer):
    """{name: [[x, y], …]} of an answer's free walks."""
    return {name: [row[:2] for row in one["rows"]] for name, one in answer["walks"].items()}


def walked_here(reference):
    return json.loads(walks.answer(reference))


def walked_there(kind, reference):
    """The answer of an interpreter that Node runs."""
    folder = next(RUNTIME.glob(f"{kind}-*"), None)
    if not shutil.which("node"):
        pytest.skip("Node is not installed; with it, MicroPython and Pyodide are compared too.")
    if folder is None:
        pytest.skip("The runtime is not there; python3 tools/build.py fetches it.")
    command = ["node", HERE / "run.mjs", kind, folder, LIBRARY, walks.__file__, reference]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


if sys.platform == "emscripten":
    collect_ignore_glob = ["test_*.py"]
