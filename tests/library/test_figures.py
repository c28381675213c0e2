"""Pictures, by the data of what is drawn in them."""

from io import BytesIO
from itertools import pairwise
from time import perf_counter

import matplotlib
import numpy as np
import pytest
from matplotlib import pyplot
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver
from matplotlib.text import Text
from mpl_toolkits.mplot3d.proj3d import proj_transform

from visualizer import SGD, Adventurer, Field, Momentum, Route, VisualizerError
from visualizer.figures import (
    VIEWS,
    Look,
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
from visualizer.figures.contour import heights_of
from visualizer.figures.dots import by_size, shortened
from visualizer.figures.relief import SurfaceRoute
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
    """Both in units of the distance between two arrows, which is that of columns and of rows."""
    ax.set(xlim=VALLEY.xlim, ylim=VALLEY.ylim, aspect="equal")
    arrows = draw_arrows(ax, VALLEY)
    apart = [np.diff(np.unique(part))[0] for part in (arrows.X, arrows.Y)]
    assert apart == pytest.approx([20 / 19, 10 / 10])
    gx, gy = VALLEY.gradient(arrows.X, arrows.Y)
    slope = np.hypot(gx / apart[0], gy / apart[1])
    length = np.hypot(arrows.U / apart[0], arrows.V / apart[1])
    np.testing.assert_allclose(length, 0.9 * np.sqrt(slope / slope.max()))


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


def bend(steps):
    """A smooth way across the valley."""
    part = np.linspace(0, 1, steps + 1)
    return np.c_[-8 + 15 * part, 4 * (1 - part) ** 3 - 2 * part]


def to_and_fro(steps):
    """A way that runs over itself again and again."""
    part = np.linspace(0, 1, steps + 1)
    return np.c_[-8 + 15 * part, np.where(np.arange(steps + 1) % 2, 3, -3)]


def with_route(points, theme, dpi, colour="#D55E00"):
    """(pixels without, with a route on a field; the axes) at a resolution."""
    ax = axes()
    ax.figure.set_dpi(dpi)
    compose(ax, VALLEY, theme=theme)
    without = pixels(ax)
    draw_route(ax, points, colour, "o", theme)
    return without, pixels(ax), ax


DENSITIES = pytest.mark.parametrize("steps", [3, 30, 300, 3000, 100_000])
PAPERS = pytest.mark.parametrize("dpi", [100, 400], ids=["page", "paper"])


@THEMES
@PAPERS
@DENSITIES
def test_a_route_is_seen_as_a_route_however_dense(steps, theme, dpi):
    points = bend(steps)
    without, drawn, ax = with_route(points, theme, dpi)
    along = np.linspace(0.02, 0.98, 200) * steps
    x, y = (np.interp(along, np.arange(steps + 1), part) for part in points.T)
    columns, rows = np.round(ax.transData.transform(np.c_[x, y])).astype(int).T
    rows = len(drawn) - rows
    reach = range(-dpi // 72, dpi // 72 + 1)
    near = np.stack([drawn[rows + i, columns + j, :3] for i in reach for j in reach])
    off = np.abs(near - np.multiply(to_rgb("#D55E00"), 255)).max(axis=2).min(axis=0)
    assert (off < 60).mean() > 0.95
    colourless = drawn[..., :3] == np.round(np.multiply(to_rgb(style.THEMES[theme].face), 255))
    erased = colourless.all(axis=2) & (drawn != without).any(axis=2)
    changed = (drawn != without).any(axis=2)
    assert erased.sum() < 0.3 * changed.sum()


@DENSITIES
def test_a_route_over_itself_is_drawn_in_time_and_in_its_colour(steps):
    before = perf_counter()
    without, drawn, _ = with_route(to_and_fro(steps), "light", 400)
    assert perf_counter() - before < 10
    changed = drawn[(drawn != without).any(axis=2)][:, :3]
    off = np.abs(changed - np.multiply(to_rgb("#D55E00"), 255)).max(axis=1)
    assert (off < 60).mean() > 0.7


def test_a_route_that_fills_the_picture_is_drawn():
    """Agg refuses lines of that kind as a whole."""
    chaos = np.random.default_rng(1).uniform((-9, -4), (9, 4), (100_000, 2))
    without, drawn, _ = with_route(chaos, "light", 200)
    assert (drawn != without).any(axis=2).mean() > 0.3


def test_dots_are_smaller_where_they_are_dense_and_none_where_they_touch():
    apart = np.repeat([9.0, 5.0, 3.0, 0.6], 20)
    at = np.c_[np.cumsum(apart), np.zeros(80)]
    large, middle, small = by_size(at, 5.0)
    assert large.tolist() == list(range(19))
    assert middle.tolist() == list(range(19, 39))
    assert small.tolist() == list(range(39, 59))


def test_steps_to_the_same_places_are_dots_there():
    at = np.tile([(0.0, 0.0), (50.0, 20.0)], (5000, 1))
    assert [chosen.tolist() for chosen in by_size(at, 5.0)] == [[0, 1], [], []]


def test_there_are_no_dots_nowhere():
    assert [chosen.tolist() for chosen in by_size(np.full((3, 2), np.nan), 5.0)] == [[], [], []]


def test_a_line_is_shortened_to_what_is_seen_of_it():
    there_and_back = np.tile([(0.0, 0.0), (50.0, 20.0)], (5000, 1))
    assert len(shortened(there_and_back, 0.25)) <= 3
    slow = np.c_[np.linspace(0, 10, 100_000), np.zeros(100_000)]
    short = shortened(slow, 0.25)
    assert len(short) < 50 and short[0].tolist() == [0, 0] and short[-1, 0] > 9.8


def test_drawing_a_dense_route_leaves_it_as_it_was(ax):
    joints, dots, *_ = draw_route(ax, bend(3000), "#D55E00", "o")
    told = []
    dots.stale_callback = joints.stale_callback = lambda *_: told.append(1)
    assert np.array_equal(pixels(ax), pixels(ax)) and not told
    assert len(dots.get_xydata()) == len(joints.get_xydata()) == 3001
    assert dots.get_markersize() == 5


def shaft_width(ax, quiver, dpi):
    """In points of 1/72 inch, as it is drawn at a resolution."""
    ax.figure.savefig(BytesIO(), dpi=dpi)
    to_pixels = quiver.get_transform().get_matrix()[0, 0]
    return quiver.width * to_pixels / dpi * 72


@pytest.mark.parametrize("dpi", [50, 100, 400])
def test_shafts_are_as_wide_on_every_paper(ax, dpi):
    joints, *_ = draw_route(ax, [(-7, 2), (3, -3)], "#D55E00", "o")
    arrows = draw_arrows(ax, VALLEY)
    assert shaft_width(ax, joints, dpi) == pytest.approx(1.4)
    assert shaft_width(ax, arrows, dpi) == pytest.approx(0.9)


def test_a_figure_in_more_pixels_is_the_same_figure(ax):
    """Each pixel of the coarse picture is about the mean of those that make it up in the fine."""
    VALLEY.plot(bend(12), ax=ax, arrows=True, theme="light")
    ax.figure.set_dpi(100)
    coarse = pixels(ax)[..., :3].astype(float)
    ax.figure.set_dpi(400)
    fine = pixels(ax)[..., :3].astype(float)
    height, width = coarse.shape[:2]
    means = fine.reshape(height, 4, width, 4, 3).mean(axis=(1, 3))
    assert abs(coarse.mean() - means.mean()) < 0.3


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


def words(ax):
    """All text artists that belong to axes."""
    axis = [ax.xaxis, ax.yaxis, *([ax.zaxis] if hasattr(ax, "zaxis") else [])]
    labels = [part.label for part in axis]
    ticks = [label for part in axis for label in part.get_ticklabels()]
    return [ax.title, ax._left_title, ax._right_title, *labels, *ticks, *ax.get_legend().texts]


@THEMES
@pytest.mark.parametrize("around", ["default", "dark_background"])
@pytest.mark.parametrize("view", ["contour", "surface"])
def test_a_theme_wins_on_ones_own_axes_in_all_that_it_draws(theme, around, view):
    with pyplot.style.context(around):
        ax = axes_for(view)
        ax.set_title("before", loc="left")
        plot = VALLEY.plot_surface if view == "surface" else VALLEY.plot
        plot({"SGD": walk(lr=0.95)}, ax=ax, theme=theme)
        ax.set_title("after")
        pixels(ax)
    face, text = style.THEMES[theme].face, style.THEMES[theme].text
    assert {to_hex(word.get_color()) for word in words(ax)} == {text}
    backs = (ax, ax.figure, ax.get_legend().get_frame())
    assert {to_hex(back.get_facecolor()) for back in backs} == {face}


@THEMES
def test_what_stands_on_the_figure_can_be_read_in_a_theme(theme):
    ax = axes()
    black, red, white = (
        ax.figure.text(0.1, 0.9, "words", color=colour) for colour in ("black", "red", "white")
    )
    VALLEY.plot(ax=ax, theme=theme)
    text = style.THEMES[theme].text
    assert to_hex(red.get_color()) == "#ff0000" or theme == "dark"
    assert to_hex(black.get_color()) == (text if theme == "dark" else "#000000")
    assert to_hex(white.get_color()) == (text if theme == "light" else "#ffffff")


@pytest.mark.parametrize("around", ["default", "dark_background", "ggplot", "grayscale"])
@pytest.mark.parametrize("own", [False, True], ids=["new axes", "own axes"])
@pytest.mark.parametrize("view", ["contour", "surface"])
def test_without_a_theme_the_figure_is_as_rcparams_say(around, own, view):
    with pyplot.style.context(around):
        ax = axes_for(view) if own else None
        plot = VALLEY.plot_surface if view == "surface" else VALLEY.plot
        ax = plot({"SGD": walk(lr=0.95)}, ax=ax)
        ax.set_title("after")
        pixels(ax)
        plain = axes_for(view)
        plain.plot([0, 1], [0, 1], label="plain")
        plain.legend()
        pixels(plain)
    assert ax.get_facecolor() == plain.get_facecolor()
    assert ax.figure.get_facecolor() == plain.figure.get_facecolor()
    looks = [[to_hex(word.get_color()) for word in words(each)] for each in (ax, plain)]
    assert set(looks[0]) == set(looks[1])
    frames = [each.get_legend().get_frame() for each in (ax, plain)]
    assert frames[0].get_facecolor() == frames[1].get_facecolor()
    assert frames[0].get_edgecolor() == frames[1].get_edgecolor()


def test_on_dark_axes_all_is_drawn_to_be_seen(ax):
    """As they were made, by whatever style; the arrows, minima and start go by their face."""
    with pyplot.style.context("dark_background"):
        dark = axes()
    LANDSCAPES["himmelblau"].plot({"way": [(0, 0), (1, 1)]}, ax=dark, arrows=True)
    arrows = next(child for child in dark.get_children() if type(child) is Quiver)
    assert min(arrows.get_facecolor()[0][:3]) > 0.7
    (minima, *_) = of_kind(dark, Line2D)
    assert to_hex(minima.get_color()) == "#ffffff"
    dots, start, end = dark.lines[1:]
    assert to_hex(start.get_markerfacecolor()) == "#000000"
    assert to_hex(end.get_markeredgecolor()) == "#ffffff"
    assert {to_hex(text.get_color()) for text in dark.get_legend().texts} == {"#ffffff"}


def test_on_axes_without_a_face_the_figures_is_what_counts(ax):
    ax.set_facecolor("none")
    ax.figure.set_facecolor("#101010")
    assert style.colours(ax, None).face == "#101010"
    assert style.colours(ax, None).text == "#ffffff"
    ax.figure.set_facecolor("none")
    assert style.colours(ax, None).face == "#ffffff"


@THEMES
def test_the_lowest_lines_are_seen_on_the_ground(theme):
    lowest = np.array(style.viridis(style.THEMES[theme])(0.0)[:3])
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


STRIP = Field(lambda x, y: x**2 + (y / 1000) ** 2, (-1, 1), (-1000, 1000))


def shape(ax):
    """(width, height) of drawn axes in pixels."""
    pixels(ax)
    return ax.get_window_extent().size


def test_axes_are_equal_where_that_can_be_read_and_filled_elsewhere():
    assert VALLEY.plot().get_aspect() == 1
    wide = Field(lambda x, y: x * y, (0, 9), (0, 1))
    for field in (STRIP, wide):
        width, height = shape(field.plot(arrows=True))
        assert width > 200 and height > 200


def test_the_aspect_can_be_chosen(ax):
    assert VALLEY.plot(aspect="auto").get_aspect() == "auto"
    assert STRIP.plot(aspect="equal").get_aspect() == 1
    assert VALLEY.plot(ax=ax).get_aspect() == "auto"
    assert VALLEY.plot(ax=ax, aspect=2).get_aspect() == 2


def test_arrows_on_filled_axes_point_where_a_step_goes_and_do_not_overlap(ax):
    ax.set(xlim=STRIP.xlim, ylim=STRIP.ylim)
    arrows = draw_arrows(ax, STRIP)
    assert 200 < arrows.N < 400
    gx, gy = STRIP.gradient(arrows.X, arrows.Y)
    np.testing.assert_allclose(arrows.U * gy - arrows.V * gx, 0, atol=1e-12)
    length = np.hypot(arrows.U / (2 / 19), arrows.V / (2000 / 14))
    assert length.max() == pytest.approx(0.9)


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


RIDGE = Field(lambda x, y: np.exp(-20 * (y + 0.5) ** 2) + 0 * x, (-1, 1), (-1, 1))
BEHIND = [(-0.5, 0.0), (-0.2, 0.1), (0.2, 0.1)]


@pytest.mark.parametrize("projection", ["persp", "ortho"])
@pytest.mark.parametrize(
    "turn, is_seen", [((20, -90), False), ((90, -90), True), ((20, 90), True), ((-30, 90), False)]
)
def test_the_surface_hides_what_is_behind_it(turn, is_seen, projection):
    ax = axes(projection="3d")
    ax.set_proj_type(projection)
    compose(ax, RIDGE, "surface", [StyledRoute(BEHIND, "#123456", "o")])
    ax.view_init(*turn)
    assert shows(ax, "#123456") == is_seen
    without = pixels(ax)
    for line in [line for line in ax.lines if isinstance(line, SurfaceRoute)]:
        line.set_visible(False)
    assert (pixels(ax) != without).any(), "what is hidden is still seen, pale"


@EACH
def test_a_route_on_the_ground_is_not_hidden_by_what_it_lies_on(landscape):
    ax = axes(projection="3d")
    draw_surface(ax, landscape)
    points = np.c_[np.linspace(*landscape.xlim, 30), np.linspace(*landscape.ylim, 30)][1:-1]
    draw_route_on_surface(ax, landscape, points, "#123456", "o")
    ax.view_init(90, -90)
    pixels(ax)
    assert not ax.lines[0].hidden_steps().any()


def test_a_route_of_100000_steps_is_drawn_on_the_surface():
    ax = axes(projection="3d")
    compose(ax, VALLEY, "surface", [StyledRoute(bend(100_000), "#123456", "o")])
    assert shows(ax, "#123456")


@EACH
def test_labels_of_the_surfaces_axes_stand_apart(landscape, monkeypatch):
    shown = []
    draw = Text.draw

    def drawn(text, renderer):
        if text.get_text() and text.get_visible():
            shown.append(text.get_window_extent(renderer))
        draw(text, renderer)

    ax = landscape.plot_surface(theme="light")
    monkeypatch.setattr(Text, "draw", drawn)
    pixels(ax)
    overlaps = [
        (one, other) for i, one in enumerate(shown) for other in shown[:i] if one.overlaps(other)
    ]
    assert len(shown) >= 9 and not overlaps


def covered(ax):
    """How many points of routes lie under the legend."""
    pixels(ax)
    box = ax.get_legend().get_window_extent()
    lines = [line for line in ax.lines if getattr(line, "is_route", False)]
    return sum(
        box.contains(*at) for line in lines for at in ax.transData.transform(line.get_xydata())
    )


CORNERS = [(9, 4), (-9, 4), (9, -4), (-9, -4)]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("layout", [None, "constrained"])
def test_the_legend_covers_no_route(count, layout):
    pyplot.figure(layout=layout)
    ax = VALLEY.plot({"here": CORNERS[:count], "there": CORNERS[:count]})
    assert covered(ax) == 0
    legend, whole = ax.get_legend().get_window_extent(), ax.figure.bbox
    assert whole.x0 <= legend.x0 and legend.x1 <= whole.x1


def test_on_axes_beside_others_the_legend_stays_within_them():
    figure, (left, right) = pyplot.subplots(1, 2)
    VALLEY.plot({"way": CORNERS}, ax=left)
    pixels(left)
    assert left.get_legend().get_window_extent().x1 < right.get_window_extent().x0


def test_a_second_plot_on_the_same_axes_goes_on_with_the_colours(ax):
    for name in ("one", "two", "three"):
        VALLEY.plot({name: walk(lr=0.95)}, ax=ax)
    looks = [
        (line.get_markerfacecolor(), line.get_marker())
        for line in ax.lines
        if getattr(line, "is_route", False)
    ]
    assert looks == list(style.ROUTE_STYLES[:3])
    assert [text.get_text() for text in ax.get_legend().texts] == ["one", "two", "three"]
    ax.clear()
    VALLEY.plot(walk(lr=0.95), ax=ax)
    assert ax.lines[1].get_markerfacecolor() == style.ROUTE_STYLES[0][0]


def test_a_second_surface_goes_on_with_the_colours():
    ax = axes(projection="3d")
    VALLEY.plot_surface(walk(lr=0.95), ax=ax)
    VALLEY.plot_surface(walk(lr=0.9), ax=ax)
    assert [line.get_color() for line in ax.lines] == [c for c, _ in style.ROUTE_STYLES[:2]]


def test_empty_axes_of_pyplots_are_drawn_on():
    left = pyplot.subplot(1, 2, 1)
    assert VALLEY.plot() is left
    pyplot.subplot(1, 2, 2)
    solid = VALLEY.plot_surface()
    assert solid.figure is left.figure and len(left.figure.axes) == 2
    assert solid.get_subplotspec().colspan.start == 1
    assert pyplot.get_fignums() == [1]
    assert VALLEY.plot().figure is not left.figure, "there is no empty place any more"


def test_a_figure_of_pyplots_is_drawn_on():
    figure = pyplot.figure(figsize=(3, 3))
    assert VALLEY.plot_surface().figure is figure
    figure, given = pyplot.subplots()
    assert VALLEY.plot() is given


def test_axes_that_cannot_be_a_surface_say_so():
    pyplot.figure().add_axes((0.1, 0.1, 0.8, 0.8))
    with pytest.raises(VisualizerError) as caught:
        VALLEY.plot_surface()
    assert caught.value.key == "ax.flat"


def names(ax):
    legend = ax.get_legend()
    return [text.get_text() for text in legend.texts] if legend else []


def test_routes_bring_their_names_into_the_legend():
    one, two = walk(lr=0.95), walk(Momentum, lr=0.1)
    unnamed = Route([(0, 0), (1, 1)])
    assert names(VALLEY.plot(one)) == ["SGD"]
    assert names(VALLEY.plot([one, two])) == ["SGD", "Momentum"]
    assert names(VALLEY.plot((one, unnamed))) == ["SGD"]
    assert names(VALLEY.plot({"mine": one})) == ["mine"]
    assert names(VALLEY.plot(unnamed)) == []
    assert names(VALLEY.plot_surface([one, two])) == ["SGD", "Momentum"]


@pytest.mark.parametrize(
    "routes",
    [
        [Route([(0, 0), (1, 1)]), Route([(0, 1), (1, 0)])],
        [[(0, 0), (1, 1)], [(0, 1), (1, 0)]],
        np.array([[(0, 0), (1, 1)], [(0, 1), (1, 0)]]),
        (way for way in ([(0, 0), (1, 1)], np.array([(0, 1), (1, 0)]))),
    ],
)
def test_several_routes_may_come_in_any_sequence(ax, routes):
    Field(lambda x, y: x + y, (0, 1), (0, 1)).plot(routes, ax=ax)
    drawn = [line for line in ax.lines if getattr(line, "is_route", False)]
    ways = [line.get_xydata().tolist() for line in drawn]
    assert ways == [[[0, 0], [1, 1]], [[0, 1], [1, 0]]]


def test_plots_have_matplotlibs_options(ax):
    VALLEY.plot(
        ax=ax, levels=[1, 2, 5], resolution=(30, 20), cmap="plasma", norm="log", colorbar=True,
        labels=True, xlabel="weight", ylabel="bias",
    )  # fmt: skip
    (contours,) = (child for child in ax.collections if hasattr(child, "levels"))
    assert contours.levels.tolist() == [1, 2, 5]
    assert contours.get_cmap().name == "plasma" and type(contours.norm).__name__ == "LogNorm"
    assert {text.get_text() for text in ax.texts} == {"1", "2", "5"}
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("weight", "bias")
    assert len(ax.figure.axes) == 2


def test_a_surface_has_them_too():
    ax = VALLEY.plot_surface(resolution=10, cmap="plasma", colorbar=True, zlabel="loss")
    (surface,) = ax.collections
    assert len(surface.get_array()) == 81 and surface.get_cmap().name == "plasma"
    assert ax.get_zlabel() == "loss" and len(ax.figure.axes) == 2


def test_a_resolution_says_how_often_f_is_looked_at(ax):
    sizes = []
    field = Field(lambda x, y: sizes.append(np.size(x)) or x + y, (0, 1), (0, 1))
    field.plot(ax=ax, resolution=(30, 20), levels=3)
    assert sizes[-1] == 600
    assert len(next(child for child in ax.collections).levels) == 3


@THEMES
def test_marks_of_the_colour_bar_stand_apart_in_the_themes_colours(theme):
    picture = compose(axes(), VALLEY, theme=theme, look=Look(colorbar=True))
    pixels(picture.colorbar.ax)
    labels = [label for label in picture.colorbar.ax.get_yticklabels() if label.get_text()]
    boxes = [label.get_window_extent() for label in labels]
    assert len(boxes) > 4
    assert not any(one.overlaps(next_one) for one, next_one in pairwise(boxes))
    assert {to_hex(label.get_color()) for label in labels} == {style.THEMES[theme].text}


def test_compose_returns_the_artists(ax):
    picture = compose(ax, VALLEY, "arrows", styled("way"), look=Look(colorbar=True))
    assert picture.ground in ax.collections and picture.arrows in ax.collections
    assert picture.minima in ax.lines and picture.legend is ax.get_legend()
    assert picture.colorbar.ax in ax.figure.axes
    assert [len(artists) for artists in picture.routes] == [4]


def test_there_are_no_arrows_on_flat_ground_nor_does_a_cliff_hide_the_slopes(ax):
    flat = Field(lambda x, y: np.maximum(x, 0) + 0 * y, (-1, 1), (-1, 1))
    arrows = draw_arrows(ax, flat)
    assert arrows.N > 50 and (arrows.X >= 0).all()
    cliff = Field(lambda x, y: np.sqrt(x) + 0 * y, (0, 1), (0, 1))
    steep = Field(lambda x, y: 1e-3 * x + 1e3 * np.maximum(0, x - 0.97) + 0 * y, (0, 1), (0, 1))
    for field in (cliff, steep):
        arrows = draw_arrows(ax, field)
        assert np.median(np.hypot(arrows.U, arrows.V)) > 0.2 / 19


def looks_and_pixels(f, limits, **options):
    """(how often f is looked at for a plot, the pixels of it)."""
    looks = []

    def looked(x, y):
        looks.append(np.size(x))
        return f(x, y)

    with np.errstate(all="ignore"):
        field = Field(looked, *limits)
        looks.clear()
        drawn = pixels(field.plot(ax=axes(), **options))
    return sum(looks), drawn


# (f, limits, how many looks are allowed, how many pixels in a thousand may differ visibly)
FEW_LOOKS = {
    **{key: (one.f, (one.xlim, one.ylim), 5100, 1) for key, one in LANDSCAPES.items()},
    "kink": (lambda x, y: abs(x - 0.3 * y) + abs(y), ((-3, 3), (-2, 2)), 5000, 5),
    "undefined in part": (
        lambda x, y: np.sqrt(1 - x * x - y * y), ((-1.2, 1.2), (-1.2, 1.2)), 5000, 2
    ),
    "a spike": (
        lambda x, y: x**2 - np.exp(-1000 * (x**2 + y**2)), ((-1, 1), (-1, 1)), 5000, 5
    ),
    "waves between the first points": (
        lambda x, y: np.sin(20 * np.pi * x) + 0 * y, ((-2, 2), (-2, 2)), 35_000, 0
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FEW_LOOKS)
def test_few_looks_at_f_give_the_picture_of_many(name):
    f, limits, most, share = FEW_LOOKS[name]
    looks, few = looks_and_pixels(f, limits, arrows=True)
    assert looks <= most
    _, many = looks_and_pixels(f, limits, arrows=True, resolution=(161, 121))
    off = np.abs(few[..., :3].astype(int) - many[..., :3]).max(axis=2)
    assert (off > 100).mean() <= share / 1000


def test_a_picture_does_not_depend_on_how_f_can_be_called():
    landscape = LANDSCAPES["ackley"]
    f, limits = landscape.f, (landscape.xlim, landscape.ylim)
    looks, at_once = looks_and_pixels(f, limits, arrows=True)
    one_by_one = looks_and_pixels(lambda x, y: f(float(x), float(y)), limits, arrows=True)
    assert one_by_one[0] == looks
    off = np.abs(at_once[..., :3].astype(int) - one_by_one[1][..., :3]).max(axis=2)
    assert (off > 0).mean() < 1e-4


def test_lines_that_are_close_are_drawn_by_more_looks():
    f, limits = LANDSCAPES["beale"].f, ((-4, 4), (-4, 4))
    some, _ = looks_and_pixels(f, limits)
    more, _ = looks_and_pixels(f, limits, levels=np.geomspace(1e-3, 1e3, 40))
    assert some < more < 161 * 121


def test_arrows_by_known_heights_are_those_of_the_field(ax):
    field = Field(lambda x, y: np.sin(x) * np.cos(y / 2), (-5, 5), (-4, 4))
    ax.set(xlim=field.xlim, ylim=field.ylim)
    exact, known = draw_arrows(ax, field), draw_arrows(ax, field, None, heights_of(field))
    assert np.array_equal(exact.XY, known.XY)
    np.testing.assert_allclose(exact.U, known.U, atol=0.01)
    np.testing.assert_allclose(exact.V, known.V, atol=0.01)


@pytest.mark.parametrize("shape", [(6, 4), (2, 6), (8, 1), (3, 2)])
@pytest.mark.parametrize("aspect", ["auto", "equal"])
@pytest.mark.parametrize("limits", [((-1, 1), (-1, 1)), ((-30, 30), (-1, 1)), ((0, 1), (0, 9))])
def test_arrows_are_as_far_apart_in_rows_as_in_columns(shape, aspect, limits):
    ax = axes()
    ax.figure.set_size_inches(shape)
    arrows = Field(lambda x, y: 0.1 * x + y, *limits).plot(ax=ax, arrows=True, aspect=aspect)
    (arrows,) = of_kind(ax, Quiver)
    columns, rows = ({*part.tolist()} for part in (arrows.X, arrows.Y))
    apart = [
        [*np.diff(sorted(part)), np.inf][0] * scale
        for part, scale in zip((columns, rows), np.diag(ax.transData.get_matrix()), strict=False)
    ]
    length = max(ax.get_window_extent().size) * 72 / ax.figure.dpi
    assert max(len(columns), len(rows)) == min(19, round(length / 13))
    assert min(len(columns), len(rows)) == 1 or apart[0] == pytest.approx(apart[1], rel=0.35)


NONSENSE = {
    "theme": ["blue", 3, []],
    "aspect": ["wide", 0, -1, np.nan, []],
    "ax": [3, "x", Figure()],
    "levels": [0, -3, "many", 2.5, None, True, [], [3, 1], [1, 1], [np.nan, 1]],
    "resolution": [1, (3,), 2.5, "x", (2, 2, 2)],
    "cmap": ["nonsense", 3],
    "norm": ["nonsense", 3],
    "route": ["way", 3, [], np.zeros((0, 2)), np.zeros(()), np.zeros((3, 3)), [(1, "a")]],
}


@pytest.mark.parametrize(
    "name, given", [(name, given) for name, several in NONSENSE.items() for given in several]
)
def test_nonsense_gets_one_sentence_before_a_figure_is_made(name, given):
    plots = [VALLEY.plot] if name in ("aspect", "levels") else [VALLEY.plot, VALLEY.plot_surface]
    for plot in plots:
        with pytest.raises(VisualizerError) as caught:
            plot(**{name: given})
        assert caught.value.key.split(".")[0] == name
    assert pyplot.get_fignums() == []


def test_options_may_come_as_numpys_numbers_and_arrays(ax):
    picture = compose(ax, VALLEY, look=Look(levels=np.array([1, 2]), resolution=np.array([9, 8])))
    assert picture.ground.levels.tolist() == [1, 2]
    assert Look(levels=np.int64(5)) == Look(levels=5)


@pytest.mark.filterwarnings("error")
def test_a_route_that_has_left_for_infinity_is_drawn_without_complaint(ax):
    VALLEY.plot([(0, 0), (1, 1), (1e300, -1e300), (np.inf, -np.inf), (np.nan, 0)], ax=ax)
    pixels(ax)


@pytest.mark.parametrize("view", ["contour", "surface"])
def test_a_legend_shows_a_route_as_a_line_with_a_dot_that_can_be_told_apart(view):
    """Whoever makes it: compose, or somebody who calls legend later."""
    ax = axes_for(view)
    compose(ax, VALLEY, view, [StyledRoute(walk(lr=0.95).points, "#123456", "^", "SGD")])
    for legend in (ax.get_legend(), ax.legend(loc="lower left")):
        (sample,) = legend.get_lines()
        assert sample.get_linestyle() == "-" and sample.get_color() == "#123456"
        assert sample.get_marker() == "^" and sample.get_markersize() > 6


def test_a_legend_beside_a_surface_covers_none_of_it():
    figure = pyplot.figure()
    ax = VALLEY.plot_surface(walk(lr=0.95), ax=figure.add_subplot(1, 2, 2, projection="3d"))
    pixels(ax)
    surface = ax.collections[0].heights
    corners = np.stack([*np.meshgrid(surface.x, surface.y), surface.z], axis=-1).reshape(-1, 3)
    x, y, _ = proj_transform(*corners.T, ax.get_proj())
    box = ax.get_legend().get_window_extent()
    assert not any(box.contains(*at) for at in ax.transData.transform(np.c_[x, y]))


@pytest.mark.parametrize("theme", [None, *style.THEMES])
def test_on_a_surface_start_and_end_are_set_apart(theme):
    points = [(-7, 2), (0, 0), (3, -3)]
    drawn = []
    for shown in (points, points[:1]):
        ax = axes(projection="3d")
        compose(ax, VALLEY, "surface", theme=theme)
        ax.view_init(90, -90)
        without = pixels(ax)
        compose_routes(ax, VALLEY, "surface", [StyledRoute(shown, "#123456", "o")], theme)
        drawn.append((pixels(ax), without, ax))
    (whole, without, ax), (alone, *_) = drawn
    face, text = style.colours(ax, theme).face, style.colours(ax, theme).text
    x, y, z = ax.lines[0].get_data_3d()
    x, y, _ = proj_transform(x, y, z, ax.get_proj())
    columns, rows = np.round(ax.transData.transform(np.c_[x, y])).astype(int).T
    start, _, end = zip(len(whole) - rows, columns, strict=True)
    assert to_hex(whole[start][:3] / 255) == to_hex(alone[start][:3] / 255) == face
    assert to_hex(whole[end][:3] / 255) == "#123456"
    around = whole[end[0] - 7 : end[0] + 8, end[1] - 7 : end[1] + 8, :3].astype(int)
    assert (np.abs(around - np.multiply(to_rgb(text), 255)).max(axis=2) < 60).any()


def test_where_a_surface_ends_half_facets_are_drawn():
    field = Field(lambda x, y: np.where(x + y < 1.001, x * y, np.nan), (0, 1), (0, 1))
    facets = draw_surface(axes(projection="3d"), field, None, Look(resolution=11)).get_array()
    assert len(facets) == 45 + 10, "45 whole ones, and 10 triangles along the edge"
    assert np.isfinite(facets).all()


def test_numbers_of_contour_lines_are_short_and_no_more_than_can_be_read(ax):
    LANDSCAPES["himmelblau"].plot(ax=ax, labels=True)
    told = {text.get_text() for text in ax.texts}
    assert 4 < len(told) < 10 and max(map(len, told)) <= 5


def pixels_of(png):
    return pyplot.imread(BytesIO(png[0]))


SHOWN = {
    "field": lambda: Field(lambda x, y: x * y, (-1, 1), (-1, 1)),
    "narrow field": lambda: STRIP,
    "landscape": lambda: VALLEY,
    "route": lambda: walk(lr=0.95),
    "dense route": lambda: walk(lr=1e-4, steps=3000),
    "start": lambda: Adventurer(-7, 2).route,
    "points": lambda: Route([(0, 0), (1, 2)]),
    "way to infinity": lambda: Route([(0, 0), (np.inf, np.nan)], [1, np.inf]),
}


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.filterwarnings("error")
def test_jupyter_shows_a_small_picture_and_pyplot_knows_nothing_of_it(name):
    """As IPython takes it: a PNG, and how large it is in the pixels of a page."""
    shown, before = SHOWN[name](), dict(matplotlib.rcParams)
    png = shown._repr_png_()
    drawn = pixels_of(png)
    assert pyplot.get_fignums() == [] and dict(matplotlib.rcParams) == before
    height, width = drawn.shape[:2]
    assert png[1] == {"width": width // 2, "height": height // 2}
    assert width <= 1200 and height <= 500 and len(png[0]) < 150_000
    assert (drawn[..., :3] < 0.9).any(axis=2).mean() > 0.005


def test_the_small_picture_leaves_pyplots_axes_alone():
    ax = pyplot.gca()
    walk(lr=0.95)._repr_png_()
    VALLEY._repr_png_()
    assert pyplot.gca() is ax and not ax.has_data()


def test_a_small_picture_takes_few_looks_at_f():
    looks = []
    field = Field(lambda x, y: looks.append(np.size(x)) or x + y, (0, 1), (0, 1))
    looks.clear()
    field._repr_png_()
    assert sum(looks) < 1500
