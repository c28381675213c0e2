"""A route as data."""

import copy
import io
import pickle

import numpy as np
import pytest

from visualizer import SGD, Adventurer, Route
from visualizer.landscapes import LANDSCAPES

PAIRS = [(1.0, 2.0), (3.0, 5.0), (8.0, 13.0)]
REASON = {"reason": "finished", "name": "SGD"}


def route():
    return Route(PAIRS, [3, 2, 1], [(1, 0), (0, 1), (0, 0)], reason="finished", name="SGD")


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
    assert route()[-1] == route()[np.int64(2)] == (8.0, 13.0)
    assert route()[1:].tolist() == [[3, 5], [8, 13]]


def test_numpy_sees_its_points():
    assert np.asarray(route()).tolist() == route().points.tolist()
    assert np.asarray(route(), dtype=int).dtype == int
    made = route()
    assert np.asarray(made, copy=False) is made.points
    assert not np.shares_memory(np.array(made), made.points)
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


def test_lists_tuples_arrays_and_routes_make_the_same_route():
    for points in (PAIRS, [list(pair) for pair in PAIRS], np.array(PAIRS), iter_of(PAIRS), route()):
        assert Route(points) == Route(PAIRS)


def iter_of(pairs):
    return tuple(map(tuple, np.array(pairs, dtype=int)))


def test_it_never_changes():
    made = route()
    for part in (made.points, made.losses, made.gradients, made.x, made.y, made[1:]):
        with pytest.raises(ValueError):
            part[:] = 0
    for name in ("points", "losses", "gradients", "reason", "name", "x", "y"):
        with pytest.raises(AttributeError):
            setattr(made, name, getattr(made, name))
    assert made == route()


OTHERS = [
    Route(PAIRS),
    Route([*PAIRS[:2], (8.0, 13.5)], [3, 2, 1], [(1, 0), (0, 1), (0, 0)], **REASON),
    Route(PAIRS, [3, 2, 0], [(1, 0), (0, 1), (0, 0)], **REASON),
    Route(PAIRS, [3, 2, 1], [(1, 0), (0, 1), (0, 1)], **REASON),
    Route(PAIRS, [3, 2, 1], [(1, 0), (0, 1), (0, 0)], reason="left", name="SGD"),
    Route(PAIRS, [3, 2, 1], [(1, 0), (0, 1), (0, 0)], reason="finished", name="Adam"),
    PAIRS,
    None,
]


@pytest.mark.parametrize("other", OTHERS, ids=range(len(OTHERS)))
def test_routes_are_equal_when_all_of_them_is(other):
    assert route() == route() and hash(route()) == hash(route())
    assert route() != other


def test_places_without_a_value_are_equal_too():
    made = [Route([(0, 0)], [np.nan], [(np.nan, -0.0)]) for _ in range(2)]
    assert made[0] == made[1]
    assert Route([(0.0, 0.0)]) == Route([(-0.0, 0.0)])
    assert len({Route([(0.0, 0.0)]), Route([(-0.0, 0.0)])}) == 1


def test_it_can_be_copied_and_sent_away():
    for twin in (pickle.loads(pickle.dumps(route())), copy.deepcopy(route()), copy.copy(route())):
        assert twin == route()
        for part in (twin.points, twin.losses, twin.gradients):
            with pytest.raises(ValueError):
                part[:] = 0


def test_as_comma_separated_values_no_bit_is_lost(tmp_path):
    walked = Adventurer(-7, 2).optimize(LANDSCAPES["valley"], SGD(lr=0.95))
    head, *lines = walked.to_csv().splitlines()
    assert head == "step,x,y,loss,gradient_x,gradient_y"
    rows = [[float(cell) for cell in line.split(",")] for line in lines]
    parts = np.arange(31), walked.points, walked.losses, walked.gradients
    assert np.array_equal(rows, np.column_stack(parts))
    walked.to_csv(tmp_path / "walk.csv")
    with open(tmp_path / "other.csv", "w") as file:
        walked.to_csv(file)
    for name in ("walk.csv", "other.csv"):
        assert (tmp_path / name).read_text() == walked.to_csv()


def test_what_a_route_does_not_have_is_no_column():
    assert Route(PAIRS).to_csv().splitlines()[:2] == ["step,x,y", "0,1.0,2.0"]


def test_as_a_data_frame():
    pandas = pytest.importorskip("pandas")
    frame = route().to_dataframe()
    assert list(frame) == ["x", "y", "loss", "gradient_x", "gradient_y"]
    assert frame.index.name == "step" and frame["loss"].tolist() == [3, 2, 1]
    read = pandas.read_csv(io.StringIO(route().to_csv()), index_col="step")
    assert read.equals(frame)
