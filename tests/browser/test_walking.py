"""The whole way: a click on the canvas, a walk in the worker, a figure, words and numbers."""

import pytest

from page.stage.plane import MARGINS, Plane
from pages import read_pair, shown, until
from visualizer import SGD, Adventurer, Momentum
from visualizer.landscapes import LANDSCAPES

VALLEY = LANDSCAPES["valley"]


def expected(method, start, steps=30):
    route = Adventurer(*start).optimize(VALLEY, method, steps=steps)
    return route


def plane_of(page):
    return Plane(*page.canvas_size(), VALLEY.xlim, VALLEY.ylim)


def test_a_click_walks_the_known_route(page):
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


def test_the_route_is_on_the_canvas_in_the_methods_own_colour(page):
    plane = plane_of(page)
    with page.new_picture():
        page.click_field(*plane.to_pixel(-7, 2))
        page.wait_walked()

    route = expected(SGD(lr=0.95), page.start())
    colour = page.tab.locator("label[for=method-SGD] path").get_attribute("fill")
    wanted = pytest.approx(tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)), abs=40)
    # A figure that was asked for before the click may come first.
    place = plane.to_pixel(*route.points[5])
    until(lambda: tuple(page.pixel(*place)[:3]), lambda seen: seen == wanted)


def test_a_click_walks_before_there_is_pyodide_and_its_figure_takes_over(open_page):
    page = open_page()
    page.wait_for_micropython()
    assert page.tab.locator("#boot").is_visible()
    assert page.tab.locator("#ground").evaluate("image => image.naturalWidth") > 0
    plane = plane_of(page)
    page.click_field(*plane.to_pixel(-7, 2))
    results = page.results()
    route = expected(SGD(lr=0.95), page.start())
    assert read_pair(results["SGD"][0]) == (shown(route.x[-1]), shown(route.y[-1]))
    assert page.tab.locator("#boot").is_visible()
    orange = page.pixel(*plane.to_pixel(*route.points[5]), canvas="plane")
    page.tab.click("#play")
    page.wait_until("document.querySelector('#moment').value !== '30'")
    page.wait_until("document.querySelector('#moment').value === '30'")
    place = plane.to_pixel(*route.points[5])
    page.watch_pixel(*place, orange)
    page.wait_ready()
    assert page.results() == results
    page.wait_matplotlib()
    assert page.pixel(*place) == pytest.approx(orange, abs=40)
    assert page.pixel(*place, canvas="plane")[3] == 0
    frames, without = page.frames_without()
    assert frames > 5 and without == 0


def test_the_keyboard_alone_places_a_start(page):
    page.tab.locator("#plane").focus()
    step = plane_of(page).nudge()
    for key in ["ArrowLeft"] * 3 + ["Shift+ArrowUp", "ArrowDown", "Enter"]:
        page.tab.keyboard.press(key)
    page.wait_walked()
    assert page.start() == pytest.approx((-3 * step, 4 * step))


def test_typed_starts_reach_points_that_no_pixel_can(page):
    page.walk_from("-7.00001", "２")
    assert page.start() == (-7.00001, 2)


def test_choosing_methods_rates_and_steps_changes_the_walk(page):
    page.click_field(*plane_of(page).to_pixel(-7, 2))
    page.wait_walked(["SGD", "Momentum"])
    page.tab.uncheck("#method-SGD")
    page.tab.check("#method-Adam")
    page.tab.fill("#Momentum-momentum", "0.5")
    page.tab.fill("#steps", "12")
    page.wait_until("() => document.getElementById('moment').max === '12'")
    results = page.wait_walked(["Momentum", "Adam"])
    route = expected(Momentum(lr=0.1, momentum=0.5), page.start(), steps=12)
    assert read_pair(results["Momentum"][0]) == (shown(route.x[-1]), shown(route.y[-1]))


def test_playing_back_shows_each_step(page):
    with page.new_picture():
        page.click_field(*plane_of(page).to_pixel(-7, 2))
        page.wait_walked()
    whole = page.picture()
    with page.new_picture():
        page.tab.locator("#moment").fill("3")
        route = expected(SGD(lr=0.95), page.start())
        shown_at_3 = read_pair(page.results()["SGD"][0])
        assert shown_at_3 == (shown(route.x[3]), shown(route.y[3]))
    page.tab.click("#play")
    page.wait_until("() => document.getElementById('moment').value === '30'")
    page.wait_picture(whole)


def test_every_landscape_walks_with_every_method(page):
    for name in ("Nesterov", "AdaGrad", "RMSprop", "Adam"):
        page.tab.check(f"#method-{name}")
    for key, field in LANDSCAPES.items():
        page.tab.select_option("#landscape", key)
        results = page.walk_from(*map(float, field.start))
        assert len(results) == 6
        assert not page.tab.locator("#problem").is_visible()


def test_dragging_turns_the_surface(page):
    with page.new_picture():
        page.tab.click("button[data-view=surface]")
    box = page.tab.locator("#plane").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    with page.new_picture():
        page.tab.mouse.move(x, y)
        page.tab.mouse.down()
        page.tab.mouse.move(x + 120, y + 10)
        page.tab.mouse.up()
    page.wait_carried(lambda state: state["lab"].get("turn") == [35, 240])
    with page.new_picture():
        page.tab.locator("#plane").focus()
        page.tab.keyboard.press("ArrowLeft")
