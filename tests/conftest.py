"""What all tests share: patience, and the built site on a local server for those in a browser."""

import subprocess
import sys

import pytest
from hypothesis import settings

from runtime import ROOT

# A slow machine is no failure: nothing is tried again, and made smaller, because it took long.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

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
