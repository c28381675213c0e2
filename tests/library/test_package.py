"""The package as a whole: what it costs to import, and how it grows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import visualizer

LIBRARY = Path(visualizer.__file__).parent
pytestmark = pytest.mark.skipif(sys.platform == "emscripten", reason="starts other processes")

OPTIMIZER = """
class SignDescent:
    teaching_order = 1.5
    formula = "W ← W − η sign(∂L/∂W)"
    choices = {}

    def update(self, params, grads):
        for key in params:
            params[key] -= 0.01 if grads[key] > 0 else -0.01
"""

LANDSCAPE = """
from visualizer.landscapes.landscape import Landscape

slope = Landscape(
    key="slope",
    title={"ja": "坂", "en": "Slope"},
    formula="x",
    f=lambda x, y: x,
    grad=lambda x, y: (1.0, 0.0),
    xlim=(0, 1),
    ylim=(0, 1),
    minima=[],
    start=(1, 0),
    rates={},
    teaching_order=1.5,
)
"""


def run(program, library=LIBRARY):
    where = {**os.environ, "PYTHONPATH": str(library.parent)}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=where, capture_output=True, text=True, check=True).stdout


def test_walking_needs_no_matplotlib_and_drawing_on_axes_no_pyplot():
    program = """
import sys
from visualizer import SGD, Adventurer
from visualizer.landscapes import LANDSCAPES
field = LANDSCAPES["valley"]
route = Adventurer(-7, 2).optimize(field, SGD(lr=0.95))
print("matplotlib" in sys.modules)
from matplotlib.figure import Figure
field.plot(route, ax=Figure().add_subplot(), arrows=True)
print("matplotlib.pyplot" in sys.modules)
"""
    assert run(program).split() == ["False", "False"]


@pytest.fixture
def grown(tmp_path):
    """A copy of the library with one more file for an optimizer and one for a landscape."""
    copy = tmp_path / "lib" / "visualizer"
    shutil.copytree(LIBRARY, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "optimizers" / "sign.py").write_text(OPTIMIZER, encoding="utf-8")
    (copy / "landscapes" / "slope.py").write_text(LANDSCAPE, encoding="utf-8")
    return copy


def test_a_new_file_is_a_new_optimizer_or_landscape(grown):
    program = """
from visualizer import Adventurer, SignDescent
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZERS
route = Adventurer(1, 0).optimize(LANDSCAPES["slope"], SignDescent(), steps=2)
print(list(OPTIMIZERS)[:3], list(LANDSCAPES)[:3], route.x.round(6).tolist())
"""
    assert run(program, grown).strip() == (
        "['SGD', 'SignDescent', 'Momentum'] ['valley', 'slope', 'bowl'] [1.0, 0.99, 0.98]"
    )
