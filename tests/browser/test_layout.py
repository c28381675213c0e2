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
CUT_OFF = """
() => [...document.querySelectorAll("button, label, h1, h2, legend, select")]
    .filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1)
    .filter(e => getComputedStyle(e).display !== "inline")
    .map(e => e.outerHTML.slice(0, 80))
"""
# Whether the figure's corner is as light as it should be.
LIGHT = """
light => {
    const context = document.getElementById("figure").getContext("2d");
    const [red, green, blue, alpha] = context.getImageData(5, 5, 1, 1).data;
    return alpha === 255 && (red + green + blue > 600) === light;
}
"""


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_moves_while_the_page_loads_and_figures_arrive_and_all_fits(
    open_page, width, height
):
    page = open_page("", width, height)
    page.tab.evaluate(WATCH_SHIFTS)
    page.wait_ready()
    page.tab.fill("#start-x", "-7")
    page.tab.fill("#start-y", "2")
    # Shifts within half a second after an entry are not counted: here time itself is the subject.
    page.tab.wait_for_timeout(600)
    with page.new_picture():
        page.tab.click("#go")
        page.wait_walked()
    page.wait_carried(lambda state: state.get("lab", {}).get("start") == [-7, 2])
    page.tab.wait_for_timeout(600)
    assert page.tab.evaluate("window.shifted") < 0.02

    for scheme in ("dark", "light"):
        page.tab.emulate_media(color_scheme=scheme)
        page.wait_until(LIGHT, scheme == "light")
        for language in ("en", "ja"):
            page.tab.click(f"[data-language={language}]")
            assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
            assert page.tab.evaluate(CUT_OFF) == []
    if width == 1280:
        box = page.tab.locator("#plane").bounding_box()
        assert box["y"] + box["height"] < 800
        assert box["width"] > 600
