"""Presenter mode for the projector, kiosk mode for a screen that stands alone."""

import pytest

from pages import kept_open


@pytest.fixture(scope="module")
def kiosk(chromium, site_url):
    with kept_open(chromium, site_url, "?kiosk=3") as page:
        yield page
        page.check()


def test_presenting_enlarges_and_turns_pages_by_the_arrow_keys(open_page):
    page = open_page("", 1920, 1080)
    page.wait_for_micropython()
    size = page.tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.tab.click("#present")
    assert page.tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > size
    page.tab.keyboard.press("ArrowRight")
    assert page.tab.input_value("#sections") == "mountain"
    page.tab.keyboard.press("ArrowLeft")
    assert page.tab.input_value("#sections") == "parameter"
    page.wait_ready()
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 1920
    page.tab.click("#present")
    assert page.tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == size


def test_a_kiosk_demonstrates_until_somebody_touches_it(kiosk):
    kiosk.tab.wait_for_selector("#invitation")
    kiosk.wait_walked(["SGD", "Momentum"])
    assert kiosk.tab.locator("footer").is_hidden()
    kiosk.tab.mouse.click(640, 20)
    assert kiosk.tab.locator("#invitation").is_hidden()
    assert kiosk.tab.input_value("#start-x") == ""


def test_a_kiosk_begins_anew_when_idle_and_keeps_nothing(kiosk):
    tab = kiosk.tab
    tab.mouse.click(640, 20)
    with kiosk.new_picture():
        tab.select_option("#landscape", "himmelblau")
    tab.fill("#SGD-lr", "fast")
    tab.fill("#steps", "-3")
    tab.fill("#start-x", "left")
    tab.click("#go")
    kiosk.type_formula("foo(x)")
    kiosk.open_tab("code")
    kiosk.editor.wait_for()
    kiosk.run("print('a visitor was here')")
    tab.locator("#code .output").wait_for()
    tab.wait_for_selector("#invitation", timeout=10_000)
    tab.mouse.click(640, 20)
    assert tab.input_value("#landscape") == "valley"
    assert tab.input_value("#SGD-lr") == "0.95"
    assert tab.input_value("#steps") == "30"
    assert tab.input_value("#start-x") == ""
    assert tab.locator(".problem:visible").count() == 0
    tab.select_option("#landscape", "typed")
    assert tab.input_value("#formula-text") == "x**2/20 + y**2"
    assert tab.locator(".problem:visible").count() == 0
    kiosk.open_tab("code")
    assert tab.locator("#code .output").is_hidden()
    assert "a visitor" not in kiosk.editor.inner_text()
    assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
