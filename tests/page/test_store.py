"""The state has one owner: actions change it, and everybody concerned hears of it."""

import ast
import copy

import pytest

from page.state import actions, reading
from page.state.setup import fresh_setup, settings, walk_of
from page.state.table import ENTRIES, Entry, by_name, fresh
from runtime import ROOT


def heard_by(store, *names):
    heard = []
    store.subscribe(lambda change: heard.append(sorted(change.names)), *names)
    return heard


def test_subscribers_hear_what_concerns_them_and_nothing_else(store):
    lab, language = heard_by(store, "lab"), heard_by(store, "language")
    store.act(actions.start_at, x=-7, y=2)
    store.act(actions.choose_language, language="en")
    assert lab == [["lab"]]
    assert language == [["language"]]


def test_an_action_that_changes_nothing_is_not_heard(store):
    heard = heard_by(store, *fresh())
    store.act(actions.choose_language, language="ja")
    store.act(actions.choose_view, view="contour")
    assert heard == []


def test_a_subscriber_may_act_and_everybody_hears_of_both(store):
    def first(change):
        if "tab" in change.names:
            store.act(actions.choose_language, language="en")

    store.subscribe(first, "tab")
    heard = heard_by(store, "tab", "language")
    store.act(actions.open_tab, tab="code")
    assert sorted(heard) == [["language"], ["tab"]]
    assert (store["tab"], store["language"]) == ("code", "en")


def test_a_subscriber_that_fails_keeps_nobody_else_from_hearing(store):
    def failing(change):
        raise ArithmeticError("in a view")

    store.subscribe(failing, "tab")
    heard = heard_by(store, "tab")
    for tab in ("code", "lab"):
        with pytest.raises(ArithmeticError):
            store.act(actions.open_tab, tab=tab)
    assert heard == [["tab"], ["tab"]]


def test_a_subscription_can_be_ended(store):
    heard = []
    end = store.subscribe(lambda change: heard.append(change), "tab")
    store.act(actions.open_tab, tab="code")
    end()
    store.act(actions.open_tab, tab="lab")
    assert len(heard) == 1


def test_values_are_replaced_and_never_changed_in_place(store):
    whole, copied = store.state, copy.deepcopy(store.state)
    store.act(actions.start_at, x=1.0, y=2.0)
    store.act(actions.enter_setting, method="SGD", name="lr", value=0.5)
    store.act(actions.edit_code, key="sgd", code="class SGD: ...")
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.guess, section="zigzag", value={"choice": "zigzag"})
    assert whole == copied
    assert store.state != copied


def test_nobody_but_the_store_writes_state():
    """No module of the page assigns into what store.state, store[…] or a reading of it gives."""
    for path in (ROOT / "lib" / "page").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
            for target in targets:
                if isinstance(target, ast.Subscript):
                    written = ast.unparse(target.value)
                    assert path.name == "store.py" or "store" not in written, (path, written)
                    assert not written.startswith("setup"), (path, written)


def test_every_entry_is_declared_with_what_it_needs():
    assert set(fresh()) == {entry.name for entry in ENTRIES}
    for entry in ENTRIES:
        assert entry.fresh() == fresh()[entry.name]


def test_what_is_wrong_with_an_entry_is_told_when_it_is_made():
    """Fault: a name used twice was taken in silence, and a value for fresh failed elsewhere."""
    for parts in ({"fresh": "ja", "accepts": len}, {"fresh": dict, "accepts": True}):
        with pytest.raises(ValueError, match="^The entry seed needs functions"):
            Entry("seed", **parts)
    one = Entry("seed", dict, lambda value, catalogue: True)
    assert by_name((one,)) == {"seed": one}
    with pytest.raises(ValueError, match="^There are two entries seed "):
        by_name((one, Entry("seed", list, one.accepts)))


def test_a_rate_is_the_methods_then_the_landscapes_then_the_readers(store, catalogue):
    setup = store["lab"]
    assert settings(setup, catalogue, "SGD") == {"lr": 0.95}
    assert settings(setup, catalogue, "Momentum") == {"lr": 0.1, "momentum": 0.9}
    store.act(actions.enter_setting, method="SGD", name="lr", value=0.2)
    assert settings(store["lab"], catalogue, "SGD") == {"lr": 0.2}
    store.act(actions.choose_landscape, landscape="rosenbrock")
    assert settings(store["lab"], catalogue, "SGD")["lr"] < 0.2
    store.act(actions.choose_landscape, landscape="valley")
    assert settings(store["lab"], catalogue, "SGD") == {"lr": 0.2}


def test_there_is_no_walk_without_a_start(store, catalogue):
    assert walk_of(store["lab"], catalogue) is None
    store.act(actions.start_at, x=1, y=2)
    names = [method["name"] for method in walk_of(store["lab"], catalogue)["methods"]]
    assert names == ["SGD", "Momentum"]


def test_methods_keep_the_order_in_which_they_are_taught(store):
    store.act(actions.choose_method, name="Adam", chosen=True)
    store.act(actions.choose_method, name="SGD", chosen=False)
    store.act(actions.choose_method, name="SGD", chosen=True)
    assert store["lab"]["methods"] == ["SGD", "Momentum", "Adam"]


def test_a_new_field_or_start_shows_the_whole_walk_again(store):
    store.act(actions.start_at, x=1, y=2)
    store.act(actions.show_moment, moment=3)
    store.act(actions.enter_steps, steps=12)
    assert store["lab"]["moment"] is None
    store.act(actions.show_moment, moment=3)
    store.act(actions.choose_landscape, landscape="bowl")
    assert store["lab"]["moment"] is None
    assert store["lab"]["start"] is None


def test_the_surface_turns_round_and_is_not_seen_from_below(store):
    store.act(actions.turn_surface, d_azim=200, d_elev=-90)
    assert store["lab"]["turn"] == [-10.0, 140.0]


def test_a_students_method_walks_only_in_the_section_it_was_written_for(store):
    """Fault: whoever opened another tab or section meanwhile got the student's method there."""
    own = {"code": "class SGD: ...", "class": "SGD", "hyper": {"lr": 0.5}}
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="write-sgd")
    store.act(actions.open_tab, tab="lab")
    store.act(actions.walk_student, section="write-sgd", start=[-7, 2], student=own)
    assert store["lab"]["student"] is None
    assert store["lesson"]["student"] == own
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="momentum")
    store.act(actions.walk_student, section="write-sgd", start=[-7, 2], student=own)
    assert store["lesson"]["student"] is None


def test_a_section_waits_with_its_walk_until_its_question_is_answered(store):
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="gradient")
    assert store["lesson"]["start"] is None
    store.act(actions.guess, section="gradient", value={"direction": [1, 0]})
    assert store["lesson"]["start"] == [-7, 2]
    assert store["lesson"]["view"] == "arrows"
    store.act(actions.ask_again, section="gradient")
    assert store["lesson"]["start"] is None
    assert store["guesses"] == {}


@pytest.mark.parametrize("tab", ["lesson", "lab", "code"])
def test_actions_on_the_stage_change_what_is_on_view(store, tab):
    store.act(actions.open_tab, tab=tab)
    store.act(actions.start_at, x=3, y=4)
    assert reading.setup_on_view(store.state)["start"] == [3, 4]
    other = store["lab"] if tab == "lesson" else store["lesson"]
    assert other is None or other["start"] != [3, 4]


def test_the_kiosk_begins_anew_in_the_language_it_is_in(store):
    store.act(actions.choose_language, language="en")
    store.act(actions.edit_code, key="free", code="print(1)")
    store.act(actions.begin_anew, language="en")
    assert store.state == fresh("en")
    assert store["lab"] == fresh_setup()
