"""The script that the page offers walks the same routes under CPython."""

import numpy as np
import pytest
from matplotlib import pyplot
from runtime import ROOT

from page.catalogue import Catalogue
from page.script import script
from page.state import fresh_picture, walk_request
from visualizer.landscapes import LANDSCAPES
from worker.walking import Walks

CATALOGUE = Catalogue(ROOT / "assets" / "catalogue.json")
OWN = {
    "code": 'class SGD:\n    """A "quoted" \\\\ word."""\n\n    def __init__(self, lr):\n'
    "        self.lr = lr\n\n    def update(self, params, grads):\n"
    "        for key in params:\n            params[key] -= 0.5 * self.lr * grads[key]\n",
    "class": "SGD",
    "hyper": {"lr": 0.9},
}


def run(text, monkeypatch):
    """Run a program; the routes it made, and its one figure."""
    pyplot.switch_backend("agg")
    pyplot.close("all")
    monkeypatch.setattr(pyplot, "show", lambda: None)
    namespace = {}
    exec(compile(text, "script", "exec"), namespace)
    (number,) = pyplot.get_fignums()
    return namespace["routes"], pyplot.figure(number)


def picture_with(**changes):
    return {**fresh_picture(), "start": [-0.7, 0.3], **changes}


def assert_same(picture, routes):
    walks = Walks()
    walks.take(walk_request(picture, CATALOGUE))
    assert [route.name for route in walks.routes] == list(routes)
    last = None if picture["moment"] is None else picture["moment"] + 1
    for route in walks.routes:
        assert np.array_equal(route.points[:last], np.asarray(routes[route.name]))


@pytest.mark.parametrize("landscape", LANDSCAPES)
def test_every_landscape_with_every_method(landscape, monkeypatch):
    names = [method["name"] for method in CATALOGUE.methods]
    picture = picture_with(landscape=landscape, methods=names, steps=12)
    routes, figure = run(script(picture, CATALOGUE), monkeypatch)
    assert_same(picture, routes)
    legend = figure.axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()] == names


@pytest.mark.parametrize(("view", "name"), [("arrows", "rectilinear"), ("surface", "3d")])
def test_every_view(view, name, monkeypatch):
    picture = picture_with(view=view)
    routes, figure = run(script(picture, CATALOGUE), monkeypatch)
    assert_same(picture, routes)
    assert figure.axes[0].name == name


def test_the_readers_own_formula(monkeypatch):
    formula = {"text": "sin(x) + y**2", "xlim": [-3, 3], "ylim": [-2, 2.5]}
    picture = picture_with(landscape="own", formula=formula)
    routes, figure = run(script(picture, CATALOGUE), monkeypatch)
    assert_same(picture, routes)
    assert figure.axes[0].get_ylim() == (-2, 2.5)


def test_entered_rates_and_the_moment_shown(monkeypatch):
    picture = picture_with(moment=4, hyper={"valley": {"SGD": {"lr": 0.123456789}}})
    routes, _ = run(script(picture, CATALOGUE), monkeypatch)
    assert_same(picture, routes)
    assert len(routes["SGD"]) == 5


def test_the_readers_own_method(monkeypatch):
    picture = picture_with(methods=["SGD"], own=OWN)
    routes, _ = run(script(picture, CATALOGUE), monkeypatch)
    assert list(routes) == ["SGD", "You"]
    assert_same(picture, routes)
