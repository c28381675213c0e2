"""The whole way: a click on the canvas, a walk in the worker, a figure, words and numbers."""

import pytest
from page.stage.plane import MARGINS, Plane

from pages import read_pair, shown
from visualizer import SGD, Adventurer, Momentum
from visualizer.landscapes import LANDSCAPES

VALLEY = LANDSCAPES["valley"]


def expected(method, start, steps=30):
    route = Adventurer(*start).optimize(VALLEY, method, steps=steps)
    return route


def plane_of(page):
    return Plane(*page.canvas_size(), VALLEY.xlim, VALLEY.ylim)


def test_a_click_walks_the_known_route(ready_page):
    page = ready_page()
    width, height = page.canvas_size()
    left, right, top, bottom = MARGINS
    # The middle of the axes is (0, 0); one unit is as long along y as along x.
    unit = max(20 / (width - left - right), 10 / (height - top - bottom))
    px = left + (width - left - right) / 2 - 7 / unit
    py = top + (height - top - bottom) / 2 - 2 / unit
    page.click_field(px, py)
    results = page.wait_walked(["SGD", "Momentum"])
    assert page.start() == pytest.approx((-7, 2), abs=unit)

    for name, method in (("SGD", SGD(lr=0.95)), ("Momentum", Momentum(lr=0.1))):
        route = expected(method, page.start())
        where, loss, reason = results[name]
        assert read_pair(where) == (shown(route.x[-1]), shown(route.y[-1]))
        assert float(loss) == shown(route.losses[-1])
        assert reason == "最後まで歩いた"


def test_the_route_is_on_the_canvas_in_the_methods_own_colour(ready_page):
    page = ready_page()
    before = page.picture()
    plane = plane_of(page)
    page.click_field(*plane.to_pixel(-7, 2))
    page.wait_walked()
    page.tab.wait_for_timeout(800)
    assert page.picture() != before

    route = expected(SGD(lr=0.95), page.start())
    red, green, blue, _ = page.pixel(*plane.to_pixel(*route.points[5]))
    colour = page.tab.locator("label[for=method-SGD] path").get_attribute("fill")
    wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    assert (red, green, blue) == pytest.approx(wanted, abs=40)


def test_a_click_before_python_is_ready_is_kept_and_answered(open_page):
    page = open_page()
    page.wait_for_micropython()
    assert page.tab.locator("#boot").is_visible()
    page.click_field(*plane_of(page).to_pixel(-7, 2))
    assert "Python の準備ができしだい" in page.status()
    assert page.start() == pytest.approx((-7, 2), abs=0.05)
    page.wait_ready()
    results = page.wait_walked(["SGD", "Momentum"])
    route = expected(SGD(lr=0.95), page.start())
    assert read_pair(results["SGD"][0]) == (shown(route.x[-1]), shown(route.y[-1]))


def test_the_keyboard_alone_places_a_start(ready_page):
    page = ready_page()
    page.tab.locator("#plane").focus()
    step = plane_of(page).nudge()
    for key in ["ArrowLeft"] * 3 + ["Shift+ArrowUp", "ArrowDown", "Enter"]:
        page.tab.keyboard.press(key)
    page.wait_walked()
    assert page.start() == pytest.approx((-3 * step, 4 * step))


def test_typed_starts_reach_points_that_no_pixel_can(ready_page):
    page = ready_page()
    page.tab.fill("#start-x", "-7.00001")
    page.tab.fill("#start-y", "２")
    page.tab.click("#go")
    page.wait_walked()
    assert page.start() == (-7.00001, 2)


def test_choosing_methods_rates_and_steps_changes_the_walk(ready_page):
    page = ready_page()
    page.click_field(*plane_of(page).to_pixel(-7, 2))
    page.wait_walked()
    page.tab.uncheck("#method-SGD")
    page.tab.check("#method-Adam")
    page.tab.fill("#Momentum-momentum", "0.5")
    page.tab.fill("#steps", "12")
    page.tab.wait_for_function("document.getElementById('moment').max === '12'")
    results = page.wait_walked(["Momentum", "Adam"])
    route = expected(Momentum(lr=0.1, momentum=0.5), page.start(), steps=12)
    assert read_pair(results["Momentum"][0]) == (shown(route.x[-1]), shown(route.y[-1]))


def test_playing_back_shows_each_step(ready_page):
    page = ready_page()
    page.click_field(*plane_of(page).to_pixel(-7, 2))
    page.wait_walked()
    whole = page.picture()
    page.tab.locator("#moment").fill("3")
    route = expected(SGD(lr=0.95), page.start())
    shown_at_3 = read_pair(page.results()["SGD"][0])
    assert shown_at_3 == (shown(route.x[3]), shown(route.y[3]))
    page.tab.wait_for_timeout(800)
    assert page.picture() != whole
    page.tab.click("#play")
    page.tab.wait_for_function("document.getElementById('moment').value === '30'", timeout=10_000)
    page.tab.wait_for_timeout(800)
    assert page.picture() == whole


def test_every_landscape_walks_with_every_method(ready_page):
    page = ready_page()
    for name in ("Nesterov", "AdaGrad", "RMSprop", "Adam"):
        page.tab.check(f"#method-{name}")
    for key, field in LANDSCAPES.items():
        page.tab.select_option("#landscape", key)
        page.tab.fill("#start-x", repr(float(field.start[0])))
        page.tab.fill("#start-y", repr(float(field.start[1])))
        page.tab.click("#go")
        results = page.wait_walked()
        assert len(results) == 6
        assert not page.tab.locator("#problem").is_visible()


def test_dragging_turns_the_surface(ready_page):
    page = ready_page()
    flat = page.picture()
    page.tab.click("button[data-view=surface]")
    page.tab.wait_for_timeout(1500)
    solid = page.picture()
    assert solid != flat
    box = page.tab.locator("#plane").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.tab.mouse.move(x, y)
    page.tab.mouse.down()
    page.tab.mouse.move(x + 120, y + 10, steps=4)
    page.tab.mouse.up()
    page.tab.wait_for_timeout(1500)
    assert page.picture() != solid
    turned = page.picture()
    page.tab.locator("#plane").focus()
    page.tab.keyboard.press("ArrowLeft")
    page.tab.wait_for_timeout(1500)
    assert page.picture() != turned


def test_a_typed_formula_is_a_field_and_a_bad_one_is_explained(ready_page):
    page = ready_page()
    page.tab.select_option("#landscape", "own")
    page.tab.fill("#own-formula", "x^2 + y^2")
    page.tab.press("#own-formula", "Enter")
    page.tab.wait_for_selector("#formula-problem:visible")
    assert "x**2" in page.tab.locator("#formula-problem").inner_text()
    page.tab.fill("#own-formula", "x² + y²")
    page.tab.fill("#SGD-lr", "0.25")
    page.tab.fill("#start-x", "4")
    page.tab.fill("#start-y", "-2")
    page.tab.click("#go")
    page.tab.wait_for_selector("#formula-problem", state="hidden")
    page.tab.fill("#steps", "3")
    results = page.wait_walked(["SGD", "Momentum"])
    page.tab.wait_for_function("document.getElementById('moment').max === '3'")
    results = page.results()
    assert read_pair(results["SGD"][0]) == (0.5, -0.25)
    page.tab.fill("#xlim-0", "7")
    page.tab.fill("#xlim-1", "-7")
    page.tab.press("#xlim-1", "Enter")
    assert "小さい数、大きい数の順" in page.tab.locator("#formula-problem").inner_text()
