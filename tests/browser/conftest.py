"""A Chromium whose network ends at the server of the built site."""

import functools

import pytest
from playwright.sync_api import sync_playwright

from chromium import launch
from pages import FieldPage, kept_open, new_context


@pytest.fixture(scope="module")
def chromium():
    """A browser for the tests of a file; while it is open, asyncio.run() is refused here."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def opened(chromium, site_url):
    """The page that the tests of a file use one after another."""
    with kept_open(chromium, site_url) as page:
        yield page


@pytest.fixture
def page(opened):
    """That page as a visitor finds it who has never been here."""
    opened.begin_anew()
    yield opened
    opened.check()


@pytest.fixture
def open_page(chromium, site_url):
    """A function that opens the site: open_page(path="", width=1280, height=800, **context).

    Requests to anywhere but the local server are cut and fail the test, and so does any error
    that reaches the console.
    """
    opened = []

    def open_(path="", width=1280, height=800, route=None, **context):
        context = new_context(chromium, width, height, **context)
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
