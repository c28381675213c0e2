"""The live scene: a ground drawn once, and routes over it that leave no trace."""

import numpy as np
import pytest

from visualizer import SGD, Adventurer, Momentum, Route
from visualizer.figures import VIEWS, StyledRoute, compose, style
from visualizer.landscapes import LANDSCAPES
from worker import scene
from worker.scene import Scene, scene_of

VALLEY = LANDSCAPES["valley"]
SIZE, AXES = (320, 240), (0.1, 0.1, 0.85, 0.85)
EACH_VIEW = pytest.mark.parametrize("view", VIEWS)


def route(method):
    return Adventurer(-7, 2).optimize(VALLEY, method, steps=12)


ROUTES = [(route(SGD(lr=0.95)), "#D55E00", "o"), (route(Momentum(lr=0.1)), *style.STUDENT_STYLE)]


def new_scene(view, theme="light"):
    return Scene(VALLEY, view, SIZE, 1.0, AXES, theme)


def picture(scene, *arguments):
    return np.array(scene.pixels(*arguments))


@EACH_VIEW
def test_pixels_are_those_of_the_size(view):
    assert picture(new_scene(view), ROUTES).shape == (SIZE[1], SIZE[0], 4)


@EACH_VIEW
def test_routes_leave_no_trace(view):
    scene = new_scene(view)
    bare = picture(scene, [])
    assert (picture(scene, ROUTES) != bare).any()
    assert np.array_equal(picture(scene, []), bare)
    assert np.array_equal(bare, picture(new_scene(view), []))


@EACH_VIEW
def test_a_moment_is_the_walk_up_to_there(view):
    scene = new_scene(view)
    cut = [(Route(walked.points[:6]), *look) for walked, *look in ROUTES]
    assert np.array_equal(picture(scene, ROUTES, 5), picture(scene, cut))
    assert (picture(scene, ROUTES, 5) != picture(scene, ROUTES)).any()
    assert np.array_equal(picture(scene, ROUTES, 99), picture(scene, ROUTES))


@EACH_VIEW
def test_the_scene_is_what_compose_draws(view, monkeypatch):
    """The same ground and routes as in a figure, which are drawn in one go there."""
    alive = picture(new_scene(view), ROUTES)
    styled = [StyledRoute(walked.points, *look) for walked, *look in ROUTES]
    monkeypatch.setattr(
        scene,
        "compose",
        lambda ax, field, view, theme, look: compose(ax, field, view, styled, theme, look),
    )
    at_once = picture(new_scene(view), [])
    different = (alive != at_once).any(axis=2).mean()
    assert different < 0.01


@pytest.mark.parametrize("limits", [((-10, 10), (-9, 9)), ((-14, 14), (-5, 5)), ((-3, 3), (-1, 1))])
def test_lines_stay_where_they_are_whatever_is_shown_of_a_field(limits):
    xlim, ylim = limits
    asked = {"size": SIZE, "ratio": 1.0, "axes": AXES, "theme": "light", "turn": (30.0, -60.0)}
    usual = scene_of(VALLEY, "contour", xlim=VALLEY.xlim, ylim=VALLEY.ylim, **asked)
    other = scene_of(VALLEY, "contour", xlim=xlim, ylim=ylim, **asked)
    heights = [set(np.round(levels(scene), 9)) for scene in (usual, other)]
    assert heights[0] <= heights[1] or heights[1] <= heights[0]


def levels(scene):
    (lines,) = [artist for artist in scene.axes.collections if hasattr(artist, "levels")]
    return lines.levels


def test_a_scene_is_drawn_only_if_it_is_new():
    asked = {"size": SIZE, "ratio": 1.0, "axes": AXES, "theme": "dark", "turn": (30.0, -60.0)}
    one = scene_of(VALLEY, "contour", xlim=(-1, 1), ylim=(-1, 1), **asked)
    assert scene_of(VALLEY, "contour", xlim=(-1, 1), ylim=(-1, 1), **asked) is one
    assert one.axes.get_xlim() == (-1, 1)
    turned = scene_of(VALLEY, "surface", xlim=(-1, 1), ylim=(-1, 1), **asked)
    assert turned is not one and turned.axes.get_xlim() == VALLEY.xlim
