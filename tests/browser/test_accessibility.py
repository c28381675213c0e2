"""axe-core finds nothing in any part of the page, in either language and theme."""

import pytest

from axe import AXE, RUN
from pages import kept_open

STILL = "() => document.getAnimations().every(animation => animation.playState !== 'running')"


@pytest.fixture(scope="module")
def opened(chromium, site_url):
    with kept_open(chromium, site_url) as page:
        page.tab.add_script_tag(path=AXE)
        yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_axe_finds_no_violation(page, language, scheme):
    page.tab.emulate_media(color_scheme=scheme)
    page.tab.click(f"[data-language={language}]")
    found = {}

    def look(name):
        page.wait_until(STILL)
        found[name] = page.tab.evaluate(RUN)

    page.walk_from(-7, 2)
    if page.tab.locator("#steps-table").is_hidden():
        page.tab.click("#steps-details summary")
    page.tab.fill("#steps", "-1")
    look("lab")
    page.tab.fill("#steps", "30")
    page.type_formula("x +")
    look("formula")
    page.type_formula("x²/20 + y²")
    page.open_tab("lesson")
    for option in page.tab.locator("#sections option").all():
        section = option.get_attribute("value")
        page.go_to(section)
        if page.article.locator(".editor-slot").count():
            page.editor.wait_for()
        look(section)
    page.go_to("write-sgd")
    page.reset_code()
    page.run_button.click()
    page.wait_judged()
    look("diagnosis")
    page.open_tab("code")
    page.editor.wait_for()
    page.reset_code()
    page.run_button.click()
    page.tab.wait_for_selector("#code .figures canvas", timeout=20_000)
    look("code")
    assert {name: violations for name, violations in found.items() if violations} == {}


def test_the_keyboard_reaches_every_control(page):
    reached = set()
    for _ in range(90):
        page.tab.keyboard.press("Tab")
        reached.add(
            page.tab.evaluate("document.activeElement.id || document.activeElement.dataset.tab")
        )
    assert {"lesson", "lab", "code", "plane", "landscape", "SGD-lr", "steps", "go"} <= reached
    assert {"copy-link", "save-script", "save-picture"} <= reached


def test_the_skip_link_leads_to_the_figure(open_page):
    page = open_page()
    page.wait_for_micropython()
    page.tab.keyboard.press("Tab")
    assert page.tab.evaluate("document.activeElement.className") == "skip"
    page.tab.keyboard.press("Enter")
    page.tab.keyboard.press("ArrowRight")
    page.tab.keyboard.press("Enter")
    page.wait_ready()
    page.wait_walked()


def test_what_happened_is_said_to_a_screen_reader(page):
    page.walk_from(-7, 2)
    status = page.tab.locator("#status[role=status]")
    assert "SGD：30 ステップで損失 0.0133" in status.inner_text()
    if page.tab.locator("#steps-table").is_hidden():
        page.tab.click("#steps-details summary")
    rows = page.tab.locator("#steps-table tr")
    rows.nth(31).wait_for()
    assert rows.count() == 32
    assert rows.nth(2).locator("td").first.inner_text() == "−6.335"
