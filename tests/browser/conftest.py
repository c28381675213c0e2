"""A Chromium whose network ends at the server of the built site."""

import functools

import pytest
from playwright.sync_api import sync_playwright

from chromium import launch
from pages import FieldPage


@pytest.fixture(scope="module")
def chromium():
    """A browser for the tests of a file; while it is open, asyncio.run() is refused here."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site_url):
    """A function that opens the site: open_page(path="", width=1280, height=800, **context).

    Requests to anywhere but the local server are cut and fail the test, and so does any error
    that reaches the console.
    """
    opened = []

    def open_(path="", width=1280, height=800, route=None, **context):
        context = chromium.new_context(viewport={"width": width, "height": height}, **context)
        page = FieldPage(context, site_url, route)
        opened.append(page)
        page.open(path)
        return page

    yield open_
    for page in opened:
        page.context.close()
    for page in opened:
        assert page.strayed == []
        assert page.errors == [] or page.may_fail


@pytest.fixture
def ready_page(open_page):
    return functools.partial(_open_ready, open_page)


def _open_ready(open_page, *args, **kwargs):
    page = open_page(*args, **kwargs)
    page.wait_ready()
    return page
