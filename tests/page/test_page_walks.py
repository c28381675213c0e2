"""The page walks as the worker does, for all that it may walk by itself."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from page.stage.walks import walked
from protocol.names import STUDENT
from protocol.requests import walk_request
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO
from worker.walks import Walks as WorkersWalks

TYPED = {"text": "x^2/20 + sin(3*y)*exp(-x*x/9)", "xlim": [-10, 10], "ylim": [-5, 5]}
HALF = {"text": "x**0.5 + y**2", "xlim": [-4, 4], "ylim": [-4, 4]}


def on_the_page(walk):
    parts = walked(walk)
    while True:
        try:
            next(parts)
        except StopIteration as finished:
            return finished.value


def by_the_worker(walk):
    walks = WorkersWalks()
    walks.take(walk)
    return walks.answer


def methods(**hyper):
    return [
        {"name": name, "hyper": {**info.defaults, **hyper}} for name, info in OPTIMIZER_INFO.items()
    ]


@pytest.mark.parametrize("field", [*LANDSCAPES, TYPED, HALF], ids=str)
@pytest.mark.parametrize("lr", [0.01, 0.3, 5.0])
def test_every_method_walks_on_the_page_as_in_the_worker(field, lr):
    walk = walk_request(field, [1.5, 0.8], 60, methods(lr=lr), None)
    assert on_the_page(walk) == by_the_worker(walk)


@given(
    st.sampled_from([*LANDSCAPES, json.dumps(TYPED), json.dumps(HALF)]),
    st.floats(-1e3, 1e3),
    st.floats(-1e3, 1e3),
    st.floats(1e-3, 2),
)
def test_so_it_does_from_anywhere(field, x, y, lr):
    asked = json.loads(field) if field.startswith("{") else field
    walk = walk_request(asked, [x, y], 20, methods(lr=lr), None)
    assume(asked != HALF or x != 0)  # no gradient: left to the worker
    assert on_the_page(walk) == by_the_worker(walk)


def test_where_a_formula_has_a_value_but_no_gradient_the_worker_walks():
    with pytest.raises(ValueError, match="no gradient"):
        on_the_page(walk_request(HALF, [0, 1], 30, methods(), None))


def test_nobody_walks_from_where_there_is_no_value():
    answer = on_the_page(walk_request(HALF, [-1, 1], 30, methods(), None))
    assert {route["reason"] for route in answer["routes"]} == {"not finite"}
    assert answer["loss"] is None


def test_a_walk_by_a_student_is_left_to_the_worker(store, monkeypatch):
    from page.stage.walks import Walks
    from page.state import actions

    walks = Walks(store)
    own = {"code": "raise SystemExit", "class": "SGD", "hyper": {"lr": 0.5}}
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="write-sgd")
    store.act(actions.walk_student, section="write-sgd", start=[-7, 2], student=own)
    assert walks.on_view["student"] and walks.result is None
    told = by_the_worker({**walks.on_view, "student": None})
    walks.learn(walks.on_view, told)
    assert walks.result is told and STUDENT not in [route["name"] for route in told["routes"]]
