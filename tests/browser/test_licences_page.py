"""The page of licences in the browser: reached from the footer, readable by everybody."""

import pytest

from axe import AXE, RUN


@pytest.fixture
def licences(chromium, site_url):
    """A function that opens the page: licences(width=1280, **context)."""
    contexts = []

    def open_(width=1280, **context):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 800}, **context))
        tab = contexts[-1].new_page()
        tab.goto(site_url + "assets/licences.html")
        return tab

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_footer_leads_there_and_the_page_leads_back(open_page, language):
    page = open_page()
    page.wait_for_micropython()
    page.tab.click(f"[data-language={language}]")
    page.tab.click("footer a")
    page.tab.get_by_role("row", name="numpy 2.4.3").wait_for()
    page.tab.click("header a")
    page.wait_for_micropython()
    assert page.tab.evaluate("document.documentElement.lang") == language


def test_without_javascript_it_is_the_same(licences):
    tab = licences(java_script_enabled=False)
    assert tab.get_by_role("row").count() > 90
    assert tab.locator("#loaded").is_hidden()
    tab.click("td a:text-is('PSF-2.0')")
    assert tab.get_by_text("PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(licences, width):
    tab = licences(width)
    tab.evaluate("document.querySelectorAll('details').forEach(text => text.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(licences, scheme):
    tab = licences(color_scheme=scheme)
    tab.evaluate("document.querySelectorAll('details').forEach(text => text.open = true)")
    tab.add_script_tag(path=AXE)
    assert tab.evaluate(RUN) == []
