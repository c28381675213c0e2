"""States: what follows from them, and which ones of unknown origin are taken."""

import copy
import json

import pytest
from runtime import ROOT

from page.catalogue import Catalogue
from page.check import checked
from page.state import enter, fresh, settings, walk_request

CATALOGUE = Catalogue(ROOT / "assets" / "catalogue.json")
SECTIONS = ["parameter", "zigzag"]


def changed(**changes):
    state = fresh()
    state["lab"].update(changes)
    return state


def test_a_rate_is_the_methods_then_the_landscapes_then_the_readers():
    picture = fresh()["lab"]
    assert settings(picture, CATALOGUE, "SGD") == {"lr": 0.95}
    assert settings(picture, CATALOGUE, "Momentum") == {"lr": 0.1, "momentum": 0.9}
    enter(picture, "SGD", "lr", 0.2)
    assert settings(picture, CATALOGUE, "SGD") == {"lr": 0.2}
    picture["landscape"] = "rosenbrock"
    assert settings(picture, CATALOGUE, "SGD")["lr"] < 0.2


def test_there_is_no_walk_without_a_start():
    assert walk_request(fresh()["lab"], CATALOGUE) is None
    request = walk_request(changed(start=[1, 2])["lab"], CATALOGUE)
    assert [method["name"] for method in request["methods"]] == ["SGD", "Momentum"]


def test_a_good_state_is_taken_as_it_is():
    state = changed(start=[-7.5, 2], moment=3, hyper={"valley": {"Adam": {"lr": 0.5}}})
    state.update(tab="lesson", section="zigzag", language="en", codes={"sgd": "class SGD: ..."})
    state["guesses"] = {"zigzag": {"sketch": [[0, 1], [2, 3]]}}
    assert checked(json.loads(json.dumps(state)), CATALOGUE, SECTIONS) == state


def test_what_is_missing_is_fresh():
    assert checked({}, CATALOGUE, SECTIONS) == fresh()
    assert checked({"lab": {"steps": 7}}, CATALOGUE, SECTIONS) == changed(steps=7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"landscape": "moon"},
        {"view": "x"},
        {"methods": ["SGD", "Magic"]},
        {"methods": "SGD"},
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
        {"own": {"code": "", "class": "Exit", "hyper": {}}},
        {"own": {"code": "x" * 10**6, "class": "SGD", "hyper": {}}},
        {"hyper": {"valley": {"Magic": {"lr": 0.1}}}},
        {"hyper": {"valley": 3}},
        {"own": 5},
        {"formula": {"text": "x", "xlim": [1, 0], "ylim": [0, 1]}},
        {"formula": {"text": "x" * 999, "xlim": [0, 1], "ylim": [0, 1]}},
        {"surprise": 1},
    ],
)
def test_a_wrong_picture_is_refused(wrong):
    with pytest.raises(ValueError):
        checked(copy.deepcopy(changed(**wrong)), CATALOGUE, SECTIONS)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {"language": "fr"},
        {"tab": 1},
        {"section": "nowhere"},
        {"codes": {"sgd": 1}},
        {"guesses": {"zigzag": {"sketch": [[1]]}}},
        {"solved": ["everything"]},
        {"unknown": 1},
    ],
)
def test_a_wrong_state_is_refused(wrong):
    with pytest.raises(ValueError):
        checked(wrong, CATALOGUE, SECTIONS)
