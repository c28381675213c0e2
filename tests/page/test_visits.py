"""What a link carries, and what a visitor has made, are kept apart."""

import asyncio
import json

import js
import pytest
from pyscript import js_modules, window

from page.state import actions, link, reading, table
from page.state.keeper import LINKED, Keeper
from page.state.reading import shared
from page.state.setup import fresh_setup
from page.state.storage import PREFIX
from page.state.store import Store

MINE, THEIRS = "class SGD: 'mine'", "class SGD: 'theirs'"


def opened(catalogue, fragment="", private=False):
    """(store, keeper) of a page that has been opened with a fragment."""
    js.location.hash = "#" + fragment if fragment else ""
    store = Store(catalogue)
    keeper = Keeper(store, private)
    keeper.readable = asyncio.run(keeper.restore())
    return store, keeper


def pause():
    """Long enough for what is written after a pause."""

    async def written():
        window.run_timers()
        await asyncio.sleep(0)
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.gather(*tasks)

    asyncio.run(written())


def close():
    """The tab is closed: what belongs to it alone is gone."""
    js.sessionStorage.records.clear()
    window.listeners.clear()
    window.timers.clear()


def link_of(catalogue, *steps):
    """The fragment that somebody sends who has done these actions."""
    store = Store(catalogue)
    for action, values in steps:
        store.act(action, **values)
    return asyncio.run(link.write(shared(store.state, catalogue)))


@pytest.fixture
def with_own_work(catalogue):
    """A browser in which a student has worked before."""
    store, _ = opened(catalogue)
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="write-sgd")
    store.act(actions.edit_code, key="sgd", code=MINE)
    store.act(actions.guess, section="zigzag", value={"choice": "stuck"})
    store.act(actions.solve, exercise="sgd")
    pause()
    close()


@pytest.fixture
def foreign(catalogue):
    return link_of(
        catalogue,
        (actions.choose_language, {"language": "en"}),
        (actions.edit_code, {"key": "momentum", "code": "class Momentum: 'secret'"}),
        (actions.edit_code, {"key": "sgd", "code": THEIRS}),
        (actions.guess, {"section": "zigzag", "value": {"choice": "curve"}}),
        (actions.open_tab, {"tab": "lesson"}),
        (actions.open_section, {"section": "write-sgd"}),
    )


def test_a_link_carries_what_is_on_view_and_nothing_else(catalogue, foreign):
    carried = asyncio.run(link.read(foreign))
    assert set(carried) == {"language", "tab", "section", "lesson", "codes"}
    assert carried["codes"] == {"sgd": THEIRS}
    lab = link_of(
        catalogue,
        (actions.edit_code, {"key": "sgd", "code": THEIRS}),
        (actions.edit_code, {"key": "free", "code": "print(1)"}),
    )
    assert set(asyncio.run(link.read(lab))) == {"language", "tab", "lab"}
    code = link_of(
        catalogue,
        (actions.edit_code, {"key": "free", "code": "print(1)"}),
        (actions.edit_code, {"key": "sgd", "code": THEIRS}),
        (actions.open_tab, {"tab": "code"}),
    )
    assert asyncio.run(link.read(code))["codes"] == {"free": "print(1)"}


def test_each_linked_entry_is_carried_somewhere_and_no_other(catalogue):
    """Fault: an entry was linked in vain, in silence, where reading.shared had no line for it."""
    state = {name: value or True for name, value in table.fresh().items()}
    state["visit"], carried = None, set()
    state["guesses"] = {section["key"]: {"choice": "curve"} for section in catalogue.sections}
    state["codes"] = dict.fromkeys([*catalogue.exercises, *catalogue.programs], "print(1)")
    for tab in table.TABS:
        for section in catalogue.sections:
            state.update(tab=tab, section=section["key"])
            carried |= set(shared(state, catalogue))
    told = "of {} the table says linked, and reading.shared carries {}"
    assert carried == set(LINKED), told.format(sorted(LINKED), sorted(carried))


def test_what_is_kept_item_by_item_is_heard_in_other_tabs_and_nothing_else_is(catalogue):
    here, _ = opened(catalogue)
    for key, value in (("language", "en"), ("section", "zigzag"), ("codes.sgd", THEIRS)):
        js.localStorage.setItem(f"{PREFIX}.{key}", json.dumps(value))
        window.fire("storage", key=f"{PREFIX}.{key}")
    assert (here["language"], here["section"]) == ("ja", "parameter")
    assert here["codes"] == {"sgd": THEIRS}


def test_opening_a_link_leaves_the_visitors_own_work_alone(catalogue, with_own_work, foreign):
    """Fault: opening a link erased the student's saved code and guesses."""
    store, _ = opened(catalogue, foreign)
    assert reading.code_of(store.state, "sgd") == THEIRS
    assert store["language"] == "en"
    pause()
    store.act(actions.edit_code, key="sgd", code=THEIRS + "#")
    pause()
    assert reading.code_of(store.state, "sgd") == THEIRS + "#"
    close()

    later, _ = opened(catalogue)
    assert later["codes"] == {"sgd": MINE}
    assert later["guesses"] == {"zigzag": {"choice": "stuck"}}
    assert later["solved"] == {"sgd": True}
    assert later["language"] == "ja"
    assert later["visit"] is None


def test_the_visitors_code_is_back_when_the_link_is_left(catalogue, with_own_work, foreign):
    store, keeper = opened(catalogue, foreign)
    changes = []
    store.subscribe(lambda change: changes.append(change), "codes", "visit")
    store.act(actions.leave)
    assert reading.code_of(store.state, "sgd") == MINE
    assert reading.guess_of(store.state, "zigzag") == {"choice": "stuck"}
    assert changes, "open editors must hear of it"
    assert store["section"] == "write-sgd"


def test_going_back_to_the_address_without_a_link_leaves_it(catalogue, with_own_work, foreign):
    store, keeper = opened(catalogue, foreign)
    asyncio.run(keeper.open_link(""))
    assert store["visit"] is None
    assert reading.code_of(store.state, "sgd") == MINE


def test_a_solution_that_came_by_a_link_solves_nothing(catalogue, foreign):
    store, _ = opened(catalogue, foreign)
    store.act(actions.solve, exercise="sgd")
    assert store["solved"] == {}
    store.act(actions.leave)
    store.act(actions.solve, exercise="sgd")
    assert store["solved"] == {"sgd": True}


def test_a_reload_is_no_visit_and_loses_nothing(catalogue):
    store, _ = opened(catalogue)
    store.act(actions.start_at, x=-3.5, y=1.25)
    store.act(actions.enter_steps, steps=44)
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="write-sgd")
    store.act(actions.edit_code, key="sgd", code=MINE)
    own = {"code": MINE, "class": "SGD", "hyper": {"lr": 0.5}}
    store.act(actions.walk_student, section="write-sgd", start=[-7, 2], student=own)
    store.act(actions.edit_code, key="sgd", code=MINE + "# later")
    pause()
    again, _ = opened(catalogue, js.location.hash[1:])
    assert again.state == store.state
    assert again["visit"] is None
    assert not again["held"]


def test_what_was_changed_just_before_the_tab_was_closed_is_kept(catalogue):
    store, _ = opened(catalogue)
    store.act(actions.edit_code, key="sgd", code=MINE)
    window.fire("pagehide")
    close()
    assert opened(catalogue)[0]["codes"] == {"sgd": MINE}


def test_two_tabs_do_not_overwrite_each_others_work(catalogue):
    """Fault: each tab wrote all that it had, over what the other had written since."""
    one, _ = opened(catalogue)
    window.listeners.clear()
    other, _ = opened(catalogue)
    one.act(actions.edit_code, key="sgd", code=MINE)
    other.act(actions.edit_code, key="momentum", code="class Momentum: ...")
    pause()
    close()
    kept = opened(catalogue)[0]
    assert kept["codes"] == {"sgd": MINE, "momentum": "class Momentum: ..."}


def test_a_tab_hears_what_was_written_in_another(catalogue):
    store, _ = opened(catalogue)
    name = PREFIX + ".codes.sgd"
    js.localStorage.setItem(name, json.dumps(MINE))
    window.fire("storage", key=name)
    assert store["codes"] == {"sgd": MINE}
    js.localStorage.removeItem(name)
    window.fire("storage", key=name)
    assert store["codes"] == {}
    js.localStorage.setItem(name, json.dumps(7))
    window.fire("storage", key=name)
    window.fire("storage", key="somebody.elses.record")
    assert store["codes"] == {}


def test_a_bad_record_is_left_out_and_the_others_stay(catalogue):
    js.localStorage.setItem(PREFIX + ".codes.sgd", json.dumps(MINE))
    js.localStorage.setItem(PREFIX + ".codes.momentum", "{broken")
    js.localStorage.setItem(PREFIX + ".codes.unknown", '"x"')
    js.localStorage.setItem(PREFIX + ".language", '"fr"')
    js.localStorage.setItem("else", "1")
    store, _ = opened(catalogue)
    assert store["codes"] == {"sgd": MINE}
    assert store["language"] == "ja"


def test_work_kept_by_the_earlier_version_is_taken_over(catalogue):
    old = {
        "language": "en",
        "section": "zigzag",
        "codes": {"sgd": MINE},
        "guesses": {"zigzag": {"choice": "curve"}},
        "solved": ["sgd"],
    }
    js.localStorage.setItem(PREFIX, json.dumps(old))
    store, _ = opened(catalogue)
    assert store["codes"] == old["codes"]
    assert store["solved"] == {"sgd": True}
    assert store["section"] == "zigzag"
    store.act(actions.edit_code, key="sgd", code=None)
    pause()
    close()
    assert opened(catalogue)[0]["codes"] == {}


def test_a_students_method_that_came_by_a_link_waits(catalogue):
    own = {"code": THEIRS, "class": "SGD", "hyper": {"lr": 0.5}}
    sent = link_of(
        catalogue,
        (actions.open_tab, {"tab": "lesson"}),
        (actions.open_section, {"section": "write-sgd"}),
        (actions.edit_code, {"key": "sgd", "code": THEIRS}),
        (actions.walk_student, {"section": "write-sgd", "start": [-7, 2], "student": own}),
    )
    store, _ = opened(catalogue, sent)
    assert store["held"]
    assert reading.walk_on_view(store.state, catalogue)["student"] is None
    assert reading.setup_to_run(store.state)["student"] is None, (
        "nor is it in a script to take away"
    )
    assert shared(store.state, catalogue)["lesson"]["student"] == own, "the link is still whole"
    store.act(actions.let_run)
    assert reading.walk_on_view(store.state, catalogue)["student"] == own


@pytest.mark.parametrize("broken", ["1.abc", "9.zY87", "hello", "1." + "A" * 200, "1.%%%"])
def test_a_broken_link_is_unreadable_and_changes_nothing(catalogue, with_own_work, broken):
    store, keeper = opened(catalogue, broken)
    assert not keeper.readable
    assert store["codes"] == {"sgd": MINE}
    assert store["visit"] is None


def test_links_of_the_earlier_version_are_read(catalogue):
    old = {
        "language": "en",
        "tab": "lesson",
        "section": "write-sgd",
        "lab": {"steps": 12},
        "lesson": {"methods": ["SGD"], "start": [-7, 2]},
        "guesses": {"zigzag": {"choice": "curve"}},
        "codes": {"sgd": THEIRS, "free": "print(1)"},
    }
    store, keeper = opened(catalogue, asyncio.run(link.write(old)))
    assert keeper.readable
    assert store["lab"]["steps"] == 12
    assert reading.code_of(store.state, "free") == "print(1)"


def test_a_kiosk_stores_nothing_and_finds_nothing(catalogue, with_own_work):
    before = dict(js.localStorage.records)
    store, _ = opened(catalogue, private=True)
    assert store["codes"] == {}
    store.act(actions.edit_code, key="sgd", code=THEIRS)
    pause()
    window.fire("pagehide")
    assert js.localStorage.records == before
    assert js.sessionStorage.records == {}


def visited(catalogue, **found):
    """A store that shows a link with these entries."""
    store = Store(catalogue)
    store.act(actions.visit, found={"tab": "lesson", "section": "write-sgd", **found})
    return store


def test_whatever_is_kept_survives_a_link_that_does_not_bring_it(catalogue, monkeypatch):
    """Declared in the table, it is kept: nobody else has to be told of it."""
    note = table.Entry("note", lambda: 0, lambda v, _: isinstance(v, int), kept=True, linked=True)
    monkeypatch.setattr(table, "ENTRIES", (*table.ENTRIES, note))
    monkeypatch.setattr(actions, "ENTRIES", table.ENTRIES)
    store = Store(catalogue)
    store.act(actions.restore, found={"note": 2, "section": "zigzag"})
    store.act(actions.visit, found={"tab": "lab"})
    assert (store["note"], store["section"]) == (2, "zigzag")
    store.act(actions.visit, found={"tab": "lab", "note": 7})
    assert store["note"] == 7


def test_an_editor_can_be_emptied(catalogue):
    store, _ = opened(catalogue)
    store.act(actions.edit_code, key="sgd", code="")
    pause()
    close()
    later, _ = opened(catalogue)
    assert reading.code_of(later.state, "sgd") == ""


def test_reset_in_a_visited_editor_shows_the_beginning_and_leaves_the_own_code(
    catalogue, with_own_work, foreign
):
    store, _ = opened(catalogue, foreign)
    for _ in range(2):
        store.act(actions.edit_code, key="sgd", code=None)
        assert reading.code_of(store.state, "sgd") is None
    store.act(actions.leave)
    assert reading.code_of(store.state, "sgd") == MINE


def test_guessing_again_in_a_visit_leaves_the_own_guess(catalogue, with_own_work):
    store, _ = opened(catalogue)
    guesses = {"zigzag": {"choice": "curve"}}
    store.act(actions.visit, found={"tab": "lesson", "section": "zigzag", "guesses": guesses})
    for _ in range(2):
        store.act(actions.ask_again, section="zigzag")
        assert reading.guess_of(store.state, "zigzag") is None
    assert store["guesses"] == {"zigzag": {"choice": "stuck"}}


def test_what_is_written_over_a_links_code_is_the_visitors_own_where_they_have_none(
    catalogue, foreign
):
    """A student opens their teacher's link and works in it."""
    store, _ = opened(catalogue, foreign)
    store.act(actions.edit_code, key="sgd", code=THEIRS + "# and mine")
    store.act(actions.solve, exercise="sgd")
    pause()
    close()
    later, _ = opened(catalogue)
    assert later["codes"] == {"sgd": THEIRS + "# and mine"}
    assert later["solved"] == {"sgd": True}


def test_what_was_left_can_be_gone_back_to(catalogue, with_own_work, foreign):
    store, keeper = opened(catalogue, foreign)
    store.act(actions.edit_code, key="sgd", code=THEIRS + "# tried")
    pause()
    left = js.location.hash[1:]
    store.act(actions.leave)
    pause()
    assert js.history.entries == 2
    js.location.hash = "#" + left
    asyncio.run(keeper.open_link(left))
    assert reading.code_of(store.state, "sgd") == THEIRS + "# tried"


def test_only_code_that_can_be_read_is_run_when_permission_is_given(catalogue):
    own = {"code": "print('hidden')", "class": "SGD", "hyper": {"lr": 0.5}}
    setup = {"student": own, "start": [-7, 2]}
    store = visited(catalogue, codes={"sgd": THEIRS}, lesson={**fresh_setup(), **setup})
    assert not store["held"]
    assert store["lesson"]["student"] is None
    lab = visited(catalogue, tab="lab", lab={**fresh_setup(), **setup})
    assert lab["lab"]["student"] is None


def test_what_waits_for_permission_is_gone_once_its_code_is_edited(catalogue):
    own = {"code": THEIRS, "class": "SGD", "hyper": {"lr": 0.5}}
    lesson = {**fresh_setup(), "student": own, "start": [-7, 2]}
    store = visited(catalogue, codes={"sgd": THEIRS}, lesson=lesson)
    assert store["held"]
    store.act(actions.edit_code, key="sgd", code=THEIRS + "#")
    assert not store["held"]
    assert store["lesson"]["student"] is None


def test_a_link_that_is_read_slowly_is_not_shown_under_another_address(catalogue, foreign):
    store, keeper = opened(catalogue)

    async def story():
        js.location.hash = "#" + foreign
        reading_first = asyncio.ensure_future(keeper.open_link(foreign))
        js.location.hash = "#1.other"
        assert await reading_first

    asyncio.run(story())
    assert store["visit"] is None
    assert store["codes"] == {}


def test_the_state_is_not_written_over_a_link_that_has_just_been_opened(catalogue, foreign):
    store, keeper = opened(catalogue)

    async def story():
        writing = asyncio.ensure_future(keeper.write_address())
        await asyncio.sleep(0)
        js.location.hash = "#" + foreign
        await writing

    js_modules.packing.pack, pack = slowly(js_modules.packing.pack), js_modules.packing.pack
    try:
        asyncio.run(story())
    finally:
        js_modules.packing.pack = pack
    assert js.location.hash == "#" + foreign


def slowly(work):
    async def later(*arguments):
        for _ in range(3):
            await asyncio.sleep(0)
        return await work(*arguments)

    return later


def test_a_short_link_to_a_giant_is_refused(catalogue):
    giant = asyncio.run(js_modules.packing.pack(json.dumps({"codes": {"free": "x" * 5_000_000}})))
    assert len(giant) < 10_000
    store, keeper = opened(catalogue, link.VERSION + giant)
    assert not keeper.readable


def test_a_browser_that_stores_nothing_is_a_browser_all_the_same(catalogue):
    js_modules.browser.refuses = True
    store, keeper = opened(catalogue)
    store.act(actions.edit_code, key="sgd", code=MINE)
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="write-sgd")
    pause()
    assert js.localStorage.records == {}
    again, _ = opened(catalogue, js.location.hash[1:])
    assert reading.code_of(again.state, "sgd") == MINE


def test_the_skip_link_is_no_link(catalogue):
    store, keeper = opened(catalogue)
    store.act(actions.start_at, x=1, y=2)
    pause()
    address = js.location.hash
    js.location.hash = "#plane"
    assert asyncio.run(keeper.open_link("plane"))
    pause()
    assert js.location.hash == address
    assert store["lab"]["start"] == [1, 2]


@pytest.mark.parametrize("record", ["7", '{"a": 1}', "[]", '{"fragment": "x", "state": 3}'])
def test_a_strange_session_is_passed_over(catalogue, record):
    js.sessionStorage.setItem(PREFIX, record)
    js.localStorage.setItem(PREFIX + ".codes", '"no items"')
    store, keeper = opened(catalogue, "x")
    assert not keeper.readable or record.endswith("3}")
    assert store["codes"] == {}


def test_what_the_browser_refuses_to_keep_is_told_if_it_is_work(catalogue):
    told = []
    store, keeper = opened(catalogue)
    keeper.on_refusal = lambda: told.append(True)
    js_modules.browser.refuses = True
    store.act(actions.choose_language, language="en")
    pause()
    assert told == []
    store.act(actions.edit_code, key="free", code="print(1)")
    pause()
    assert told == [True]
    js_modules.browser.refuses = False
    store.act(actions.edit_code, key="free", code="print(2)")
    pause()
    assert told == [True]
