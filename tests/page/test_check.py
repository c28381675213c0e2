"""Which states of unknown origin are taken, from links and from the browser's storage."""

import copy
import json

import pytest

from page.state.keeper import KEPT, LINKED
from page.state.setup import fresh_setup
from page.state.table import checked


def setup(**changes):
    return {**fresh_setup(), **changes}


def test_a_good_state_is_taken_as_it_is(catalogue):
    state = {
        "language": "en",
        "tab": "lesson",
        "section": "zigzag",
        "lab": setup(start=[-7.5, 2], moment=3, hyper={"valley": {"Adam": {"lr": 0.5}}}),
        "lesson": setup(student={"code": "class SGD: ...", "class": "SGD", "hyper": {"lr": 0.5}}),
        "guesses": {"zigzag": {"sketch": [[0, 1], [2, 3]]}, "compare": {"choice": "SGD"}},
        "codes": {"sgd": "class SGD: ...", "free": "print(1)", "library": ""},
    }
    assert checked(json.loads(json.dumps(state)), catalogue, LINKED) == state


def test_what_a_setup_lacks_is_fresh(catalogue):
    assert checked({}, catalogue, LINKED) == {}
    assert checked({"lab": {}}, catalogue, LINKED) == {"lab": setup()}
    assert checked({"lab": {"steps": 7}}, catalogue, LINKED) == {"lab": setup(steps=7)}


def test_a_link_that_an_earlier_version_wrote_is_read_in_todays_words(catalogue):
    student = {"code": "class SGD: ...", "class": "SGD", "hyper": {"lr": 0.5}}
    written = {
        "lab": {"landscape": "own", "own": None, "hyper": {"own": {"Adam": {"lr": 0.5}}}},
        "lesson": {"landscape": "bowl", "own": student},
    }
    assert checked(written, catalogue, LINKED) == {
        "lab": setup(landscape="typed", hyper={"typed": {"Adam": {"lr": 0.5}}}),
        "lesson": setup(landscape="bowl", student=student),
    }


@pytest.mark.parametrize("wrong", [5, [], "own", {"own": 5}, {"hyper": 5}, {"hyper": {"own": 5}}])
def test_what_an_earlier_version_cannot_have_written_is_refused(wrong, catalogue):
    with pytest.raises(ValueError):
        checked({"lab": wrong}, catalogue, LINKED)


@pytest.mark.parametrize(
    "wrong",
    [
        {"landscape": "moon"},
        {"view": "x"},
        {"methods": ["SGD", "Magic"]},
        {"methods": "SGD"},
        {"methods": ["SGD"] * 3000},
        {"start": [10**400, 0]},
        {"turn": [1e300, 0]},
        {"formula": {"text": "x", "xlim": [-1e308, 1e308], "ylim": [0, 1]}},
        {"formula": {"text": "x", "xlim": [0, 1e-300], "ylim": [0, 1]}},
        {"student": {"code": "", "class": "SGD", "hyper": {"lr": 10**400}}},
        {"steps": 10**9},
        {"steps": 2.5},
        {"steps": True},
        {"start": [1]},
        {"start": ["1", 2]},
        {"start": [float("nan"), 2]},
        {"moment": -1},
        {"turn": [1, None]},
        {"hyper": {"valley": {"SGD": {"lr": 1e9}}}},
        {"hyper": {"valley": {"SGD": {"speed": 1}}}},
        {"hyper": {"moon": {"SGD": {"lr": 0.1}}}},
        {"hyper": {"valley": {"Magic": {"lr": 0.1}}}},
        {"hyper": {"valley": 3}},
        {"student": {"code": "", "class": "Exit", "hyper": {}}},
        {"student": {"code": "x" * 10**6, "class": "SGD", "hyper": {}}},
        # It would stand in the script that readers take away.
        {"student": {"code": "", "class": "SGD", "hyper": {"lr=0); import os #": 1}}},
        {"student": 5},
        {"formula": {"text": "x", "xlim": [1, 0], "ylim": [0, 1]}},
        {"formula": {"text": "x" * 999, "xlim": [0, 1], "ylim": [0, 1]}},
        {"surprise": 1},
    ],
)
@pytest.mark.parametrize("name", ["lab", "lesson"])
def test_a_wrong_setup_is_refused(wrong, name, catalogue):
    with pytest.raises(ValueError):
        checked({name: setup(**copy.deepcopy(wrong))}, catalogue, LINKED)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {"language": "fr"},
        {"tab": 1},
        {"section": "nowhere"},
        {"section": ["zigzag"]},
        {"lab": None},
        {"codes": {"sgd": 1}},
        {"codes": {"unknown": "x"}},
        {"guesses": {"zigzag": {"sketch": [[1]]}}},
        {"guesses": {"zigzag": {"choice": "nothing"}}},
        {"guesses": {"sgd": {"choice": "zigzag"}}},
        {"guesses": {"zigzag": {}}},
        {"guesses": {"zigzag": {"direction": [1, 0]}}},
        {"guesses": {"gradient": {"direction": [1, 0], "sketch": "zz"}}},
        {"solved": {"sgd": True}},
        {"visit": None},
        {"unknown": 1},
    ],
)
def test_a_link_with_anything_else_is_refused(wrong, catalogue):
    with pytest.raises(ValueError):
        checked(wrong, catalogue, LINKED)


def test_links_cannot_say_what_has_been_solved_but_storage_can(catalogue):
    assert checked({"solved": {"sgd": True}}, catalogue, KEPT) == {"solved": {"sgd": True}}
    with pytest.raises(ValueError):
        checked({"solved": {"everything": True}}, catalogue, KEPT)
