"""The script that the page offers walks the same routes under CPython; nothing foreign is in it."""

import ast

import numpy as np
import pytest
from matplotlib import pyplot

from page.lab.script import script
from page.state.catalogue import Catalogue
from page.state.setup import fresh_setup, walk_of
from runtime import ROOT
from stale import SYNC
from visualizer.landscapes import LANDSCAPES
from worker.walks import Walks

CATALOGUE = Catalogue(ROOT / "assets" / "catalogue.json")
OWN = {
    "code": 'class SGD:\n    """A "quoted" \\\\ word."""\n\n    def __init__(self, lr):\n'
    "        self.lr = lr\n\n    def update(self, params, grads):\n"
    "        for key in params:\n            params[key] -= 0.5 * self.lr * grads[key]\n",
    "class": "SGD",
    "hyper": {"lr": 0.9},
}


@pytest.fixture(autouse=True)
def no_figures_left():
    yield
    pyplot.close("all")


def run(text, monkeypatch):
    """Run a program; the routes it made, and its one figure."""
    pyplot.switch_backend("agg")
    pyplot.close("all")
    monkeypatch.setattr(pyplot, "show", lambda: None)
    namespace = {}
    exec(compile(text, "script", "exec"), namespace)
    (number,) = pyplot.get_fignums()
    return namespace["routes"], pyplot.figure(number)


def setup_with(**changes):
    return {**fresh_setup(), "start": [-0.7, 0.3], **changes}


def assert_same(setup, routes):
    walks = Walks()
    walks.take(walk_of(setup, CATALOGUE))
    assert [route.name for route in walks.routes] == list(routes)
    last = None if setup["moment"] is None else setup["moment"] + 1
    for route in walks.routes:
        assert np.array_equal(route.points[:last], np.asarray(routes[route.name]))


@pytest.mark.parametrize("landscape", LANDSCAPES)
def test_every_landscape_with_every_method(landscape, monkeypatch):
    known = [each["key"] for each in CATALOGUE.landscapes]
    assert landscape in known, f"assets/catalogue.json is {SYNC}"
    names = [method["name"] for method in CATALOGUE.methods]
    setup = setup_with(landscape=landscape, methods=names, steps=12)
    routes, figure = run(script(setup, CATALOGUE), monkeypatch)
    assert_same(setup, routes)
    legend = figure.axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()] == names


@pytest.mark.parametrize(("view", "name"), [("arrows", "rectilinear"), ("surface", "3d")])
def test_every_view(view, name, monkeypatch):
    setup = setup_with(view=view)
    routes, figure = run(script(setup, CATALOGUE), monkeypatch)
    assert_same(setup, routes)
    assert figure.axes[0].name == name


@pytest.mark.parametrize(
    "text",
    ["sin(x) + y**2", "x²/20 + y²", "３＊ｘ − abs(y) % 2", "np.exp(-x²) × cos(π*y)", "7", "y"],
)
def test_the_readers_own_formula(text, monkeypatch):
    """Fault: the raw text was pasted, and x² was a syntax error."""
    formula = {"text": text, "xlim": [-3, 3], "ylim": [-2, 2.5]}
    setup = setup_with(landscape="typed", formula=formula)
    routes, figure = run(script(setup, CATALOGUE), monkeypatch)
    assert_same(setup, routes)
    assert figure.axes[0].get_ylim() == (-2, 2.5)


def test_nothing_that_was_typed_gets_into_the_script_as_it_is():
    formula = {"text": "x²  +  ００７*y", "xlim": [-3, 3], "ylim": [-2, 2.5]}
    text = script(setup_with(landscape="typed", formula=formula), CATALOGUE)
    assert "²" not in text and "００７" not in text
    code = OWN["code"] + '"""\nimport os\nos.system("ls")\n"""'
    text = script(setup_with(student={**OWN, "code": code}), CATALOGUE)
    called = [ast.unparse(node.func) for node in ast.walk(ast.parse(text)) if hasattr(node, "func")]
    assert "os.system" not in called


def test_entered_rates_and_the_moment_shown(monkeypatch):
    setup = setup_with(moment=4, hyper={"valley": {"SGD": {"lr": 0.123456789}}})
    routes, _ = run(script(setup, CATALOGUE), monkeypatch)
    assert_same(setup, routes)
    assert len(routes["SGD"]) == 5


def test_the_readers_own_method(monkeypatch):
    setup = setup_with(methods=["SGD"], student=OWN)
    routes, _ = run(script(setup, CATALOGUE), monkeypatch)
    assert list(routes) == ["SGD", "You"]
    assert_same(setup, routes)
