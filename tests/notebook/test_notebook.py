"""The notebook runs in real Jupyter: as it is handed out, solved, and away from the project."""

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from lesson import EXERCISES as LESSON
from lesson.sentences import SENTENCES
from runtime import ROOT

PATH = ROOT / "assets" / "optimization.ipynb"
CELLS = {cell["id"] for cell in nbformat.read(PATH, as_version=4).cells}
PICTURES = ("bowl", "valley", "arrows", "compare", "look", "route")
# The notebook need not have every exercise of the lesson.
EXERCISES = {key: one for key, one in LESSON.items() if f"{key}-exercise" in CELLS}


def executed(solutions, folder=PATH.parent, kernel="python3", where="pass"):
    """The cells by their ids, run in a folder with these exercises solved: {key: code}.

    A cell "where" runs last.
    """
    notebook = nbformat.read(PATH, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(where, id="where"))
    cells = {cell["id"]: cell for cell in notebook.cells}
    for key, code in solutions.items():
        cells[f"{key}-exercise"].source = code
    resources = {"metadata": {"path": folder}}
    client = NotebookClient(notebook, timeout=120, kernel_name=kernel, resources=resources)
    client.execute()
    return cells


def printed(cell):
    return "".join(output["text"] for output in cell.outputs if output.output_type == "stream")


def pictures(cell):
    return [output for output in cell.outputs if "image/png" in output.get("data", {})]


def test_it_has_the_decks_exercises():
    assert {"sgd", "momentum"} <= set(EXERCISES)


def test_it_is_handed_out_clean():
    notebook = nbformat.read(PATH, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    for key, exercise in EXERCISES.items():
        (solution,) = [cell for cell in notebook.cells if cell["id"] == f"{key}-solution"]
        assert exercise.solution.strip() in solution.source
        assert solution.source.startswith("<details>")
        (begun,) = [cell for cell in notebook.cells if cell["id"] == f"{key}-exercise"]
        assert begun.source.strip() == exercise.skeleton["ja"].strip()


@pytest.fixture(scope="module")
def unsolved():
    return executed({})


@pytest.fixture(scope="module")
def solved():
    return executed({key: exercise.solution for key, exercise in EXERCISES.items()})


def test_the_empty_exercises_run_and_say_what_is_missing(unsolved):
    assert printed(unsolved["library"]).endswith("OK\n")
    for key in EXERCISES:
        assert "まだ" in printed(unsolved[f"{key}-check"])


def test_the_solutions_are_called_right_and_all_figures_appear(solved, unsolved):
    for key in EXERCISES:
        said = printed(solved[f"{key}-check"])
        assert said.split("\n")[:-1] == list(SENTENCES.table["right"])
    for name in PICTURES:
        assert len(pictures(solved[name])) == 1


def looking_for_the_library(folder):
    """What the first cell prints in a folder where no library is installed."""
    notebook = nbformat.read(PATH, as_version=4)
    (cell,) = [cell for cell in notebook.cells if cell["id"] == "library"]
    bare = [sys.executable, "-I", "-S", "-c", cell.source]
    return subprocess.run(bare, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_where_it_is_not_installed_the_one_command_is_told_and_the_projects_folder_serves(tmp_path):
    for folder in (PATH.parent, ROOT):
        assert "    pip install .\nOK\n" in looking_for_the_library(folder)
    assert looking_for_the_library(tmp_path).endswith("    pip install .\n")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The Python of a new environment, into which pip has installed the library."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    # All else, Jupyter too, is where the tests have it: nothing is fetched for this.
    (Path(site) / "others.pth").write_text(sysconfig.get_path("purelib"))
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", *offline, str(ROOT)]
    subprocess.run(pip, check=True, cwd=folder)
    return python


def test_where_pip_has_installed_it_no_folder_of_the_project_is_needed(
    fresh, tmp_path, monkeypatch
):
    kernel, elsewhere = tmp_path / "kernels" / "fresh", tmp_path / "elsewhere"
    kernel.mkdir(parents=True)
    elsewhere.mkdir()
    command = [str(fresh), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": command, "display_name": "fresh", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    solutions = {key: exercise.solution for key, exercise in EXERCISES.items()}
    cells = executed(solutions, elsewhere, "fresh", "import visualizer; print(visualizer.__file__)")
    assert printed(cells["library"]) == "OK\n"
    assert Path(printed(cells["where"]).strip()).is_relative_to(fresh.parents[1])
    assert all("assets" in printed(cells[f"{key}-check"]) for key in EXERCISES)
    for name in PICTURES:
        assert len(pictures(cells[name])) == 1
