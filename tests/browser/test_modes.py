"""Presenter mode for the projector, kiosk mode for a screen that stands alone."""


def test_presenting_enlarges_and_turns_pages_by_the_arrow_keys(ready_page):
    page = ready_page("", 1920, 1080)
    size = page.tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.tab.click("#present")
    assert page.tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > size
    page.tab.keyboard.press("ArrowRight")
    assert page.tab.input_value("#sections") == "mountain"
    page.tab.keyboard.press("ArrowLeft")
    assert page.tab.input_value("#sections") == "parameter"
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 1920
    page.tab.click("#present")
    assert page.tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == size


def test_a_kiosk_demonstrates_until_somebody_touches_it(ready_page):
    page = ready_page("?kiosk=2")
    assert page.tab.locator("#invitation").is_visible()
    page.wait_walked(["SGD", "Momentum"])
    page.tab.mouse.click(640, 20)
    assert page.tab.locator("#invitation").is_hidden()
    assert page.tab.input_value("#start-x") == ""


def test_a_kiosk_begins_anew_when_idle_and_keeps_nothing(ready_page):
    page = ready_page("?kiosk=3")
    page.tab.mouse.click(640, 20)
    page.tab.select_option("#landscape", "himmelblau")
    page.tab.wait_for_selector("#invitation", timeout=10_000)
    assert page.tab.input_value("#landscape") == "valley"
    assert page.tab.evaluate("localStorage.length") == 0
