"""Walking: what is recorded, what a method is given, and why a walk ends."""

import itertools
import sys
import tracemalloc

import numpy as np
import pytest

from visualizer import SGD, Adam, Adventurer, Field, Momentum, Route, VisualizerError
from visualizer.optimizers import OPTIMIZERS

BOWL = Field(lambda x, y: x**2 + y**2, (-1, 1), (-1, 1), grad=lambda x, y: (2 * x, 2 * y))


class Own:
    """A method made of one function that changes params."""

    def __init__(self, change):
        self.change = change

    def update(self, params, grads):
        return self.change(params, grads)


def jump_to(x, y):
    return Own(lambda params, grads: params.update(x=x, y=y))


def test_the_route_holds_the_start_and_every_step():
    route = Adventurer(0.5, -0.25).optimize(BOWL, SGD(lr=0.25), steps=3)
    assert route.points.tolist() == [
        [0.5, -0.25],
        [0.25, -0.125],
        [0.125, -0.0625],
        [0.0625, -0.03125],
    ]
    assert route.losses.tolist() == [BOWL(x, y) for x, y in route]
    assert route.gradients.tolist() == [[2 * x, 2 * y] for x, y in route]
    assert (route.reason, route.name) == ("finished", "SGD")


def test_thirty_steps_unless_said_otherwise():
    assert len(Adventurer(0.5, 0.5).optimize(BOWL, SGD())) == 31


def test_no_steps_leave_the_start_alone():
    adventurer = Adventurer(0.5, 0.5)
    route = adventurer.optimize(BOWL, SGD(), steps=0)
    assert len(route) == 1 and route.reason == "finished"
    assert route.losses.tolist() == [0.5]


def test_before_the_first_walk_there_is_only_the_start():
    route = Adventurer(3, 4).route
    assert route.points.tolist() == [[3, 4]]
    assert (route.losses.size, route.gradients.size, route.reason, route.name) == (0, 0, None, None)


@pytest.mark.parametrize("number", [1, np.int64(1), np.float32(1), np.array(1.0), np.array([1])])
def test_a_start_may_be_any_kind_of_number(number):
    adventurer = Adventurer(number, number)
    assert (adventurer.x, adventurer.y) == (1.0, 1.0)
    assert type(adventurer.x) is float


def test_the_adventurer_stands_where_the_route_ends():
    adventurer = Adventurer(0.5, 0.5)
    route = adventurer.optimize(BOWL, Momentum(lr=0.1), steps=7)
    assert (adventurer.x, adventurer.y) == tuple(route.points[-1])


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_walking_on_is_the_same_as_walking_at_once(optimizer):
    adventurer, method = Adventurer(0.5, 0.2), optimizer(lr=0.05)
    first = adventurer.optimize(BOWL, method, steps=4)
    second = adventurer.optimize(BOWL, method, steps=9)
    at_once = Adventurer(0.5, 0.2).optimize(BOWL, optimizer(lr=0.05), steps=13)
    assert len(first) == 5
    for part in ("points", "losses", "gradients"):
        assert np.array_equal(getattr(second, part), getattr(at_once, part))


def test_a_route_is_told_by_the_name_it_is_given():
    assert Adventurer(1, 1).optimize(BOWL, SGD(), steps=1, name="slow").name == "slow"


def test_a_method_gets_floats_in_one_dict_for_the_walk_and_fresh_gradients():
    seen = []

    def change(params, grads):
        seen.append((params, grads, dict(params), dict(grads)))
        params["x"] -= 0.1 * grads["x"]

    Adventurer(1, 2).optimize(BOWL, Own(change), steps=3)
    assert all(params is seen[0][0] for params, *_ in seen)
    assert len({id(grads) for _, grads, *_ in seen}) == 3
    assert [before for *_, before, _ in seen] == [{"x": x, "y": 2.0} for x in (1.0, 0.8, 0.64)]
    assert [told for *_, told in seen] == [{"x": x, "y": 4.0} for x in (2.0, 1.6, 1.28)]
    assert all(type(value) is float for *_, told in seen for value in told.values())


def test_a_recorded_point_stays_whatever_becomes_of_params():
    kept = {}

    def change(params, grads):
        params["x"] = params["y"] = np.full(1, 1.0 - len(kept) / 10)
        kept[len(kept)] = params["x"]

    route = Adventurer(1, 1).optimize(BOWL, Own(change), steps=3)
    for array in kept.values():
        array[:] = 99
    assert route.x.tolist() == [1.0, 1.0, 0.9, 0.8]


def test_a_route_that_is_changed_does_not_change_the_adventurer():
    adventurer = Adventurer(1, 1)
    route = adventurer.optimize(BOWL, SGD(), steps=2)
    kept = route.points.copy()
    for part in (route.points, route.losses, route.gradients):
        with pytest.raises(ValueError):
            part[:] = 99
    assert np.array_equal(adventurer.route.points, kept)


def test_a_route_stays_as_it_was_when_the_adventurer_walks_on():
    adventurer, method = Adventurer(1, 1), SGD(lr=0.1)
    routes = [adventurer.optimize(BOWL, method, steps=1) for _ in range(100)]
    for steps, route in enumerate(routes, 1):
        assert np.array_equal(route.points, routes[-1].points[: steps + 1])
        assert len(route.losses) == len(route.gradients) == steps + 1


def test_only_walking_moves_the_adventurer():
    adventurer = Adventurer(1, 2)
    for name in ("x", "y", "route"):
        with pytest.raises(AttributeError):
            setattr(adventurer, name, 5)
    assert (adventurer.x, adventurer.y) == (1, 2)


def calls(walks):
    """How many calls of functions it takes to walk so many times by one step."""
    adventurer, method, counted = Adventurer(1, 1), SGD(lr=1e-9), []
    sys.setprofile(lambda frame, event, argument: counted.append(1) if "call" in event else None)
    try:
        for _ in range(walks):
            adventurer.optimize(BOWL, method, steps=1)
    finally:
        sys.setprofile(None)
    return len(counted)


def test_step_by_step_takes_work_in_proportion_to_the_steps():
    """It was quadratic: 4 is proportion, 16 the square."""
    assert calls(800) / calls(200) < 5


def test_a_route_so_far_is_no_copy_of_what_is_remembered():
    adventurer, method = Adventurer(1, 1), SGD(lr=1e-9)
    routes = [adventurer.optimize(BOWL, method, steps=1) for _ in range(3)]
    assert np.shares_memory(routes[1].points, routes[2].points)


def test_a_long_walk_takes_little_more_memory_than_its_route():
    adventurer, steps = Adventurer(1, 1), 30_000
    tracemalloc.start()
    adventurer.optimize(BOWL, SGD(lr=1e-9), steps=steps)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    numbers_of_a_row, bytes_of_a_number = 5, 8
    assert len(adventurer.route) == steps + 1
    assert most < 2.5 * steps * numbers_of_a_row * bytes_of_a_number


def test_keys_of_the_methods_own_are_its_own_affair():
    def change(params, grads):
        params["seen"] = "x"
        params["x"] -= 0.1 * grads["x"]

    assert len(Adventurer(1, 1).optimize(BOWL, Own(change), steps=3)) == 4


def test_params_may_be_changed_and_returned():
    def change(params, grads):
        params["x"] -= 0.1 * grads["x"]
        return params

    route = Adventurer(1, 0).optimize(BOWL, Own(change), steps=2)
    assert route.x.tolist() == [1.0, 0.8, 0.64]


@pytest.mark.parametrize("returned", [0.1, np.array(0.1), "ok", {"lr": 0.1, "step": 1}, [0.1], {}])
def test_a_method_that_does_not_move_at_first_may_return_what_is_no_params(returned):
    rates = iter([0.0, 0.1])

    def change(params, grads):
        params["x"] -= next(rates) * grads["x"]
        return returned

    assert Adventurer(1, 0).optimize(BOWL, Own(change), steps=2).x.tolist() == [1.0, 1.0, 0.8]


def test_returned_params_do_no_harm_where_there_is_nothing_to_change():
    route = Adventurer(0, 0).optimize(BOWL, Own(lambda params, grads: dict(params)))
    assert route.reason == "converged"


def test_a_walk_has_converged_when_slope_and_steps_vanish():
    route = Adventurer(0.5, 0.5).optimize(BOWL, SGD(lr=0.25), steps=500)
    assert route.reason == "converged"
    assert 30 < len(route) < 60
    assert np.hypot(*route.gradients[-1]) <= 1e-10 * np.hypot(*route.gradients[0])


@pytest.mark.parametrize("scale", [1e-9, 1e9])
def test_convergence_does_not_depend_on_the_unit_of_the_loss(scale):
    field = Field(lambda x, y: scale * (x**2 + y**2), (-1, 1), (-1, 1))
    route = Adventurer(0.5, 0.5).optimize(field, SGD(lr=0.25 / scale), steps=500)
    assert route.reason == "converged"
    assert 30 < len(route) < 60


@pytest.mark.parametrize("scale", [1e-9, 1e-3])
def test_standing_almost_still_on_a_slope_is_not_convergence(scale):
    route = Adventurer(0.5, 0.5).optimize(BOWL, SGD(lr=1e-12 * scale), steps=20)
    assert (route.reason, len(route)) == ("finished", 21)


def test_passing_through_the_minimum_at_speed_is_not_convergence():
    points = iter([(0.0, 0.0), (-0.2, -0.2), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)])
    method = Own(lambda params, grads: params.update(zip("xy", next(points), strict=True)))
    route = Adventurer(0.2, 0.2).optimize(BOWL, method, steps=30)
    assert (route.reason, len(route)) == ("converged", 5)


def test_a_walk_ends_when_the_field_is_left_far_behind():
    route = Adventurer(0.5, 0).optimize(BOWL, SGD(lr=1.5), steps=100)
    assert route.reason == "left"
    assert route.x.tolist() == [0.5 * (-2) ** k for k in range(len(route))]
    assert abs(route.x[-2]) <= 20 < abs(route.x[-1])


def test_far_behind_is_ten_field_sizes_off_the_middle():
    field = Field(lambda x, y: x, (0, 2), (-1, 0))
    for x, y, reason in [
        (20.9, 0, "finished"),
        (21.1, 0, "left"),
        (-18.9, 0, "finished"),
        (-19.1, 0, "left"),
        (1, 9.4, "finished"),
        (1, 9.6, "left"),
    ]:
        assert Adventurer(1, 0).optimize(field, jump_to(x, y), steps=1).reason == reason


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), np.float64("nan")])
def test_the_last_finite_point_is_kept(value):
    def change(params, grads):
        params["x"] = params["x"] - 0.1 if params["x"] > 0.75 else value

    adventurer = Adventurer(1, 1)
    route = adventurer.optimize(BOWL, Own(change), steps=10)
    assert route.reason == "not finite"
    assert route.x.tolist() == [1.0, 0.9, 0.9 - 0.1, 0.9 - 0.1 - 0.1]
    assert adventurer.x == route.x[-1]


def test_points_where_the_field_is_undefined_are_not_entered():
    field = Field(lambda x, y: np.log(x) + y, (0, 1), (0, 1))
    route = Adventurer(0.9, 0.5).optimize(field, jump_to(-0.5, 0.5), steps=5)
    assert (route.reason, route.points.tolist()) == ("not finite", [[0.9, 0.5]])


def test_points_without_a_gradient_are_not_entered():
    field = Field(lambda x, y: abs(x), (-1, 1), (-1, 1), grad=lambda x, y: (abs(x) / x, 0.0))
    route = Adventurer(0.5, 0.5).optimize(field, SGD(lr=0.5), steps=5)
    assert (route.reason, len(route)) == ("not finite", 1)
    assert np.isfinite(route.gradients).all()


def test_a_start_where_the_field_is_undefined_stays_alone():
    field = Field(lambda x, y: np.log(x) + y, (0, 1), (0, 1))
    route = Adventurer(-1, 0).optimize(field, SGD(), steps=5)
    assert (route.reason, len(route)) == ("not finite", 1)


def test_another_field_may_be_walked_on():
    adventurer = Adventurer(1, 1)
    adventurer.optimize(BOWL, SGD(lr=0.25), steps=1)
    slope = Field(lambda x, y: x, (-1, 1), (-1, 1), grad=lambda x, y: (1.0, 0.0))
    route = adventurer.optimize(slope, SGD(lr=0.25), steps=1)
    assert route.points.tolist() == [[0.5, 0.5], [0.25, 0.5]]
    assert route.losses.tolist() == [slope(x, y) for x, y in route]
    assert route.gradients.tolist() == [[1, 0], [1, 0]]


def test_a_route_is_one_walk_on_one_field_by_one_kind_of_method():
    adventurer, wider = Adventurer(1, 1), BOWL.with_limits((-2, 2), (-2, 2))
    adventurer.optimize(BOWL, SGD(lr=0.1), steps=2)
    adventurer.optimize(BOWL, SGD(lr=0.2), steps=3)
    adventurer.optimize(BOWL, Momentum(lr=0.1), steps=4)
    adventurer.optimize(wider, Momentum(lr=0.1), steps=5, name="wider")
    assert [(route.name, len(route)) for route in adventurer.routes] == [
        ("SGD", 6),
        ("Momentum", 5),
        ("wider", 6),
    ]
    assert adventurer.routes[-1] == adventurer.route
    for before, after in itertools.pairwise(adventurer.routes):
        assert before[-1] == after[0]


def test_before_the_first_walk_the_only_route_is_the_start():
    assert Adventurer(1, 2).routes == (Route([(1, 2)]),)


def test_it_can_be_walked_step_by_step():
    adventurer = Adventurer(1, 2)
    seen = []
    for step in adventurer.walk(BOWL, Momentum(lr=0.1), steps=3):
        assert (adventurer.x, adventurer.y) == (step.params["x"], step.params["y"])
        assert adventurer.route[-1] == (adventurer.x, adventurer.y)
        seen.append(step)
    at_once = Adventurer(1, 2).optimize(BOWL, Momentum(lr=0.1), steps=3)
    assert adventurer.route == at_once
    assert [step.loss for step in seen] == at_once.losses.tolist()
    assert seen[1].state == {"v": {"x": pytest.approx(-0.2), "y": pytest.approx(-0.4)}}


def test_whoever_leaves_off_has_a_route_that_says_so_and_may_walk_on():
    adventurer, method = Adventurer(1, 2), Momentum(lr=0.1)
    for number, _ in enumerate(adventurer.walk(BOWL, method, steps=30)):
        if number == 4:
            break
    assert (adventurer.route.reason, len(adventurer.route)) == ("stopped", 5)
    route = adventurer.optimize(BOWL, method, steps=3)
    assert np.array_equal(route, Adventurer(1, 2).optimize(BOWL, Momentum(lr=0.1), steps=7))


def test_wrong_arguments_are_told_before_the_first_step_is_asked_for():
    with pytest.raises(VisualizerError):
        Adventurer(1, 2).walk(BOWL, SGD, steps=3)


def test_a_callback_hears_of_every_step_and_may_end_the_walk():
    losses = []

    def callback(step):
        losses.append(step.loss)
        if step.loss < 0.5:
            raise StopIteration

    route = Adventurer(1, 2).optimize(BOWL, SGD(lr=0.1), steps=99, callback=callback)
    assert losses == route.losses[1:].tolist()
    assert route.reason == "stopped" and route.losses[-1] < 0.5 <= route.losses[-2]


def test_a_callback_changes_nothing_by_itself_and_its_errors_come_through():
    walked = Adventurer(1, 2).optimize(BOWL, Adam(), steps=40, callback=lambda step: True)
    assert walked == Adventurer(1, 2).optimize(BOWL, Adam(), steps=40)
    adventurer = Adventurer(1, 2)
    with pytest.raises(ZeroDivisionError):
        adventurer.optimize(BOWL, SGD(), callback=lambda step: 1 / 0)
    assert len(adventurer.route) == 2


@pytest.mark.parametrize("arguments", [(30,), (30, "name")])
def test_what_may_be_left_out_is_given_by_its_name(arguments):
    with pytest.raises(TypeError):
        Adventurer(1, 2).optimize(BOWL, SGD(), *arguments)


def test_an_adventurer_says_where_it_stands():
    adventurer = Adventurer(1, 2)
    assert repr(adventurer) == "<Adventurer at (1, 2), 0 steps>"
    adventurer.optimize(BOWL, SGD(lr=0.25), steps=2)
    assert repr(adventurer) == "<Adventurer at (0.25, 0.5), 2 steps>"


def test_a_students_own_exception_comes_through_and_the_way_so_far_stays():
    def change(params, grads):
        params["x"] -= 0.1
        if params["x"] < 0.75:
            raise KeyError("velocity")

    adventurer = Adventurer(1, 1)
    with pytest.raises(KeyError, match="velocity"):
        adventurer.optimize(BOWL, Own(change), steps=10)
    assert adventurer.route.x.tolist() == [1.0, 0.9, 0.9 - 0.1]


def raise_at(x):
    def change(params, grads):
        params["x"] -= 0.1
        if params["x"] < x:
            raise KeyError("velocity")

    return Own(change)


def test_a_walk_that_an_error_ended_says_so():
    adventurer = Adventurer(1, 1)
    with pytest.raises(KeyError):
        adventurer.optimize(BOWL, raise_at(0.75), steps=10)
    route = adventurer.route
    assert (route.reason, route.name, len(route)) == ("raised", "Own", 3)
    assert len(route.losses) == len(route.gradients) == 3
    assert "raised" in Route.REASONS


def test_after_an_error_the_adventurer_may_walk_on():
    adventurer = Adventurer(1, 1)
    with pytest.raises(KeyError):
        adventurer.optimize(BOWL, raise_at(0.95), steps=10)
    assert (len(adventurer.route), adventurer.route.reason) == (1, "raised")
    route = adventurer.optimize(BOWL, SGD(lr=0.25), steps=2)
    assert (route.reason, route.name) == ("finished", "SGD")
    assert route.x.tolist() == [1, 0.5, 0.25]


def test_a_field_that_raises_on_the_way_ends_the_walk_too():
    def f(x, y):
        if 0 < x < 0.75:
            raise KeyError("hole")
        return x**2

    field = Field(f, (-9, 9), (-9, 9), grad=lambda x, y: (1.0, 0.0))
    adventurer = Adventurer(1, 1)
    with pytest.raises(KeyError, match="hole"):
        adventurer.optimize(field, SGD(lr=0.2), steps=10)
    assert (adventurer.route.reason, adventurer.route.x.tolist()) == ("raised", [1.0, 0.8])


def test_wrong_arguments_leave_the_last_walk_as_it_is():
    adventurer = Adventurer(1, 1)
    adventurer.optimize(BOWL, SGD(), steps=2)
    with pytest.raises(VisualizerError):
        adventurer.optimize(BOWL, SGD(), steps=-1)
    assert (adventurer.route.reason, len(adventurer.route)) == ("finished", 3)


def test_a_thousand_steps():
    route = Adventurer(0.9, 0.5).optimize(BOWL, Adam(lr=1e-4), steps=1000)
    assert (route.reason, len(route)) == ("finished", 1001)
    assert (np.diff(route.losses) < 0).all()
