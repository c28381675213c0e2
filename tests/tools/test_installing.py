"""The library by itself: what pip installs is found and works away from the project."""

import subprocess
import sys

import pytest

from runtime import ROOT

PROGRAM = """
import visualizer
from visualizer import SGD, Adventurer, Field

field = Field(lambda x, y: x**2 / 20 + y**2, (-10, 10), (-5, 5))
adventurer = Adventurer(-7, 2)
adventurer.optimize(field, SGD(lr=0.95), steps=1)
print(visualizer.__version__, visualizer.__file__, *adventurer.route.points[-1].tolist())
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which pip has installed the project, without asking any registry."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    subprocess.run([*pip, *offline, "--target", target, ROOT], check=True, cwd=target)
    return target


def python(installed, *arguments):
    command = [sys.executable, "-P", *arguments]
    environment = {"PYTHONPATH": str(installed), "PATH": ""}
    return subprocess.check_output(command, cwd=installed, env=environment, text=True)


def test_the_installed_library_walks_away_from_the_project(installed):
    version, path, x, y = python(installed, "-c", PROGRAM).split()
    assert (float(x), float(y)) == pytest.approx((-6.335, -1.8))
    assert path == str(installed / "visualizer" / "__init__.py")
    assert f"\n## {version}\n" in (installed / "visualizer" / "CHANGELOG.md").read_text()


def test_nothing_but_the_library_is_installed(installed):
    names = {path.name for path in installed.iterdir()} - {"__pycache__"}
    (metadata,) = (name for name in names if name.endswith(".dist-info"))
    assert names == {"visualizer", "bilingual.py", metadata}


def test_type_checkers_see_its_hints(installed):
    assert (installed / "visualizer" / "py.typed").exists()
