"""The generated files: each is as tools/sync.py writes it, and lists what is needed."""

import json
import tomllib

import pytest

from runtime import ROOT
from stale import SYNC
from sync import GENERATED, page_config, worker_config

PAGE = """
import visualizer.walk
from visualizer import formula
from visualizer.messages import say
"""


LAZY = """
TYPE_CHECKING = False
if TYPE_CHECKING:
    import visualizer.field

def exp():
    import visualizer.field
"""


@pytest.fixture
def project(tmp_path):
    """A small project whose page uses a part of the library."""

    def add(name, text=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    add("main.py", PAGE)
    add("lib/bilingual.py")
    add("lib/protocol/__init__.py")
    add("lib/page/__init__.py")
    add("lib/page/stage/canvas.py")
    add("lib/page/stage/painter.mjs")
    add("lib/visualizer/__init__.py", "import visualizer.field")
    add("lib/visualizer/field.py", "import numpy")
    add("lib/visualizer/walk.py")
    add("lib/visualizer/messages.py")
    add("lib/visualizer/formula/__init__.py", "from visualizer.formula.tree import Tree")
    add("lib/visualizer/formula/tree.py", "from visualizer.elementary import exp")
    add("lib/visualizer/elementary.py", LAZY)
    return tmp_path


@pytest.mark.parametrize("name", GENERATED)
def test_the_generated_files_are_up_to_date(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == GENERATED[name](ROOT), f"{name} is {SYNC}"


def test_the_page_gets_of_the_library_what_it_imports_and_nothing_else(project):
    assert json.loads(page_config(project))["files"] == {
        "../bilingual.py": "./bilingual.py",
        "../protocol/__init__.py": "./protocol/__init__.py",
        "./__init__.py": "./page/__init__.py",
        "./stage/canvas.py": "./page/stage/canvas.py",
        "../visualizer/elementary.py": "./visualizer/elementary.py",
        "../visualizer/formula/__init__.py": "./visualizer/formula/__init__.py",
        "../visualizer/formula/tree.py": "./visualizer/formula/tree.py",
        "../visualizer/messages.py": "./visualizer/messages.py",
        "../visualizer/walk.py": "./visualizer/walk.py",
        "../../assets/catalogue.json": "./catalogue.json",
    }


def test_the_scripts_of_the_page_are_modules_of_pyscript(project):
    modules = json.loads(page_config(project))["js_modules"]
    assert modules == {"main": {"./stage/painter.mjs": "painter"}}


def test_the_worker_gets_the_whole_library(project):
    files = tomllib.loads(worker_config(project))["files"]
    assert files["./lib/visualizer/formula/tree.py"] == "./visualizer/formula/tree.py"
    assert {"./lib/bilingual.py", "./lib/visualizer/__init__.py"} <= files.keys()
    assert not any("page" in address for address in files)
