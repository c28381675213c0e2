"""Two languages, and one clear sentence for every bad entry."""

import re

import pytest

from pages import until

JAPANESE = re.compile(r"[぀-ヿ一-鿿]")


def visible_text(page):
    return page.tab.evaluate("document.body.innerText").replace("日本語", "")


def test_the_page_speaks_japanese_first(page):
    assert page.tab.evaluate("document.documentElement.lang") == "ja"
    assert page.tab.title() == "パラメータの最適化"
    assert "Click" not in visible_text(page)


def test_english_leaves_no_japanese_behind_and_back(page):
    page.walk_from(-7, 2)
    japanese = visible_text(page)
    page.tab.click("[data-language=en]")
    assert page.tab.evaluate("document.documentElement.lang") == "en"
    assert page.tab.title() == "Optimization of parameters"
    assert not JAPANESE.search(visible_text(page))
    labels = page.tab.evaluate(
        "[...document.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'))"
    )
    assert labels
    assert not JAPANESE.search("".join(labels).replace("日本語", ""))
    page.tab.click("[data-language=ja]")
    assert visible_text(page) == japanese


@pytest.mark.parametrize(
    ("field", "typed", "problem", "sentence"),
    [
        ("#SGD-lr", "-1", "#methods .problem:visible", "学習率 ηには、"),
        ("#SGD-lr", "速く", "#methods .problem:visible", "数を入れてください"),
        ("#steps", "-3", "#steps-problem", "整数を入れてください"),
        ("#steps", "", "#steps-problem", "0 から 2000 まで"),
    ],
)
def test_a_bad_entry_gets_a_sentence_and_changes_nothing(page, field, typed, problem, sentence):
    before = page.walk_from(-7, 2)
    good = page.tab.input_value(field)
    page.tab.locator(field).fill("")
    page.tab.locator(field).press_sequentially(typed)
    assert sentence in page.tab.locator(problem).inner_text()
    assert page.tab.locator(field).get_attribute("aria-invalid") == "true"
    assert page.results() == before
    page.tab.fill(field, good)
    assert page.tab.locator(problem).count() == 0 or not page.tab.locator(problem).is_visible()


def test_a_bad_start_is_explained(page):
    page.type_start("left", 2)
    assert "x と y には数を入れてください" in page.tab.locator("#start-problem").inner_text()
    assert page.tab.input_value("#start-x") == "left"


def test_no_method_at_all_is_explained(page):
    page.tab.uncheck("#method-SGD")
    page.tab.uncheck("#method-Momentum")
    assert "一つ以上" in page.tab.locator("#methods-problem").inner_text()
    page.tab.check("#method-Adam")
    assert not page.tab.locator("#methods-problem").is_visible()


def test_a_diverging_walk_says_so(page):
    page.tab.fill("#SGD-lr", "2.5")
    assert "発散" in page.walk_from(-7, 2)["SGD"][2]


def test_a_worker_that_cannot_start_is_told_on_the_page(open_page):
    def without_python(route):
        (route.abort if "pyodide.asm.wasm" in route.request.url else route.continue_)()

    page = open_page(route=without_python)
    page.may_fail = True
    page.tab.wait_for_selector("#boot.failed", timeout=60_000)
    assert "Python を読み込めませんでした" in page.tab.locator("#boot-text").inner_text()


def test_a_worker_that_failed_before_the_page_could_listen_is_told(open_page):
    held = []

    def without_python(route):
        if route.request.url.endswith("/main.py"):
            held.append(route)
        else:
            (route.abort if "pyodide.asm.wasm" in route.request.url else route.continue_)()

    page = open_page(route=without_python)
    page.may_fail = True
    until(lambda: (page.status(), page.errors), lambda seen: "Failed to fetch" in seen[1])
    held[0].continue_()
    page.tab.wait_for_selector("#boot.failed", timeout=60_000)
    assert "Python を読み込めませんでした" in page.tab.locator("#boot-text").inner_text()
