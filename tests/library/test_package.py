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

# Names, colour and marker of the samples are none that anybody would choose for their own.
OPTIMIZER = '''
"""Steps of one size, down the slope."""

from visualizer.elementary import sign
from visualizer.optimizers.info import LEARNING_RATE, OptimizerInfo


class SampleDescent:
    """W ← W − η sign(∂L/∂W): steps of one size.

    lr: the learning rate η.
    """

    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr

    def update(self, params: dict, grads: dict) -> None:
        for key in params:
            params[key] -= self.lr * sign(grads[key])


sample_descent = OptimizerInfo(
    SampleDescent,
    label="Sample descent",
    formula="W ← W − η sign(∂L/∂W)",
    colour="#4B3A29",
    marker="4",
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


sample_corner = Landscape(
    key="sample_corner",
    formula="(x − 1)² + (y − 1)²",
    f=f,
    grad=grad,
    xlim=(0, 3),
    ylim=(0, 3),
    minima=[(1.0, 1.0)],
    start=(2, 0.5),
)

sample_corner_info = LandscapeInfo(
    sample_corner,
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
    assert set(said(program).split()) <= {"visualizer", "bilingual", "numpy", "copy", "__future__"}


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
    shutil.copy(LIBRARY.parent / "bilingual.py", copy.parent)
    return copy


@pytest.fixture
def grown(copied):
    """A copy with one more optimizer and one more landscape, each a file and its name."""
    add_optimizer(copied)
    add_landscape(copied)
    return copied


def add_optimizer(library, old="", new="", record="sample_descent"):
    """Add the sample to a copy, as the README says, but for some words of it."""
    text = OPTIMIZER.replace(old, new)
    add(library / "optimizers", "sample_descent", text, f"SampleDescent, {record}", record, "sgd")


def add_landscape(library, old="", new="", record="sample_corner_info"):
    name, text = "sample_corner", LANDSCAPE.replace(old, new)
    add(library / "landscapes", name, text, f"{name}, sample_corner_info", record, "valley_info")


def add(package, module, text, names, record, after):
    """A new file, and its record in the registry, after another's."""
    (package / f"{module}.py").write_text(text.lstrip(), encoding="utf-8")
    registry = package / "__init__.py"
    lines = registry.read_text(encoding="utf-8").splitlines()
    lines.insert(lines.index(f"    {after},") + 1, f"    {record},")
    first = next(n for n, line in enumerate(lines) if line.startswith("from"))
    lines.insert(first, f"from visualizer.{package.name}.{module} import {names}")
    registry.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_new_file_and_its_name_are_a_new_optimizer_or_landscape(grown):
    program = """
from visualizer import Adventurer
from visualizer.landscapes import LANDSCAPE_INFO, LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO, OPTIMIZERS
field, method = LANDSCAPES["sample_corner"], OPTIMIZERS["SampleDescent"]()
route = Adventurer(2, 1).optimize(field, method, steps=2)
print(*list(OPTIMIZERS)[:2], *list(LANDSCAPES)[:2], *route.x.round(6))
print(OPTIMIZER_INFO["SampleDescent"].defaults, LANDSCAPE_INFO["sample_corner"].rates)
"""
    assert said(program, grown).splitlines() == [
        "SGD SampleDescent valley sample_corner 2.0 1.99 1.98",
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
    assert "sample_corner" in done.stdout or "passed" in done.stdout


LACKING = [
    ("SampleDescent lacks colour", {'    colour="#4B3A29",\n': ""}),
    ("SampleDescent lacks formula, label", {"Sample descent": "", '    formula="W': '    state="'}),
    ("SampleDescent() has no attribute 'lr'", {"self.lr = lr": "self.rate = lr"}),
    ("SampleDescent() has no attribute 'update'", {"def update": "def step"}),
    ("SampleDescent() has no attribute 'v'", {"G_RATE,),": "G_RATE,), state=('v',),"}),
    ("SampleDescent: the default of lr is out of its bounds", {"lr: float = 0.01": "lr=100.0"}),
    ("SampleDescent has in hyperparameters <", {"(LEARNING_RATE,)": "LEARNING_RATE"}),
    ("SampleDescent has in state 'v', where", {"G_RATE,),": "G_RATE,), state=('v'),"}),
    ("SampleDescent has no hyper-parameter 'lr'", {"hyperparameters=(LEARNING_RATE,),": ""}),
    ("SampleDescent has the colour 'grey', which is no", {"#4B3A29": "grey"}),
    ("'SampleDescent', which is no class", {"    SampleDescent,\n": "    'SampleDescent',\n"}),
    (
        "The hyper-parameter 'lr' lacks high, low",
        {"(LEARNING_RATE,)": "(type(LEARNING_RATE)('lr', label=LEARNING_RATE.label),)"},
    ),
]


@pytest.mark.parametrize(("told", "changes"), LACKING)
def test_an_incomplete_optimizer_is_told_in_one_sentence(told, changes):
    text = OPTIMIZER
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    with pytest.raises(ValueError) as caught:
        exec(text, {"__name__": "sample_descent"})
    assert told in str(caught.value) and str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "part", ["title", "formula", "f", "grad", "xlim", "ylim", "minima", "start"]
)
def test_an_incomplete_landscape_is_told_in_one_sentence(part):
    text = re.sub(rf"^    {part}=.*\n", "", LANDSCAPE, flags=re.MULTILINE)
    with pytest.raises(ValueError) as caught:
        exec(text, {})
    assert str(caught.value) == f"The landscape 'sample_corner' lacks {part}."


@pytest.mark.parametrize(
    ("add_sample", "old", "new", "told"),
    [
        (add_optimizer, '    marker="4",\n', "", "SampleDescent lacks marker."),
        (
            add_optimizer,
            "#4B3A29",
            "#0072b2",
            "Momentum and SampleDescent share the colour #0072B2: choose another, see "
            "OptimizerInfo in visualizer/optimizers/info.py.",
        ),
        (add_optimizer, 'marker="4"', 'marker="o"', "SampleDescent and SGD share the marker o: "),
        (
            add_landscape,
            ', "en": "Corner"',
            "",
            "The landscape 'sample_corner' lacks title in 'en'.",
        ),
        (add_landscape, 'key="sample_corner"', 'key="valley"', "'valley' is registered twice."),
        (
            add_landscape,
            "    sample_corner,\n",
            "    'sample_corner',\n",
            "A LandscapeInfo is given 'sample_corner', which is no Landscape.",
        ),
    ],
)
def test_what_cannot_be_registered_gets_one_clear_error_at_import(
    copied, add_sample, old, new, told
):
    add_sample(copied, old, new)
    assert told in error_at_import(copied)


def test_a_class_in_place_of_its_record_gets_one_clear_error_at_import(copied):
    add_optimizer(copied, record="SampleDescent")
    told = "SampleDescent'> is registered, which is no OptimizerInfo."
    assert told in error_at_import(copied)


def test_a_landscape_in_place_of_its_record_gets_one_clear_error_at_import(copied):
    add_landscape(copied, record="sample_corner")
    told = "(x − 1)² + (y − 1)²> is registered, which is no LandscapeInfo."
    assert told in error_at_import(copied)


def error_at_import(library):
    """The one sentence with which the import of a copy ends."""
    done = run("import visualizer.optimizers, visualizer.landscapes", library)
    assert done.returncode == 1 and done.stderr.count("Error: ") == 1, done.stderr
    return done.stderr.strip().splitlines()[-1].removeprefix("ValueError: ")
