"""The markers of routes beside the figure are those in it."""

from page.stage.symbols import PATHS


def test_every_routes_marker_can_be_drawn(catalogue):
    for method in (*catalogue.methods, catalogue.student):
        told = f"the page draws {method['marker']!r} as a circle: choose a marker of {list(PATHS)}"
        assert method["marker"] in PATHS, told
