"""Whoever goes elsewhere while Python works finds there what belongs there, and nothing is lost."""

import pytest

from lesson import EXERCISES

SGD = EXERCISES["sgd"].solution
# Something is clicked in the very moment in which something else was chosen.
AT_ONCE = """
async ([pause, ...both]) => {
    for (const [selector, value] of both) {
        const element = document.querySelector(selector);
        if (value === null) element.click();
        else {
            element.value = value;
            element.dispatchEvent(new Event("input", { bubbles: true }));
            element.dispatchEvent(new Event("change", { bubbles: true }));
        }
        if (pause) await new Promise(resolve => setTimeout(resolve, pause));
    }
}
"""


def at_once(page, first, second, pause=0):
    """Do two things: (selector, value to choose there; None: click it).

    pause: milliseconds between them, in which the first one's question is on its way.
    """
    page.tab.evaluate(AT_ONCE, [pause, first, second])


def seen(page):
    """What is said of the walk on view: results, status, how far it can be played."""
    return page.results(), page.status(), page.steps_played()


def test_a_verdict_that_comes_after_the_tab_was_left_stays_in_the_lesson(page):
    page.open_tab("lesson")
    page.go_to("write-sgd")
    page.editor.wait_for()
    page.reset_code()
    page.write(SGD)
    at_once(page, ("article:not([hidden]) .primary", None), ("button[data-tab=lab]", None))
    page.wait_until("() => document.querySelector('#lesson .diagnosis.right') !== null")
    assert list(page.walk_from(-7, 2)) == ["SGD", "Momentum"]
    carried = page.wait_carried(lambda state: state.get("lab", {}).get("start") == [-7, 2])
    assert carried["lab"]["methods"] == ["SGD", "Momentum"]
    assert carried["lab"]["student"] is None
    assert page.tab.is_checked("#method-Momentum")
    page.open_tab("lesson")
    results = page.wait_walked(["SGD", "あなた"])
    assert results["あなた"] == results["SGD"]
    assert "right" in page.wait_judged().get_attribute("class")


def test_a_verdict_on_code_that_was_taken_back_is_not_shown(page):
    page.open_tab("lesson")
    page.go_to("write-momentum")
    page.editor.wait_for()
    page.reset_code()
    page.write(EXERCISES["momentum"].solution)
    reset = "article:not([hidden]) .editor-buttons button:not(.primary)"
    at_once(page, ("article:not([hidden]) .primary", None), (reset, None))
    page.wait_run_ends()
    assert page.article.locator(".diagnosis").count() == 0
    assert page.wait_walked(["Momentum"])
    assert page.kept("solved", "momentum") is None


@pytest.mark.parametrize("pause", [0, 30])
def test_a_walk_on_the_field_before_never_reaches_the_next_one(page, pause):
    # It takes a while, so that it is under way when something else is chosen.
    page.tab.fill("#steps", "2000")
    page.tab.check("#method-Adam")
    with page.new_picture():
        page.tab.select_option("#landscape", "himmelblau")
    empty = page.picture()
    with page.new_picture():
        page.tab.select_option("#landscape", "valley")
    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    at_once(page, ("#go", None), ("#landscape", "himmelblau"), pause)
    page.wait_picture(empty)
    assert [cells[0] for cells in page.results().values()] == ["—"] * 3
    assert "クリック" in page.status()
    assert page.steps_played() == 0
    # What is asked next has been answered after whatever was still under way.
    with page.new_picture():
        page.tab.click("button[data-view=arrows]")
    with page.new_picture():
        page.tab.click("button[data-view=contour]")
    page.wait_picture(empty)
    assert [cells[0] for cells in page.results().values()] == ["—"] * 3


@pytest.mark.parametrize("pause", [0, 10])
def test_a_walk_in_the_section_before_never_reaches_the_next_one(page, pause):
    page.open_tab("lesson")
    page.go_to("sgd")
    page.wait_walked(["SGD"])
    page.go_to("gradient")
    if page.tab.locator("#again").is_visible():
        page.tab.click("#again")
    page.go_to("field")
    with page.new_picture():
        page.go_to("parameter")
    empty = page.picture()
    at_once(page, ("#sections", "sgd"), ("#sections", "parameter"), pause)
    page.wait_picture(empty)
    with page.new_picture():
        page.go_to("sgd")
    page.wait_walked(["SGD"])
    page.go_to("parameter")
    page.wait_picture(empty)
    assert page.results() == {}


def test_a_walk_is_still_told_after_a_look_elsewhere(page):
    with page.new_picture():
        page.walk_from(-7, 2, ["SGD", "Momentum"])
    before, picture = seen(page), page.picture()
    assert before[2] == 30

    page.open_tab("code")
    assert seen(page) == before
    page.open_tab("lab")
    assert seen(page) == before

    page.open_tab("lesson")
    page.go_to("sgd")
    walked = page.wait_walked(["SGD"])
    page.tab.click("#next")
    page.tab.click("#previous")
    assert page.wait_walked(["SGD"]) == walked
    assert page.steps_played() == 10

    page.open_tab("lab")
    page.wait_walked(["SGD", "Momentum"])
    assert seen(page) == before
    page.wait_picture(picture)

    page.tab.click("#present")
    page.tab.click("#present")
    page.open_tab("lab")
    page.wait_walked(["SGD", "Momentum"])
    assert seen(page) == before
    page.tab.click("#play")
    page.wait_until("() => document.getElementById('moment').value === '30'")
    page.wait_picture(picture)


def test_playing_changes_neither_the_address_nor_what_is_kept(page):
    page.walk_from(-7, 2)
    page.wait_carried(lambda state: state["lab"].get("start") == [-7, 2])
    address, kept = page.fragment(), page.tab.evaluate("JSON.stringify(localStorage)")
    changed = """
        () => {
            const replace = history.replaceState, keep = Storage.prototype.setItem;
            window.written = [];
            history.replaceState = (...all) => {
                window.written.push("address");
                return replace.apply(history, all);
            };
            Storage.prototype.setItem = function (...all) {
                if (this === localStorage) window.written.push(all[0]);
                return keep.apply(this, all);
            };
        }
    """
    page.tab.evaluate(changed)
    page.tab.click("#play")
    page.wait_until("() => Number(document.getElementById('moment').value) > 15")
    assert page.tab.evaluate("window.written") == []
    page.wait_until("() => document.getElementById('play').dataset.playing === 'false'")
    assert page.fragment() == address
    assert page.tab.evaluate("JSON.stringify(localStorage)") == kept
