"""Routes and axes that the page draws look as matplotlib's: shapes, places, ticks."""

import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.markers import MarkerStyle
from matplotlib.ticker import MaxNLocator, ScalarFormatter
from pyscript import document

from page.stage.axes import AxesMark, ticks
from page.stage.dots import Dots
from page.stage.routes import RouteMark
from page.stage.stage import Stage
from page.stage.symbols import PATHS, outline
from visualizer.figures.dots import by_size
from visualizer.figures.style import ROUTE_STYLES, STUDENT_STYLE
from visualizer.optimizers import OPTIMIZER_INFO

USED = {info.marker for info in OPTIMIZER_INFO.values()}
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@pytest.mark.parametrize("marker", sorted(USED | {marker for _, marker in ROUTE_STYLES}))
def test_every_marker_has_an_outline(marker):
    told = f"choose a marker of {list(PATHS)}, or draw {marker!r} in lib/page/stage/symbols.py"
    assert marker in PATHS, told


def test_the_students_marker_has_one_too():
    assert STUDENT_STYLE[1] in PATHS


@pytest.mark.parametrize("marker", [marker for marker in PATHS if marker != "o"])
def test_outlines_are_matplotlibs(marker):
    style = MarkerStyle(marker)
    expected = style.get_path().transformed(style.get_transform()).to_polygons()[0]
    ours = corners(outline(marker))
    assert len(ours) >= len(expected) - 1
    for x, y in expected:
        assert np.hypot(ours[:, 0] - x, ours[:, 1] - y).min() < 1e-3
    for x, y in ours:
        assert np.hypot(expected[:, 0] - x, expected[:, 1] - y).min() < 1e-3


def corners(text):
    """The corners of a path of M, L, H and V, y pointing up."""
    found, here = [], (0.0, 0.0)
    for letter, rest in re.findall(r"([MLHV])([^MLHVz]*)", text):
        values = [float(value) for value in NUMBER.findall(rest)]
        if letter == "H":
            here = values[0], here[1]
        elif letter == "V":
            here = here[0], values[0]
        else:
            here = values[0], values[1]
        found.append((here[0], -here[1]))
    return np.array(found)


@given(
    st.integers(-9999, 9999), st.integers(1, 9999), st.sampled_from([1, 8, 64]), st.floats(1, 60)
)
def test_ticks_stand_where_matplotlib_puts_them(low, size, parts, room):
    low, size = low / parts, size / parts
    high = low + size
    assume(abs(low + high) / 2 < 50 * size)  # beyond that it puts an offset beside the axis
    most = int(np.clip(np.floor(room), 1, 9))
    locator = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10])
    expected = [tick for tick in locator.tick_values(low, high) if low <= tick <= high]
    ours = [place for place, _ in ticks(low, high, room)]
    assert np.allclose(ours, expected, rtol=1e-9, atol=1e-9 * size)


@pytest.mark.parametrize(
    ("low", "high", "room"), [(-10, 10, 17), (-5.2, 5.2, 13), (-2, 2, 6), (0, 0.01, 9), (0, 3e4, 5)]
)
def test_labels_are_matplotlibs(low, high, room):
    places = ticks(low, high, room)
    axis = Figure().add_subplot().xaxis
    axis.set_view_interval(low, high, ignore=True)
    formatter = ScalarFormatter()
    formatter.set_axis(axis)
    expected = formatter.format_ticks([place for place, _ in places])
    assert [label for _, label in places] == expected


def drawn(points, moment=None):
    """What was drawn of a route: (name of a call, *arguments)."""
    stage = Stage()
    mark = RouteMark(points, "#D55E00", "o")
    mark.moment = moment
    context = document.getElementById("plane").getContext("2d")
    context.drawn = []
    mark.draw(context, stage)
    return stage.plane, context


def calls(context, name):
    return [call[1:] for call in context.drawn if call[0] == name]


def test_each_step_has_a_dot_and_start_and_end_are_set_apart():
    plane, context = drawn([[-0.5, 0.2], [0.1, 0.3], [0.4, -0.2]])
    places = [(call[4], call[5]) for call in calls(context, "setTransform")]
    first, middle, last = (plane.to_pixel(*p) for p in [(-0.5, 0.2), (0.1, 0.3), (0.4, -0.2)])
    assert places == [first, middle, last, first, last]
    sizes = [call[0] for call in calls(context, "setTransform")]
    assert sizes == pytest.approx([20 / 3] * 3 + [12, 9.5 * 4 / 3])


def test_arrows_have_the_shape_of_matplotlibs():
    plane, context = drawn([[-0.5, 0.0], [0.5, 0.0], [0.501, 0.0]])
    (arrows,) = [path for (path,) in calls(context, "fill") if path.parts]
    corners = [part[1:] for part in arrows.parts if part[0] != "closePath"]
    points, tiny = np.array(corners[:7]), np.array(corners[7:])
    assert np.ptp(tiny[:, 1]) < np.ptp(points[:, 1]) / 5
    width = 1.4 * 4 / 3
    tip = plane.to_pixel(0.5, 0.0)
    assert points[3] == pytest.approx(tip, abs=1)
    assert np.ptp(points[:, 1]) == pytest.approx(5 * width)
    assert tip[0] - points[2, 0] == pytest.approx(6 * width, abs=1)


def test_a_moment_is_the_walk_up_to_there():
    points = [[i / 10, 0.1] for i in range(9)]
    plane, context = drawn(points, 3)
    assert calls(context, "setTransform")[-1][4:] == plane.to_pixel(*points[3])
    assert len(calls(context, "setTransform")) == 4 + 2
    _, context = drawn(points, 0)
    assert len(calls(context, "setTransform")) == 1 + 1


def test_long_routes_are_a_line_with_dots_where_there_is_room():
    points = [[np.cos(i), np.sin(i)] for i in range(300)]
    _, context = drawn(points)
    assert len(calls(context, "stroke")[0][0].parts) > 200
    points = [[i / 1000, 0.1] for i in range(300)]
    _, context = drawn(points)
    assert len(calls(context, "setTransform")) < 60


def test_axes_name_themselves_and_mark_minima():
    stage = Stage()
    stage.show_bounds((-10, 10), (-5, 5))
    context = document.getElementById("plane").getContext("2d")
    AxesMark([[0, 0]]).draw(context, stage)
    names = [call[0] for call in calls(context, "fillText")]
    assert {"x", "y", "0.0", "−2.5"} <= set(names)
    px, py = stage.plane.to_pixel(0, 0)
    assert (px - 6, py) in calls(context, "moveTo")


def spiral(steps, turn=0.4, shrink=0.97):
    return [
        [0.8 * shrink**i * np.cos(i * turn), 0.8 * shrink**i * np.sin(i * turn)]
        for i in range(steps)
    ]


@pytest.mark.parametrize("steps", [1, 2, 30, 120, 900])
def test_dots_have_the_sizes_that_matplotlib_gives_them(steps):
    plane = Stage().plane
    places = [plane.to_pixel(x, y) for x, y in spiral(steps)]
    expected = by_size(np.array(places) * 72 / 96, 5)
    ours = Dots(places).by_size(steps)
    assert ours == [[places[i] for i in sorted(numbers)] for numbers in expected]


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=1), st.floats(0.1, 20))
def test_so_have_dots_anywhere(steps, spread):
    at = [(spread * x, spread * y) for x, y in steps]
    expected = by_size(np.array(at) * 72 / 96, 5)
    ours = Dots(at).by_size(len(at))
    assert [len(places) for places in ours] == [len(numbers) for numbers in expected]


def test_dots_of_a_playback_are_those_of_the_walk_so_far():
    places = [(150 + 100 * x, 150 + 100 * y) for x, y in spiral(80)]
    dots = Dots(places)
    for count in (3, 40, 80, 10):
        assert dots.by_size(count) == Dots(places[:count]).by_size(count)


def test_a_long_walk_has_arrows_at_a_moment_at_which_matplotlib_draws_them():
    points = [[np.cos(i), np.sin(i)] for i in range(300)]
    _, context = drawn(points, 20)
    assert not any(call[0].parts for call in calls(context, "stroke"))
    assert any(path.parts for (path,) in calls(context, "fill"))


def test_a_step_too_far_away_for_pixels_has_no_dot():
    assert Dots([(10.0, 20.0), (np.inf, -1e300)]).by_size(2) == [[(10.0, 20.0)], [], []]
