"""The zip for a USB stick in a browser: the page comes as far as its figure."""

from pages import FieldPage, new_context
from stick import started, unpack


def test_from_the_stick_the_page_walks_and_draws(chromium, tmp_path):
    with started(unpack(tmp_path), tmp_path) as address:
        context = new_context(chromium, 1280, 800)
        page = FieldPage(context, address)
        page.open_ready()
        assert page.picture()
        assert page.walk_from(-7, 2, ["SGD", "Momentum"])["SGD"][0] == "(−0.3504, 0.08478)"
        page.check()
        context.close()
