"""axe-core finds nothing in any part of the page, in either language and theme."""

import importlib.util
from pathlib import Path

import pytest

AXE = Path(importlib.util.find_spec("axe_core_python").origin).with_name("axe.min.js")
RUN = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(
    found => found.id + ": " + found.nodes.map(node => node.target.flat().join(" ")).join(" | "))
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_axe_finds_no_violation(ready_page, language, scheme):
    page = ready_page(color_scheme=scheme)
    page.tab.add_script_tag(path=AXE)
    page.tab.click(f"[data-language={language}]")
    found = {}

    def look(name):
        page.tab.wait_for_timeout(200)
        found[name] = page.tab.evaluate(RUN)

    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    page.tab.click("#go")
    page.wait_walked()
    page.tab.click("#steps-details summary")
    page.tab.fill("#steps", "-1")
    look("lab")
    page.tab.click("button[data-tab=lesson]")
    for option in page.tab.locator("#sections option").all():
        section = option.get_attribute("value")
        page.tab.select_option("#sections", section)
        if page.tab.locator("article:not([hidden]) .editor-slot").count():
            page.tab.wait_for_selector("article:not([hidden]) .cm-content")
        look(section)
    page.tab.select_option("#sections", "write-sgd")
    page.tab.click("article:not([hidden]) .primary")
    page.tab.wait_for_selector("article:not([hidden]) .diagnosis")
    look("diagnosis")
    page.tab.click("button[data-tab=code]")
    page.tab.wait_for_selector("#code .cm-content")
    page.tab.click("#code .primary")
    page.tab.wait_for_selector("#code .figures canvas", timeout=20_000)
    look("code")
    assert {name: violations for name, violations in found.items() if violations} == {}


def test_the_keyboard_reaches_every_control(ready_page):
    page = ready_page()
    reached = set()
    for _ in range(60):
        page.tab.keyboard.press("Tab")
        reached.add(
            page.tab.evaluate("document.activeElement.id || document.activeElement.dataset.tab")
        )
    assert {"lesson", "lab", "code", "plane", "landscape", "SGD-lr", "steps", "go"} <= reached
    assert {"copy-link", "save-script", "save-picture"} <= reached


def test_the_skip_link_leads_to_the_figure(ready_page):
    page = ready_page()
    page.tab.keyboard.press("Tab")
    assert page.tab.evaluate("document.activeElement.className") == "skip"
    page.tab.keyboard.press("Enter")
    page.tab.keyboard.press("ArrowRight")
    page.tab.keyboard.press("Enter")
    page.wait_walked()


def test_what_happened_is_said_to_a_screen_reader(ready_page):
    page = ready_page()
    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    page.tab.click("#go")
    page.wait_walked()
    status = page.tab.locator("#status[role=status]")
    assert "SGD：30 ステップで損失 0.0133" in status.inner_text()
    page.tab.click("#steps-details summary")
    rows = page.tab.locator("#steps-table tr")
    rows.nth(31).wait_for()
    assert rows.count() == 32
    assert rows.nth(2).locator("td").first.inner_text() == "−6.335"
