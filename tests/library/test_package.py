"""The package as a whole: what it costs to import, and how it grows by a file and its name."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import visualizer

LIBRARY = Path(visualizer.__file__).parent
TESTS = Path(__file__).parent
pytestmark = pytest.mark.skipif(sys.platform == "emscripten", reason="starts other processes")

OPTIMIZER = '''
"""Steps of one size, down the slope."""

from visualizer.elementary import sign
from visualizer.optimizers.info import LEARNING_RATE, OptimizerInfo


class SignDescent:
    """W ← W − η sign(∂L/∂W): steps of one size.

    lr: the learning rate η.
    """

    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr

    def update(self, params: dict, grads: dict) -> None:
        for key in params:
            params[key] -= self.lr * sign(grads[key])


sign_descent = OptimizerInfo(
    SignDescent,
    label="Sign descent",
    formula="W ← W − η sign(∂L/∂W)",
    colour="#999999",
    marker="p",
    hyperparameters=(LEARNING_RATE,),
)
'''

LANDSCAPE = '''
"""A round bowl in a corner."""

from visualizer.landscapes.info import LandscapeInfo
from visualizer.landscapes.landscape import Landscape


def f(x, y):
    return (x - 1) ** 2 + (y - 1) ** 2


def grad(x, y):
    return 2 * (x - 1), 2 * (y - 1)


corner = Landscape(
    key="corner",
    formula="(x − 1)² + (y − 1)²",
    f=f,
    grad=grad,
    xlim=(0, 3),
    ylim=(0, 3),
    minima=[(1.0, 1.0)],
    start=(2, 0.5),
)

corner_info = LandscapeInfo(
    corner,
    title={"ja": "すみ", "en": "Corner"},
)
'''


def run(program, library=LIBRARY):
    where = {**os.environ, "PYTHONPATH": str(library.parent)}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=where, capture_output=True, text=True, timeout=300)


def said(program, library=LIBRARY):
    done = run(program, library)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


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
    assert said(program).split() == ["False", "False"]


def test_it_imports_next_to_nothing_that_numpy_has_not_imported():
    """Which keeps its import within 20 ms of numpy's, as tests/benchmarks/library.py measures."""
    program = """
import sys, numpy
before = set(sys.modules)
import visualizer
print(*{name.split(".")[0] for name in set(sys.modules) - before})
"""
    assert set(said(program).split()) <= {"visualizer", "numpy", "copy", "__future__"}


def test_it_has_a_version():
    assert re.fullmatch(r"\d+\.\d+\.\d+", visualizer.__version__)


def test_every_public_name_is_there():
    assert all(hasattr(visualizer, name) for name in visualizer.__all__)
    assert visualizer.__all__ == sorted(visualizer.__all__, key=_as_ruff_sorts)


def _as_ruff_sorts(name):
    return (not name.isupper(), name.islower(), name)


@pytest.fixture
def copied(tmp_path):
    """A copy of the library."""
    copy = tmp_path / "lib" / "visualizer"
    shutil.copytree(LIBRARY, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.fixture
def grown(copied):
    """A copy with one more optimizer and one more landscape, each a file and its name."""
    add(copied / "optimizers", "sign_descent", OPTIMIZER, "SignDescent, sign_descent", "sgd")
    add(copied / "landscapes", "corner", LANDSCAPE, "corner, corner_info", "valley_info")
    return copied


def add(package, module, text, names, after):
    """Do what the README says: a new file, and its name in the registry, after another's."""
    (package / f"{module}.py").write_text(text.lstrip(), encoding="utf-8")
    registry = package / "__init__.py"
    lines = registry.read_text(encoding="utf-8").splitlines()
    record = names.split(", ")[-1]
    lines.insert(lines.index(f"    {after},") + 1, f"    {record},")
    first = next(n for n, line in enumerate(lines) if line.startswith("from"))
    lines.insert(first, f"from visualizer.{package.name}.{module} import {names}")
    registry.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_new_file_and_its_name_are_a_new_optimizer_or_landscape(grown):
    program = """
from visualizer import Adventurer
from visualizer.landscapes import LANDSCAPE_INFO, LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO, OPTIMIZERS
route = Adventurer(2, 1).optimize(LANDSCAPES["corner"], OPTIMIZERS["SignDescent"](), steps=2)
print(list(OPTIMIZERS)[:3], list(LANDSCAPES)[:3], route.x.round(6).tolist())
print(OPTIMIZER_INFO["SignDescent"].defaults, LANDSCAPE_INFO["corner"].rates)
"""
    assert said(program, grown).splitlines() == [
        "['SGD', 'SignDescent', 'Momentum'] ['valley', 'corner', 'bowl'] [2.0, 1.99, 1.98]",
        "{'lr': 0.01} {}",
    ]


def test_a_new_optimizer_and_landscape_pass_the_tests_of_the_others(grown):
    names = ["optimizers", "landscapes", "adventurer", "walk", "gradient", "plain"]
    tests = grown.parent.parent / "tests"
    tests.mkdir()
    for name in names:
        shutil.copy(TESTS / f"test_{name}.py", tests)
    (tests / "pytest.ini").write_text("[pytest]\npythonpath = ../lib\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests)]
    done = subprocess.run(command, cwd=tests, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout
    assert "corner" in done.stdout or "passed" in done.stdout


INCOMPLETE = [
    ("colour", OPTIMIZER.replace('    colour="#999999",\n', "")),
    ("label", OPTIMIZER.replace("Sign descent", "")),
    ("'lr'", OPTIMIZER.replace("self.lr = lr", "self.rate = lr")),
    ("'update'", OPTIMIZER.replace("def update", "def step")),
    ("'v'", OPTIMIZER.replace("(LEARNING_RATE,),", "(LEARNING_RATE,), state=('v',),")),
    ("bounds", OPTIMIZER.replace("lr: float = 0.01", "lr: float = 100.0")),
]


@pytest.mark.parametrize(("word", "text"), INCOMPLETE)
def test_an_incomplete_optimizer_gets_one_clear_error_at_import(copied, word, text):
    add(copied / "optimizers", "sign_descent", text, "SignDescent, sign_descent", "sgd")
    done = run("import visualizer.optimizers", copied)
    assert done.returncode == 1 and done.stderr.count("Error: ") == 1
    message = done.stderr.strip().splitlines()[-1]
    assert word in message
    assert "SignDescent" in message or "sign_descent.py" in done.stderr


@pytest.mark.parametrize("part", ["start", "minima", "grad", "title"])
def test_an_incomplete_landscape_gets_one_clear_error_at_import(copied, part):
    text = re.sub(rf"^    {part}=.*\n", "", LANDSCAPE, flags=re.MULTILINE)
    add(copied / "landscapes", "corner", text, "corner, corner_info", "valley_info")
    done = run("import visualizer.landscapes", copied)
    assert done.returncode == 1 and done.stderr.count("Error: ") == 1
    assert part in done.stderr.strip().splitlines()[-1] and "corner.py" in done.stderr


def test_a_landscape_without_an_english_title_gets_one_clear_error(copied):
    text = LANDSCAPE.replace(', "en": "Corner"', "")
    add(copied / "landscapes", "corner", text, "corner, corner_info", "valley_info")
    done = run("import visualizer.landscapes", copied)
    assert done.stderr.strip().endswith("ValueError: The landscape 'corner' lacks title in 'en'.")


def test_a_name_that_is_taken_gets_one_clear_error(copied):
    text = LANDSCAPE.replace('key="corner"', 'key="valley"')
    add(copied / "landscapes", "corner", text, "corner, corner_info", "valley_info")
    done = run("import visualizer.landscapes", copied)
    assert done.stderr.strip().endswith("ValueError: 'valley' is registered twice.")
