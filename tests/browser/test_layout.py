"""The page holds still while it loads, and fits phone, desktop and projector in light and dark."""

import pytest

SCREENS = [(390, 844), (1280, 800), (1920, 1080)]
WATCH_SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_moves_while_the_page_loads_and_figures_arrive(open_page, width, height):
    page = open_page("", width, height)
    page.tab.evaluate(WATCH_SHIFTS)
    page.wait_ready()
    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    page.tab.wait_for_timeout(700)
    page.tab.click("#go")
    page.wait_walked()
    page.tab.wait_for_timeout(700)
    assert page.tab.evaluate("window.shifted") < 0.02


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_screen_fits(ready_page, width, height, scheme, language):
    page = ready_page("", width, height, color_scheme=scheme)
    page.tab.click(f"[data-language={language}]")
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    cut_off = page.tab.evaluate(
        """() => [...document.querySelectorAll("button, label, h1, h2, legend, select")]
            .filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1)
            .filter(e => getComputedStyle(e).display !== "inline")
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert cut_off == []
    red, green, blue, alpha = page.pixel(5, 5)
    assert alpha == 255
    assert (red + green + blue > 600) == (scheme == "light")


def test_the_field_keeps_its_place_on_the_first_screen(ready_page):
    page = ready_page()
    box = page.tab.locator("#plane").bounding_box()
    assert box["y"] + box["height"] < 800
    assert box["width"] > 600
