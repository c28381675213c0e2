"""The lesson as a reader goes through it: predict, see, write SGD and Momentum."""

import re

import pytest

from lesson import EXERCISES, SECTIONS
from page.stage.plane import Plane
from pages import read_pair

VALLEY_BOUNDS = (-10, 10), (-5, 5)
SGD = EXERCISES["sgd"].solution
ENDLESS = """
class SGD:
    def __init__(self, lr=0.1):
        self.lr = lr

    def update(self, params, grads):
        while True:
            pass
"""
# One long call into C: no guard inside Python can stop it, only the page can.
STUCK = ENDLESS.replace("while True:\n            pass", "sum(range(10**12))")
# Right on every probe and on the walk shown at first, but not from everywhere.
FRAGILE = SGD.replace(
    "        for key",
    "        if params['x'] < -8.5:\n            raise ValueError('too far')\n        for key",
)
WRITTEN_OUT = """
class SGD:
    def __init__(self, lr=0.1):
        self.lr = lr

    def update(self, params, grads):
        params["x"] -= self.lr * grads["x"]
        params["y"] -= self.lr * grads["y"]
"""


@pytest.fixture
def lesson(page):
    page.open_tab("lesson")
    return page


def test_the_sections_stand_in_the_decks_order(lesson):
    tab = lesson.tab
    lesson.go_to("parameter")
    titles = []
    while True:
        titles.append(lesson.article.locator("h2").inner_text())
        if tab.locator("#next").is_disabled():
            break
        tab.click("#next")
    assert len(titles) == len(SECTIONS)
    assert titles[0] == "パラメータとは"
    written = ["SGD を書こう", "Momentum を書こう"]
    assert [title for title in titles if title in written] == written


def test_a_direction_is_guessed_before_it_is_shown(lesson):
    lesson.go_to("gradient")
    tab = lesson.tab
    assert lesson.article.locator(".after:visible").count() == 0
    tab.locator("#choices button").first.click()
    lesson.wait_until("() => document.getElementById('verdict').innerText !== ''")
    # −∇f at (−7, 2) is (0.7, −4): 80° below the direction to the right.
    assert "80 度" in tab.locator("#verdict").inner_text()
    assert lesson.article.locator(".after:visible").count() == 1


def test_a_sketch_and_the_real_route_appear_together(lesson):
    lesson.go_to("gradient")
    with lesson.new_picture():
        lesson.go_to("zigzag")
    tab = lesson.tab
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
    with lesson.new_picture():
        tab.click("#again")
    assert lesson.pixel(300, 200, canvas="plane")[3] == 0
    assert lesson.results()["SGD"][0] == "—"


def test_wasted_motion_is_told_in_numbers(lesson):
    lesson.go_to("compare")
    lesson.tab.click("#choices button:has-text('SGD')")
    lesson.wait_walked(["SGD", "Momentum"])
    verdict = lesson.tab.locator("#verdict").inner_text()
    assert "予想どおり" in verdict
    # Σ|Δy| of SGD is 2·1.9·(1 − 0.9³⁰)/(1 − 0.9).
    assert f"{3.8 * (1 - 0.9**30) / 0.1:.1f}" in verdict


@pytest.mark.parametrize(("key", "language"), [("sgd", "ja"), ("momentum", "en")])
def test_from_the_skeleton_to_a_right_answer(lesson, key, language):
    lesson.tab.click(f"[data-language={language}]")
    lesson.go_to(f"write-{key}")
    lesson.editor.wait_for()
    lesson.run_button.click()
    assert "wrong" in lesson.wait_judged().get_attribute("class")
    assert "right" in lesson.judge(EXERCISES[key].solution).get_attribute("class")
    own = "あなた" if language == "ja" else "You"
    results = lesson.wait_walked([EXERCISES[key].class_name, own])
    assert results[own] == results[EXERCISES[key].class_name]
    assert "primary" in lesson.tab.locator("#next").get_attribute("class")


def test_a_wrong_sign_is_named_and_drawn(lesson):
    lesson.go_to("write-sgd")
    answer = lesson.judge(SGD.replace("-=", "+="))
    assert "wrong" in answer.get_attribute("class")
    assert "符号" in answer.inner_text() or "登" in answer.inner_text()
    assert "x = −6.335" in answer.inner_text()
    assert "発散" in lesson.wait_walked(["SGD", "あなた"])["あなた"][2]


def test_another_default_rate_than_the_librarys_is_right(lesson):
    lesson.go_to("write-sgd")
    answer = lesson.judge(re.sub(r"lr=[\d.]+", "lr=0.5", SGD))
    assert "right" in answer.get_attribute("class")
    assert answer.locator(".remark").count() == 0


def test_x_and_y_written_out_are_right_with_a_remark(lesson):
    lesson.go_to("write-sgd")
    answer = lesson.judge(WRITTEN_OUT)
    assert "right" in answer.get_attribute("class")
    assert "for" in answer.locator(".remark").inner_text()


def test_a_method_that_raises_on_the_way_says_where_and_why(lesson):
    lesson.go_to("write-sgd")
    assert "right" in lesson.judge(FRAGILE).get_attribute("class")
    results = lesson.wait_walked(["SGD", "あなた"])
    assert results["あなた"] == results["SGD"]
    plane = Plane(*lesson.canvas_size(), *VALLEY_BOUNDS)
    with lesson.new_results(["SGD", "あなた"]):
        lesson.click_field(*plane.to_pixel(-9, 2))
    assert lesson.results()["あなた"][2] == "エラーで止まった"
    assert lesson.results()["SGD"][2] == "最後まで歩いた"
    told = lesson.tab.locator("#problem").inner_text()
    assert "あなたの手法は 1 ステップ目で止まりました" in told
    assert "7 行目：この計算には使えない値です" in told
    with lesson.new_results():
        lesson.click_field(*plane.to_pixel(-7, 3))
    assert lesson.tab.locator("#problem").is_hidden()


def test_a_syntax_error_is_marked_in_its_line(lesson):
    lesson.go_to("write-sgd")
    answer = lesson.judge(SGD.replace("params, grads):", "params, grads)"))
    assert "コロン" in answer.inner_text()
    marked = lesson.article.locator(".faulty .cm-activeLine")
    assert "def update" in marked.inner_text()
    lesson.wait_run_ends()


def test_hints_open_one_at_a_time(lesson):
    lesson.go_to("write-sgd")
    lesson.editor.wait_for()
    lesson.reset_code()
    hints = lesson.article.locator(".hints details")
    assert [hint.is_visible() for hint in hints.all()] == [True, False, False]
    hints.nth(0).locator("summary").click()
    hints.nth(1).wait_for()
    assert [hint.is_visible() for hint in hints.all()] == [True, True, False]


def test_an_endless_loop_is_stopped_within_two_seconds_and_loses_nothing(lesson):
    lesson.go_to("write-sgd")
    lesson.editor.wait_for()
    lesson.reset_code()
    lesson.run(ENDLESS)
    lesson.tab.click("[data-language=en]", timeout=1000)
    assert "wrong" in lesson.wait_judged().get_attribute("class")
    assert lesson.tab.locator("#boot").is_hidden()
    assert "while True" in lesson.editor.inner_text()


def test_a_worker_that_nothing_else_can_stop_is_replaced(lesson):
    lesson.go_to("write-sgd")
    lesson.wait_walked(["SGD"])
    lesson.run(STUCK)
    problem = lesson.article.locator(".answer .problem")
    problem.wait_for(timeout=4000)
    assert "2 秒たっても終わらない" in problem.inner_text()
    assert lesson.results()["SGD"][0] != "—"
    assert "sum(range" in lesson.editor.inner_text()
    lesson.tab.wait_for_selector("#boot", state="visible")
    lesson.wait_ready()
    assert "right" in lesson.judge(SGD).get_attribute("class")


def test_code_and_progress_survive_a_reload(lesson):
    lesson.go_to("write-sgd")
    assert "right" in lesson.judge(SGD + "# mine\n").get_attribute("class")
    lesson.wait_kept("codes", "sgd", lambda code: code and "# mine" in code)
    lesson.wait_kept("solved", "sgd", bool)
    lesson.open_ready()
    lesson.open_tab("lesson")
    lesson.editor.wait_for()
    assert "# mine" in lesson.editor.inner_text()
    assert "primary" in lesson.tab.locator("#next").get_attribute("class")
    lesson.reset_code()
    assert "# mine" not in lesson.editor.inner_text()
    lesson.wait_kept("codes", "sgd", lambda code: code is None)
