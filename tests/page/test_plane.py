"""Pixels and field coordinates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.stage.plane import MARGINS, Plane

LIMITS = st.tuples(st.floats(-100, 100), st.floats(0.01, 200)).map(lambda t: (t[0], t[0] + t[1]))
SIZES = st.floats(200, 2000)


def test_a_known_pixel_is_a_known_point():
    left, right, top, bottom = MARGINS
    plane = Plane(left + 800 + right, top + 400 + bottom, (-10, 10), (-5, 5))
    assert plane.to_field(left, top) == (-10, 5)
    assert plane.to_field(left + 400, top + 200) == (0, 0)
    assert plane.to_field(left + 120, top + 120) == (-7, 2)
    assert plane.rectangle()[2:] == pytest.approx([800 / plane.width, 400 / plane.height])


@given(SIZES, SIZES, LIMITS, LIMITS, st.floats(0, 1), st.floats(0, 1))
def test_there_and_back_is_less_than_a_pixel_off(width, height, xlim, ylim, part_x, part_y):
    plane = Plane(width, height, xlim, ylim)
    px = plane.left + part_x * plane.inner_width
    py = plane.top + part_y * plane.inner_height
    assert plane.to_pixel(*plane.to_field(px, py)) == pytest.approx((px, py), abs=0.51)


@given(SIZES, SIZES, LIMITS, LIMITS)
def test_units_are_equal_and_the_bounds_are_seen(width, height, xlim, ylim):
    plane = Plane(width, height, xlim, ylim)
    span_x, span_y = plane.xlim[1] - plane.xlim[0], plane.ylim[1] - plane.ylim[0]
    assert span_x / plane.inner_width == pytest.approx(span_y / plane.inner_height)
    for seen, wanted in ((plane.xlim, xlim), (plane.ylim, ylim)):
        assert seen[0] <= wanted[0] + 1e-9 and seen[1] >= wanted[1] - 1e-9
