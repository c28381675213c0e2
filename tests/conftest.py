"""The built site on a local server, for the tests that open it in a browser."""

import subprocess
import sys

import pytest

from runtime import ROOT

TESTS = ROOT / "tests"
BROWSERS = {TESTS / "browser", TESTS / "engines"}


def pytest_collection_modifyitems(items):
    for item in items:
        if BROWSERS & set(item.path.parents):
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
