"""The lesson as a reader goes through it: predict, see, write SGD and Momentum."""

import pytest

from lesson import EXERCISES
from pages import read_pair

SECTIONS = 11
ENDLESS = """
class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        while True:
            pass
"""
# One long call into C: no guard inside Python can stop it, only the page can.
STUCK = ENDLESS.replace("while True:\n            pass", "sum(range(10**12))")


@pytest.fixture
def lesson(ready_page):
    page = ready_page()
    page.tab.click("button[data-tab=lesson]")
    return page


def go_to(page, section):
    page.tab.select_option("#sections", section)


def write(page, code):
    """Put code into the editor of the section that is open, and press Ctrl+Enter."""
    editor = page.tab.locator("article:not([hidden]) .cm-content, #code:not([hidden]) .cm-content")
    editor.click()
    page.tab.keyboard.press("Control+a")
    page.tab.keyboard.insert_text(code)
    page.tab.keyboard.press("Control+Enter")


def diagnosis(page):
    page.tab.wait_for_selector("article:not([hidden]) .diagnosis")
    return page.tab.locator("article:not([hidden]) .diagnosis")


def test_the_sections_stand_in_the_decks_order(lesson):
    tab = lesson.tab
    titles = []
    while True:
        titles.append(tab.locator("article:not([hidden]) h2").inner_text())
        if tab.locator("#next").is_disabled():
            break
        tab.click("#next")
    assert len(titles) == SECTIONS
    assert titles[0] == "パラメータとは"
    assert [title for title in titles if "書こう" in title] == ["SGD を書こう", "Momentum を書こう"]


def test_a_direction_is_guessed_before_it_is_shown(lesson):
    go_to(lesson, "gradient")
    tab = lesson.tab
    assert tab.locator("article:not([hidden]) .after:visible").count() == 0
    tab.locator("#choices button").first.click()
    tab.wait_for_function("document.getElementById('verdict').innerText !== ''")
    # −∇f at (−7, 2) is (0.7, −4): 80° below the direction to the right.
    assert "80 度" in tab.locator("#verdict").inner_text()
    assert tab.locator("article:not([hidden]) .after:visible").count() == 1


def test_a_sketch_and_the_real_route_appear_together(lesson):
    go_to(lesson, "zigzag")
    tab = lesson.tab
    tab.wait_for_timeout(500)
    assert list(lesson.results()) == ["SGD"]
    assert lesson.results()["SGD"][0] == "—"
    box = tab.locator("#plane").bounding_box()
    tab.mouse.move(box["x"] + 180, box["y"] + 180)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 420, box["y"] + 220, steps=10)
    tab.mouse.up()
    results = lesson.wait_walked(["SGD"])
    assert read_pair(results["SGD"][0]) == (-0.3504, 0.08478)
    red, green, blue, alpha = lesson.pixel(300, 200, canvas="plane")
    assert alpha > 0 and blue > red > green
    tab.click("#again")
    tab.wait_for_timeout(800)
    assert lesson.pixel(300, 200, canvas="plane")[3] == 0


def test_wasted_motion_is_told_in_numbers(lesson):
    go_to(lesson, "compare")
    lesson.tab.click("#choices button:has-text('SGD')")
    lesson.wait_walked(["SGD", "Momentum"])
    verdict = lesson.tab.locator("#verdict").inner_text()
    assert "予想どおり" in verdict
    # Σ|Δy| of SGD is 2·1.9·(1 − 0.9³⁰)/(1 − 0.9).
    assert f"{3.8 * (1 - 0.9**30) / 0.1:.1f}" in verdict


@pytest.mark.parametrize(("key", "language"), [("sgd", "ja"), ("momentum", "en")])
def test_from_the_skeleton_to_a_right_answer(lesson, key, language):
    lesson.tab.click(f"[data-language={language}]")
    go_to(lesson, f"write-{key}")
    lesson.tab.wait_for_selector("article:not([hidden]) .cm-content")
    lesson.tab.click("article:not([hidden]) .primary")
    assert "wrong" in diagnosis(lesson).get_attribute("class")
    write(lesson, EXERCISES[key].solution)
    lesson.tab.wait_for_selector("article:not([hidden]) .diagnosis.right")
    own = "あなた" if language == "ja" else "You"
    results = lesson.wait_walked([EXERCISES[key].class_name, own])
    assert results[own] == results[EXERCISES[key].class_name]
    assert "primary" in lesson.tab.locator("#next").get_attribute("class")


def test_a_wrong_sign_is_named_and_drawn(lesson):
    go_to(lesson, "write-sgd")
    write(lesson, EXERCISES["sgd"].solution.replace("-=", "+="))
    answer = diagnosis(lesson)
    assert "wrong" in answer.get_attribute("class")
    assert "符号" in answer.inner_text() or "登" in answer.inner_text()
    assert "x = −6.335" in answer.inner_text()
    assert "発散" in lesson.wait_walked()["あなた"][2]


def test_a_syntax_error_is_marked_in_its_line(lesson):
    go_to(lesson, "write-sgd")
    write(
        lesson,
        EXERCISES["sgd"].solution.replace(
            "def update(self, params, grads):", "def update(self, params, grads)"
        ),
    )
    assert "コロン" in diagnosis(lesson).inner_text()
    marked = lesson.tab.locator("article:not([hidden]) .faulty .cm-activeLine")
    assert "def update" in marked.inner_text()


def test_hints_open_one_at_a_time(lesson):
    go_to(lesson, "write-sgd")
    hints = lesson.tab.locator("article:not([hidden]) .hints details")
    assert [hint.is_visible() for hint in hints.all()] == [True, False, False]
    hints.nth(0).locator("summary").click()
    lesson.tab.wait_for_timeout(500)
    assert [hint.is_visible() for hint in hints.all()] == [True, True, False]


def test_an_endless_loop_is_stopped_within_two_seconds_and_loses_nothing(lesson):
    go_to(lesson, "write-sgd")
    write(lesson, ENDLESS)
    lesson.tab.click("[data-language=en]", timeout=1000)
    assert "wrong" in diagnosis(lesson).get_attribute("class")
    assert lesson.tab.locator("#boot").is_hidden()
    assert "while True" in lesson.tab.locator("article:not([hidden]) .cm-content").inner_text()


def test_a_worker_that_nothing_else_can_stop_is_replaced(lesson):
    go_to(lesson, "write-sgd")
    lesson.wait_walked(["SGD"])
    write(lesson, STUCK)
    lesson.tab.wait_for_selector("article:not([hidden]) .answer .problem:visible", timeout=4000)
    problem = lesson.tab.locator("article:not([hidden]) .answer .problem")
    assert "2 秒たっても終わらない" in problem.inner_text()
    assert lesson.results()["SGD"][0] != "—"
    assert "sum(range" in lesson.tab.locator("article:not([hidden]) .cm-content").inner_text()
    lesson.tab.wait_for_selector("#boot", state="visible")
    lesson.wait_ready()
    write(lesson, EXERCISES["sgd"].solution)
    lesson.tab.wait_for_selector("article:not([hidden]) .diagnosis.right", timeout=20_000)


def test_the_free_editor_prints_and_draws(lesson):
    tab = lesson.tab
    tab.click("button[data-tab=code]")
    tab.wait_for_selector("#code .cm-content")
    tab.click("#code .primary")
    tab.wait_for_selector("#code .figures canvas", timeout=20_000)
    assert tab.locator("#code .output").inner_text().startswith("0.5 -1.5024713476")
    write(lesson, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint(1 / 0)")
    tab.wait_for_selector("#code .problem:visible", timeout=20_000)
    assert tab.locator("#code .problem").inner_text().startswith("3 行目：")
    assert tab.locator("#code .figures canvas").count() == 1


def test_code_and_progress_survive_a_reload(lesson):
    go_to(lesson, "write-sgd")
    write(lesson, EXERCISES["sgd"].solution + "# mine\n")
    lesson.tab.wait_for_selector("article:not([hidden]) .diagnosis.right")
    lesson.tab.wait_for_timeout(600)
    lesson.tab.goto(lesson.url)
    lesson.wait_ready()
    lesson.tab.click("button[data-tab=lesson]")
    editor = lesson.tab.locator("article:not([hidden]) .cm-content")
    editor.wait_for()
    assert "# mine" in editor.inner_text()
    assert "primary" in lesson.tab.locator("#next").get_attribute("class")
    lesson.tab.click("article:not([hidden]) .editor-buttons button:not(.primary)")
    assert "# mine" not in editor.inner_text()
