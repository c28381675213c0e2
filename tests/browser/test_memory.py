"""The memory of the tab levels off: tests/benchmarks/soak.py in short."""

import pytest

from benchmarks.soak import bound_of, growth, soak

# A picture has 1.35 MB. Python's own memory grows by steps and shrinks again by as much as this.
MEGABYTES = 25


@pytest.mark.parametrize(("part", "scale"), [("clicks", 0.02), ("playback", 0.02), ("kiosk", 0.02)])
def test_pictures_do_not_stay_in_memory(chromium, site_url, part, scale):
    rows = list(soak(chromium, site_url, part, scale))
    assert growth(rows) < MEGABYTES
    assert growth(rows, "buffers") < MEGABYTES


def test_workers_that_were_replaced_do_not_stay_in_memory(chromium, site_url):
    rows = list(soak(chromium, site_url, "replacements", 0.12))
    assert growth(rows) < bound_of("replacements")
    assert growth(rows, "buffers") < MEGABYTES
