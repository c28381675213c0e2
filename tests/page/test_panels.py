"""Editors: whatever is answered, the reader can go on, and sees their own code."""

import asyncio

import pytest
from pyscript import document
from pyscript.js_modules import mailbox
from test_live_figure import SlowEngine, rest

from page.code.notepad import Notepad
from page.engine import Overtime, Stopped
from page.frame.language import Language
from page.lesson.exercise import ExercisePanel
from page.state import actions
from protocol.answers import run_answer
from protocol.questions import Questions

RIGHT = {
    "right": True,
    "sentence": {"ja": "正解です", "en": "Right"},
    "remark": None,
    "nudge": None,
    "fault": None,
    "line": None,
    "step": None,
    "theirs": None,
    "expected": None,
}
FAULT = {"line": 3, "sentence": {"ja": "0 で割っています", "en": "by 0"}, "detail": "Zero"}


@pytest.fixture
def engine():
    return SlowEngine()


@pytest.fixture
def exercise(store, engine, catalogue):
    Language(store)
    store.act(actions.open_tab, tab="lesson")
    store.act(actions.open_section, section="write-sgd")
    slot = document.createElement("div")
    return ExercisePanel(catalogue.section("write-sgd"), slot, store, engine, Questions())


@pytest.fixture
def notepad(store, engine):
    slot = document.createElement("div")
    return Notepad("free", slot, store, engine, Questions(), "print(1)")


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (Overtime(), "2 秒たっても終わらない"),
        (Stopped(), "Python を準備しています"),
        (RuntimeError("fatal"), "思わぬエラー"),
        (KeyError("nonsense"), "思わぬエラー"),
    ],
)
@pytest.mark.parametrize("name", ["exercise", "notepad"])
def test_run_is_usable_again_whatever_happened(name, failure, sentence, engine, request):
    panel = request.getfixturevalue(name)

    async def story():
        for _ in range(2):
            panel.run("code")
            assert panel.running
            await rest()
            await engine.answer(failure)
            assert not panel.running
            assert sentence in panel.problem.textContent

    asyncio.run(story())


@pytest.mark.parametrize("name", ["exercise", "notepad"])
def test_an_answer_that_is_nonsense_does_not_end_the_editor(name, engine, request):
    panel = request.getfixturevalue(name)

    async def story():
        panel.run("code")
        await rest()
        await engine.answer({"unexpected": 1})
        assert not panel.running
        assert "思わぬエラー" in panel.problem.textContent

    asyncio.run(story())


@pytest.mark.parametrize("name", ["exercise", "notepad"])
def test_a_run_can_be_ended_by_the_reader(name, engine, request):
    panel = request.getfixturevalue(name)

    async def story():
        panel.run("code")
        await rest()
        panel._end_button.click()
        await rest()
        assert engine.ended == [panel.question]
        await engine.answer(Stopped())
        assert not panel.running
        assert "止めました" in panel.problem.textContent

    asyncio.run(story())


def test_the_progress_of_figures_is_told(notepad, engine):
    async def story():
        notepad.run("code")
        await rest()
        engine.heard[notepad.question.number](0.5)
        assert "50 %" in notepad._progress.textContent
        await engine.answer(run_answer("", None, []))
        assert notepad._progress.hidden

    asyncio.run(story())


def test_a_second_run_waits_for_the_first(exercise, engine):
    async def story():
        exercise.run("one")
        exercise.run("two")
        await rest()
        assert [asked[0]["code"] for asked in engine.asked] == ["one"]

    asyncio.run(story())


def test_a_right_answer_is_noted_and_walks(exercise, engine, store):
    async def story():
        exercise.run("class SGD: ...")
        await rest()
        request = engine.asked[-1][0]
        assert request == {
            "exercise": "sgd",
            "code": "class SGD: ...",
            "field": "valley",
            "start": [-7, 2],
            "hyper": {"lr": 0.95},
        }
        await engine.answer(RIGHT)
        assert store["solved"] == {"sgd": True}
        assert store["lesson"]["student"]["code"] == "class SGD: ..."

    asyncio.run(story())


def test_an_answer_that_comes_after_the_tab_was_changed_stays_in_the_lesson(
    exercise, engine, store
):
    """Fault: the lab got the student's method."""

    async def story():
        exercise.run("class SGD: ...")
        await rest()
        store.act(actions.open_tab, tab="lab")
        lab = store["lab"]
        await engine.answer(RIGHT)
        assert store["lab"] == lab
        assert store["lesson"]["student"]["code"] == "class SGD: ..."

    asyncio.run(story())


def test_an_open_editor_shows_what_a_link_brings_and_the_own_code_again(exercise, store):
    """Fault: open editors went on showing the old text."""
    store.act(actions.edit_code, key="sgd", code="mine")
    store.act(actions.visit, found={"tab": "lesson", "codes": {"sgd": "theirs"}})
    assert exercise.editor.code == "theirs"
    store.act(actions.leave)
    assert exercise.editor.code == "mine"


def test_an_answer_about_a_links_code_is_not_shown_under_the_own(exercise, engine, store):
    async def story():
        store.act(actions.edit_code, key="sgd", code="mine")
        store.act(
            actions.visit,
            found={"tab": "lesson", "section": "write-sgd", "codes": {"sgd": "theirs"}},
        )
        exercise.run("theirs")
        await rest()
        store.act(actions.leave)
        await engine.answer(RIGHT)
        assert store["solved"] == {}
        assert store["lesson"]["student"] is None
        assert "正解" not in exercise._result.textContent
        assert not exercise.running

    asyncio.run(story())


def test_after_a_reset_no_answer_comes_any_more(exercise, engine, store):
    async def story():
        exercise.run("code")
        await rest()
        exercise._reset(None)
        await engine.answer(RIGHT)
        assert store["solved"] == {}
        assert exercise._result.textContent == ""

    asyncio.run(story())


def test_a_closed_editor_hears_nothing_any_more(exercise, store):
    exercise.close()
    store.act(actions.edit_code, key="sgd", code="other")
    assert exercise.editor.code != "other"


def test_text_that_nobody_has_noticed_yet_is_not_overwritten(exercise, store):
    """Pasted with the mouse, dropped, dictated: no key went up after it."""
    exercise.editor.content = document.createElement("div")
    exercise.editor.root = document.createElement("div")
    exercise.editor.script.code = "pasted"
    store.act(actions.choose_language, language="en")
    assert store["codes"] == {"sgd": "pasted"}
    assert exercise.editor.code == "pasted"


def test_a_small_difference_is_told_in_digits_that_show_it(exercise, engine):
    async def story():
        exercise.run("code")
        await rest()
        theirs, expected = {"x": -6.7, "y": 1.7}, {"x": -6.70000013, "y": 1.7}
        wrong = {**RIGHT, "right": False, "step": 1, "theirs": theirs, "expected": expected}
        await engine.answer(wrong)
        text = exercise._result.textContent
        assert "x = −6.7y = 1.7" in text and "x = −6.7000001" in text

    asyncio.run(story())


def test_the_skeleton_follows_the_language_until_it_is_edited(exercise, store):
    japanese = exercise.editor.code
    store.act(actions.choose_language, language="en")
    assert exercise.editor.code != japanese
    store.act(actions.edit_code, key="sgd", code="mine")
    store.act(actions.choose_language, language="ja")
    assert exercise.editor.code == "mine"


def test_running_what_stood_there_from_the_beginning_makes_it_nobodys_work(exercise, engine, store):
    async def story():
        exercise.run(exercise.editor.code)
        await rest()
        assert store["codes"] == {}

    asyncio.run(story())


def test_a_program_says_what_it_printed_what_failed_and_draws(notepad, engine):
    async def story():
        notepad.run("print(1)\n1/0")
        await rest()
        await engine.answer(run_answer("1\n", FAULT, [(640, 460)]))
        assert notepad.problem.textContent == "3 行目：0 で割っています"
        number = engine.asked[-1][0]["number"]
        assert mailbox.painted == [(number, 0)]
        assert mailbox.forgotten == [number]

    asyncio.run(story())
