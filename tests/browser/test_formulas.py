"""A field of one's own: a formula is understood, shown, walked on and taken away as a program."""

import subprocess
import sys

import pytest

from pages import read_pair, shown
from runtime import ROOT


def problem(page):
    """The sentence beside the formula, once there is one."""
    sentence = page.tab.locator("#formula-problem")
    sentence.wait_for()
    return sentence.inner_text()


def test_a_typed_formula_is_a_field_and_a_bad_one_is_explained(page):
    page.type_formula("x^2 + ")
    assert "x**2/20" in problem(page)
    page.tab.fill("#formula-text", "x^2 + y²")
    page.tab.fill("#SGD-lr", "0.25")
    page.tab.fill("#steps", "3")
    results = page.walk_from(4, -2, ["SGD", "Momentum"])
    assert page.tab.locator("#formula-problem").is_hidden()
    assert page.steps_played() == 3
    assert read_pair(results["SGD"][0]) == (0.5, -0.25)
    page.tab.fill("#xlim-0", "7")
    page.tab.fill("#xlim-1", "-7")
    page.tab.press("#xlim-1", "Enter")
    assert "小さい数、大きい数の順" in problem(page)


def test_a_formula_is_shown_as_it_was_understood(page):
    page.type_formula("x²/20 + y²")
    math = page.tab.locator("#typed-formula math")
    math.wait_for()
    assert math.locator("mfrac").count() == 1
    assert math.locator("msup").count() == 2
    assert math.evaluate("math => math.getBoundingClientRect().height") > 10


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "式"),
        ("   ", "式"),
        ("x + " * 60 + "y", "200"),
        ("foo(x)", "foo"),
        ("x +", "式"),
        ("(0 - 1 - x**2)**0.5", "値"),
    ],
)
def test_a_formula_that_is_none_gets_its_sentence_whenever_it_is_asked(page, text, sentence):
    with page.new_picture():
        page.type_formula("x + y")
    page.type_formula(text)
    first = problem(page)
    assert sentence in first
    # Something is drawn meanwhile: the sentence belongs to what still stands in the field.
    with page.new_picture():
        page.tab.set_viewport_size({"width": 1180, "height": 800})
    with page.new_picture():
        page.tab.set_viewport_size({"width": 1280, "height": 800})
    assert problem(page) == first
    assert page.tab.input_value("#formula-text") == text
    page.type_formula("x * y")
    page.tab.wait_for_selector("#formula-problem", state="hidden")
    page.type_formula(text)
    assert problem(page) == first


def test_a_formula_without_any_value_is_explained_again_when_somebody_walks_on_it(page):
    page.type_formula("(0 - 1 - x**2)**0.5")
    first = problem(page)
    page.type_start(1, 1)
    page.tab.click("button[data-view=arrows]")
    page.wait_until("() => document.querySelector('[data-view=arrows]').ariaPressed === 'true'")
    assert problem(page) == first


def test_a_field_with_values_in_one_half_is_drawn_and_walked_on(page):
    with page.new_picture():
        page.type_formula("x**0.5")
    assert page.tab.locator("#formula-problem").is_hidden()
    page.tab.uncheck("#method-Momentum")
    page.tab.fill("#SGD-lr", "0.1")
    page.tab.fill("#steps", "1")
    results = page.walk_from(4, 2, ["SGD"])
    assert read_pair(results["SGD"][0]) == (shown(4 - 0.1 / 4), 2)


def test_a_walk_that_comes_to_the_end_of_the_field_says_why_it_ended(page):
    page.type_formula("x**1.5")
    page.tab.fill("#SGD-lr", "0.9")
    for x in (4, 3, 4):
        where, _, reason = page.walk_from(x, 2, ["SGD", "Momentum"])["SGD"]
        assert read_pair(where)[0] < x
        assert "発散" in reason
        assert page.tab.locator("#problem").is_hidden()


@pytest.mark.parametrize("text", ["np.sin(x)", "math.sin(x)", "sin(x)"])
def test_functions_may_be_written_as_in_a_program(page, text):
    page.type_formula(text)
    page.tab.fill("#SGD-lr", "1")
    page.tab.fill("#steps", "1")
    results = page.walk_from(0, 2)
    assert read_pair(results["SGD"][0]) == (-1, 2)
    assert page.tab.locator("#formula-problem").is_hidden()


def test_the_saved_program_runs_and_ends_where_the_page_does(page, tmp_path):
    page.type_formula("x²/20 + y²")
    results = page.walk_from(-7, 2, ["SGD", "Momentum"])
    with page.tab.expect_download() as download:
        page.tab.click("#save-script")
    script = tmp_path / "optimization.py"
    script.write_bytes(download.value.path().read_bytes())
    assert "x²" not in script.read_text(encoding="utf-8")
    script.write_text(script.read_text(encoding="utf-8") + ENDS, encoding="utf-8")
    paths = {"PYTHONPATH": str(ROOT / "lib"), "MPLBACKEND": "agg", "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, script], env=paths, capture_output=True, text=True)
    assert done.stderr == ""
    ends = dict(line.split(":") for line in done.stdout.splitlines())
    assert list(ends) == ["SGD", "Momentum"]
    for name, end in ends.items():
        x, y = map(float, end.split())
        assert read_pair(results[name][0]) == (shown(x), shown(y))


ENDS = """
for name, route in routes.items():
    print(f"{name}:{float(route.x[-1])!r} {float(route.y[-1])!r}")
"""


def test_text_that_came_by_a_link_does_not_reach_the_saved_program(page):
    hostile = "x + 0*y\nimport os"
    formula = {"text": hostile, "xlim": [-10, 10], "ylim": [-5, 5]}
    page.follow({"tab": "lab", "lab": {"landscape": "typed", "formula": formula, "start": [1, 2]}})
    page.wait_until("() => document.getElementById('landscape').value === 'typed'")
    assert problem(page)
    page.tab.click("#save-script")
    page.wait_until("() => document.getElementById('sharing-status').innerText !== ''")
