"""The notebook runs in real Jupyter: as it is handed out, and with the exercises solved."""

import nbformat
import pytest
from nbclient import NotebookClient
from runtime import ROOT

from lesson import EXERCISES

PATH = ROOT / "assets" / "optimization.ipynb"


def executed(solutions):
    """The cells by their ids, run with these exercises solved."""
    notebook = nbformat.read(PATH, as_version=4)
    cells = {cell["id"]: cell for cell in notebook.cells}
    for key in solutions:
        cells[f"{key}-exercise"].source = EXERCISES[key].solution
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": PATH.parent}})
    client.execute()
    return cells


def printed(cell):
    return "".join(output["text"] for output in cell.outputs if output.output_type == "stream")


def pictures(cell):
    return [output for output in cell.outputs if "image/png" in output.get("data", {})]


def test_it_is_handed_out_clean():
    notebook = nbformat.read(PATH, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    for key, exercise in EXERCISES.items():
        (solution,) = [cell for cell in notebook.cells if cell["id"] == f"{key}-solution"]
        assert exercise.solution.strip() in solution.source
        assert solution.source.startswith("<details>")


@pytest.fixture(scope="module")
def unsolved():
    return executed([])


@pytest.fixture(scope="module")
def solved():
    return executed(EXERCISES)


def test_the_empty_exercises_run_and_say_what_is_missing(unsolved):
    assert printed(unsolved["library"]) == "OK\n"
    for key in EXERCISES:
        assert "まだ" in printed(unsolved[f"{key}-check"])


def test_the_solutions_are_called_right_and_all_figures_appear(solved, unsolved):
    for key in EXERCISES:
        told = printed(solved[f"{key}-check"])
        assert told and told != printed(unsolved[f"{key}-check"])
        assert "まだ" not in told
    for name in ("bowl", "valley", "arrows", "compare"):
        assert len(pictures(solved[name])) == 1
