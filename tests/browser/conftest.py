"""The built site on a local server, and a Chromium whose network ends at that server."""

import functools
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from chromium import launch
from pages import FieldPage

ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site_url():
    """Address of the built site, served by the project's own server on a free port."""
    command = [sys.executable, ROOT / "tools" / "serve.py", "--no-browser", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    address = next(word for line in server.stdout for word in line.split() if "http://" in word)
    yield address.rstrip("/") + "/"
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture(scope="session")
def chromium():
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
