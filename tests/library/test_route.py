"""A route as data."""

import numpy as np
import pytest

from visualizer import Route

PAIRS = [(1.0, 2.0), (3.0, 5.0), (8.0, 13.0)]


def route():
    return Route(PAIRS, [3, 2, 1], [(1, 0), (0, 1), (0, 0)], "finished", "SGD")


def test_its_parts_are_float_arrays():
    assert route().x.tolist() == [1, 3, 8] and route().y.tolist() == [2, 5, 13]
    assert route().points.shape == route().gradients.shape == (3, 2)
    assert route().losses.shape == (3,)
    assert {part.dtype for part in (route().points, route().losses, route().gradients)} == {
        np.dtype(float)
    }


def test_it_iterates_over_its_points():
    assert list(route()) == PAIRS
    assert all(type(x) is float for point in route() for x in point)
    assert len(route()) == 3
    assert route()[-1].tolist() == [8, 13]


def test_numpy_sees_its_points():
    assert np.asarray(route()).tolist() == route().points.tolist()
    assert np.asarray(route(), dtype=int).dtype == int
    assert np.subtract(route(), 1).tolist() == [[0, 1], [2, 4], [7, 12]]


def test_it_keeps_copies_of_what_it_is_made_of():
    points, losses = np.array(PAIRS), np.arange(3.0)
    made = Route(points, losses)
    points[:] = losses[:] = 0
    assert made.points.tolist() == [list(pair) for pair in PAIRS]
    assert made.losses.tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("made", "told"),
    [(route(), "<Route SGD: 2 steps, finished>"), (Route([(0, 0)]), "<Route 0 steps, None>")],
)
def test_it_says_what_it_is(made, told):
    assert repr(made) == told
