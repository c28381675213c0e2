"""Pictures, by the data of what is drawn in them."""

import matplotlib
import numpy as np
import pytest
from matplotlib import pyplot
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver

from visualizer import SGD, Adventurer, Field, Momentum
from visualizer.figures import (
    VIEWS,
    StyledRoute,
    canvas,
    compose,
    compose_routes,
    draw_arrows,
    draw_contours,
    draw_route,
    draw_route_on_surface,
    draw_surface,
    ground,
    labels,
    style,
)
from visualizer.landscapes import LANDSCAPES
from visualizer.optimizers import OPTIMIZER_INFO

matplotlib.use("agg")
VALLEY = LANDSCAPES["valley"]
EACH = pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=LANDSCAPES)
THEMES = pytest.mark.parametrize("theme", style.THEMES)

ODD_FIELDS = {
    "constant": Field(lambda x, y: 3.0, (0, 1), (0, 1)),
    "undefined in part": Field(lambda x, y: np.sqrt(1 - x**2 - y**2), (-1, 1), (-1, 1)),
    "endless at the edge": Field(lambda x, y: 1 / (x * y), (0, 1), (0, 1)),
    "overflowing": Field(lambda x, y: np.exp(800 * x) + y, (0, 1), (0, 1)),
    "a step": Field(lambda x, y: np.sign(x), (-1, 1), (-1, 1)),
    "tiny": Field(lambda x, y: 1e-300 * (x + y), (0, 1), (0, 1)),
    "huge": Field(lambda x, y: 1e300 * (x**2 + y), (-1, 1), (-1, 1)),
}


@pytest.fixture
def ax():
    return axes()


@pytest.fixture(autouse=True)
def closed_pyplot():
    yield
    pyplot.close("all")


def axes(**kind):
    figure = Figure()
    FigureCanvasAgg(figure)
    return figure.add_subplot(**kind)


def walk(optimizer=SGD, steps=30, **hyper):
    return Adventurer(-7, 2).optimize(VALLEY, optimizer(**hyper), steps=steps)


def of_kind(ax, kind):
    return [artist for artist in ax.get_children() if type(artist) is kind]


def pixels(ax):
    ax.figure.canvas.draw()
    return np.asarray(ax.figure.canvas.buffer_rgba()).copy()


def shows(ax, colour):
    """Whether some pixel of the drawn axes has just this colour."""
    wanted = np.round(np.multiply(to_rgb(colour), 255))
    return (pixels(ax)[..., :3] == wanted).all(axis=2).any()


def test_contour_lines_lie_where_the_field_has_their_level(ax):
    contours = draw_contours(ax, VALLEY)
    assert len(contours.levels) == 18
    for level, path in zip(contours.levels, contours.get_paths(), strict=True):
        x, y = path.vertices.T
        np.testing.assert_allclose(VALLEY(x, y), level, atol=0.01)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-10, 10), (-5, 5))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("x", "y")


@EACH
def test_contour_lines_are_spread_over_the_whole_field(landscape):
    """Between one pair of levels and the next there is always a share of the ground."""
    *_, heights = ground.grid(landscape, 101, 101)
    levels = ground.levels(heights, 18)
    assert (np.diff(levels) > 0).all()
    assert heights.min() < levels[0] and levels[-1] < heights.max()
    shares = np.histogram(heights, [-np.inf, *levels, np.inf])[0] / heights.size
    assert shares.max() < 0.3
    assert np.count_nonzero(shares > 0.005) >= 12


def test_levels_of_a_bowl_are_evenly_spaced_circles():
    *_, heights = ground.grid(LANDSCAPES["bowl"], 101, 101)
    radii = np.sqrt(ground.levels(heights, 18))
    assert np.diff(radii).max() < 2 * np.diff(radii).min()


def test_arrows_point_down_the_steepest_slope(ax):
    arrows = draw_arrows(ax, VALLEY)
    gx, gy = VALLEY.gradient(arrows.X, arrows.Y)
    assert arrows.N > 100
    np.testing.assert_allclose(arrows.U * gy - arrows.V * gx, 0, atol=1e-12)
    assert (arrows.U * gx + arrows.V * gy <= 0).all()


def test_there_are_no_arrows_where_there_is_no_field(ax):
    field = Field(
        lambda x, y: np.log(x) + y, (-1, 1), (-1, 1), grad=lambda x, y: (1 / x, 1.0 + 0 * x)
    )
    arrows = draw_arrows(ax, field)
    assert arrows.N > 50 and (arrows.X > 0).all()


def test_a_field_without_slopes_has_no_arrows(ax):
    field = Field(lambda x, y: np.sign(x), (-1, 1), (-1, 1), grad=lambda x, y: (0 * x, 0 * y))
    hidden = Field(lambda x, y: np.where(x == y, x, np.nan), (-1, 2), (-1, 1))
    for one in (field, hidden):
        arrows = draw_arrows(ax, one)
        assert not np.hypot(arrows.U, arrows.V).any()
    pixels(ax)


def test_arrows_grow_by_the_square_root_of_the_slope_and_do_not_overlap(ax):
    arrows = draw_arrows(ax, VALLEY)
    slope = np.hypot(*VALLEY.gradient(arrows.X, arrows.Y))
    length, longest = np.hypot(arrows.U, arrows.V), 0.9 * 20 / 19
    np.testing.assert_allclose(length, longest * np.sqrt(slope / slope.max()))


def test_a_route_is_dots_joined_by_arrows_with_start_and_end_set_apart(ax):
    route = walk(lr=0.95)
    joints, dots, start, end = draw_route(ax, route.points, "#D55E00", "o")
    assert np.array_equal(dots.get_xydata(), route.points)
    assert np.array_equal(start.get_xydata(), route.points[:1])
    assert np.array_equal(end.get_xydata(), route.points[-1:])
    assert isinstance(joints, Quiver)
    assert np.array_equal(joints.XY, route.points[:-1])
    np.testing.assert_allclose(np.c_[joints.U, joints.V], np.diff(route.points, axis=0))
    assert {line.get_marker() for line in (dots, start, end)} == {"o"}
    assert start.get_markerfacecolor() != end.get_markerfacecolor()
    assert min(start.get_markersize(), end.get_markersize()) > dots.get_markersize()


def test_a_long_route_is_joined_by_a_line(ax):
    route = walk(lr=0.001, steps=1000)
    joints, dots, *_ = artists = draw_route(ax, route.points, "#D55E00", "o")
    assert isinstance(joints, Line2D) and joints.get_linestyle() == "-"
    assert len(dots.get_xydata()) == len(joints.get_xydata()) == 1001
    assert len(artists) == 4


def test_a_start_alone_is_drawn(ax):
    dots, start = draw_route(ax, [(0.5, 0.25)], "#D55E00", "o")
    assert start.get_xydata().tolist() == [[0.5, 0.25]]
    assert shows(ax, "#D55E00")


def test_a_route_can_be_drawn_over_a_kept_picture_and_taken_away(ax):
    """What the page does on every click; it must give what drawing everything at once gives."""
    draw_contours(ax, VALLEY)
    empty = pixels(ax)
    kept = ax.figure.canvas.copy_from_bbox(ax.figure.bbox)
    artists = draw_route(ax, walk(lr=0.95).points, "#D55E00", "o")
    for artist in artists:
        ax.draw_artist(artist)
    over = np.asarray(ax.figure.canvas.buffer_rgba()).copy()
    for artist in artists:
        artist.remove()
    assert (over != empty).any(axis=2).mean() > 0.005
    assert np.array_equal(pixels(ax), empty)
    ax.figure.canvas.restore_region(kept)
    assert np.array_equal(np.asarray(ax.figure.canvas.buffer_rgba()), empty)


def test_a_route_is_drawn_in_its_colour_where_it_is(ax):
    VALLEY.plot(ax=ax)
    before = pixels(ax)
    draw_route(ax, [(-7, 2), (3, -3)], "#D55E00", "o")
    changed = (pixels(ax) != before).any(axis=2)
    rows, columns = np.nonzero(changed)
    corners = ax.transData.transform([(-7, 2), (3, -3)])
    height = changed.shape[0]
    assert columns.min() == pytest.approx(corners[0, 0], abs=10)
    assert columns.max() == pytest.approx(corners[1, 0], abs=10)
    assert rows.min() == pytest.approx(height - corners[0, 1], abs=10)
    assert rows.max() == pytest.approx(height - corners[1, 1], abs=10)


def test_colours_are_okabes_and_itos_and_markers_all_differ():
    colours, markers = zip(*style.ROUTE_STYLES, strict=True)
    okabe_ito = {"#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"}
    assert set(colours) == okabe_ito | {"#999999"}
    assert len(set(markers)) == len(markers)
    assert style.route_style(len(markers)) == style.route_style(0)


def test_plot_puts_field_arrows_and_routes_together(ax):
    routes = {"SGD": walk(lr=0.95), "Momentum": walk(Momentum, lr=0.1)}
    assert VALLEY.plot(route=routes, ax=ax, arrows=True) is ax
    texts = [text.get_text() for text in ax.get_legend().get_texts()]
    assert texts == ["SGD", "Momentum"]
    named = {line.get_label(): line for line in ax.lines}
    for index, (name, route) in enumerate(routes.items()):
        assert np.array_equal(named[name].get_xydata(), route.points)
        colour, marker = style.route_style(index)
        assert named[name].get_markerfacecolor() == colour
        assert named[name].get_marker() == marker
    assert len(of_kind(ax, Quiver)) == 3


def test_known_minima_are_marked(ax):
    LANDSCAPES["himmelblau"].plot(ax=ax)
    (minima,) = of_kind(ax, Line2D)
    assert minima.get_xydata().tolist() == [list(m) for m in LANDSCAPES["himmelblau"].minima]


@pytest.mark.parametrize(
    "route",
    [
        [(0.5, 0.25), (0.25, 0.5), (0, 0)],
        np.array([(0.5, 0.25), (0.25, 0.5), (0, 0)]),
        zip([0.5, 0.25, 0], [0.25, 0.5, 0], strict=True),
        {"way": [[0.5, 0.25], [0.25, 0.5], [0, 0]]},
    ],
)
def test_a_route_may_be_any_sequence_of_pairs(ax, route):
    Field(lambda x, y: x + y, (0, 1), (0, 1)).plot(route=route, ax=ax)
    assert ax.lines[0].get_xydata().tolist() == [[0.5, 0.25], [0.25, 0.5], [0, 0]]
    assert (ax.get_legend() is not None) == isinstance(route, dict)


def test_the_surface_is_the_field_in_viridis():
    ax = axes(projection="3d")
    surface = draw_surface(ax, VALLEY)
    *_, z = ground.grid(VALLEY, 49, 41)
    middles = (z[:-1, :-1] + z[:-1, 1:] + z[1:, :-1] + z[1:, 1:]) / 4
    np.testing.assert_allclose(surface.get_array(), middles.ravel())
    assert (ax.get_xlim(), ax.get_ylim()) == ((-10, 10), (-5, 5))
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel()) == ("x", "y", "z")
    viridis = matplotlib.colormaps["viridis"]
    for part in (0.0, 0.3, 1.0):
        assert surface.cmap(part) == pytest.approx(viridis(part), abs=0.01)


def test_a_route_lies_just_above_the_surface():
    ax = axes(projection="3d")
    draw_surface(ax, VALLEY)
    route = walk(Momentum, lr=0.1)
    (line,) = draw_route_on_surface(ax, VALLEY, route.points, "#0072B2", "s")
    x, y, z = line.get_data_3d()
    assert np.array_equal(np.c_[x, y], route.points)
    above = z - route.losses
    assert (above > 0).all() and (above < 0.02 * (VALLEY(10, 5))).all()


def test_what_is_outside_is_not_drawn_on_the_surface():
    ax = axes(projection="3d")
    draw_surface(ax, VALLEY)
    (line,) = draw_route_on_surface(ax, VALLEY, [(0, 0), (99, 0), (1, 1)], "#0072B2", "s")
    assert np.isnan(line.get_data_3d()).any(axis=0).tolist() == [False, True, False]


def test_plot_surface_names_its_routes():
    routes = {"SGD": walk(lr=0.95), "Momentum": walk(Momentum, lr=0.1)}
    ax = VALLEY.plot_surface(route=routes, ax=axes(projection="3d"))
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["SGD", "Momentum"]


@THEMES
@pytest.mark.parametrize("kind", ["contour", "surface"])
def test_themes_colour_the_ground_and_the_words(theme, kind):
    plot = VALLEY.plot if kind == "contour" else VALLEY.plot_surface
    ax = plot(route={"SGD": walk(lr=0.95)}, theme=theme)
    face, text = style.THEMES[theme].face, style.THEMES[theme].text
    assert to_hex(ax.figure.get_facecolor()) == to_hex(ax.get_facecolor()) == face
    assert to_hex(ax.xaxis.label.get_color()) == text
    assert {to_hex(label.get_color()) for label in ax.get_xticklabels()} == {text}
    assert {to_hex(label.get_color()) for label in ax.get_legend().get_texts()} == {text}


@THEMES
def test_the_lowest_lines_are_seen_on_the_ground(theme):
    lowest = np.array(style.viridis(theme)(0.0)[:3])
    face = np.array(to_rgb(style.THEMES[theme].face))
    assert np.abs(lowest - face).max() > 0.25


@pytest.mark.parametrize("name", ODD_FIELDS)
@pytest.mark.parametrize("kind", ["contour", "surface"])
@pytest.mark.filterwarnings("error")
def test_odd_fields_are_drawn_without_complaint(name, kind):
    field, route = ODD_FIELDS[name], [(0.2, 0.3), (0.4, 0.5)]
    if kind == "contour":
        ax = field.plot(route=route, ax=axes(), arrows=True)
    else:
        ax = field.plot_surface(route=route, ax=axes(projection="3d"))
    assert shows(ax, "#D55E00")


def test_without_axes_pyplot_makes_a_figure():
    ax = VALLEY.plot()
    assert pyplot.get_fignums() == [ax.figure.number]
    assert ax.get_aspect() == 1
    assert VALLEY.plot_surface().name == "3d"


def test_another_factory_can_make_the_figures():
    made = []

    def factory():
        made.append(Figure())
        return made[-1]

    before = canvas.figure_factory
    canvas.use_factory(factory)
    try:
        ax = VALLEY.plot()
    finally:
        canvas.use_factory(before)
    assert made == [ax.figure]
    assert pyplot.get_fignums() == []


def test_names_that_the_fonts_cannot_show_become_numbers(monkeypatch, ax):
    monkeypatch.setattr(labels, "japanese_font", lambda: None)
    VALLEY.plot(route={"SGD": [(0, 0)], "慣性": [(1, 1)]}, ax=ax)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["SGD", "route 2"]


def test_names_that_the_fonts_can_show_stay(monkeypatch, ax):
    monkeypatch.setattr(labels, "japanese_font", lambda: "Noto Sans CJK JP")
    VALLEY.plot(route={"η = 0.1": [(0, 0)], "慣性": [(1, 1)]}, ax=ax)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["η = 0.1", "慣性"]


def styled(label=None):
    return [StyledRoute(walk(lr=0.95).points, "#123456", "D", label)]


def axes_for(view):
    return axes(projection="3d") if view == "surface" else axes()


@THEMES
@pytest.mark.parametrize("view", VIEWS)
def test_what_a_field_plots_is_what_compose_draws(view, theme):
    route = walk(lr=0.95)
    plotted, composed = axes_for(view), axes_for(view)
    if view == "surface":
        VALLEY.plot_surface({"SGD": route}, ax=plotted, theme=theme)
    else:
        VALLEY.plot({"SGD": route}, ax=plotted, arrows=view == "arrows", theme=theme)
    styled = StyledRoute(route.points, *style.route_style(0), "SGD")
    compose(composed, VALLEY, view, [styled], theme)
    assert np.array_equal(pixels(plotted), pixels(composed))


@pytest.mark.parametrize("view", VIEWS)
def test_routes_have_the_colours_that_they_are_given(view):
    ax = axes_for(view)
    compose(ax, VALLEY, view, styled())
    assert shows(ax, "#123456")
    assert ax.get_legend() is None


@pytest.mark.parametrize("view", VIEWS)
def test_routes_with_a_label_are_in_the_legend(view):
    ax = axes_for(view)
    compose(ax, VALLEY, view, [*styled("慣性"), *styled()])
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["慣性"]


@pytest.mark.parametrize("view", VIEWS)
def test_routes_can_be_taken_away_and_leave_the_ground(view):
    ax = axes_for(view)
    compose(ax, VALLEY, view)
    ground_alone = pixels(ax)
    for artist in compose_routes(ax, VALLEY, view, styled()):
        artist.remove()
    assert np.array_equal(pixels(ax), ground_alone)


def test_the_students_colour_and_marker_are_no_optimizers():
    colour, marker = style.STUDENT_STYLE
    assert colour not in {info.colour for info in OPTIMIZER_INFO.values()}
    assert marker not in {info.marker for info in OPTIMIZER_INFO.values()}
