"""The page's modules under CPython: JavaScript and PyScript are stood in for (see standins)."""

import sys
from pathlib import Path

import pytest

from runtime import ROOT

sys.path.insert(0, str(Path(__file__).parent / "standins"))

import js
import pyscript
from pyscript import js_modules

from page.frame import words
from page.state.catalogue import Catalogue
from page.state.store import Store


@pytest.fixture(scope="session")
def catalogue():
    return Catalogue(ROOT / "assets" / "catalogue.json")


@pytest.fixture
def store(catalogue):
    return Store(catalogue)


@pytest.fixture(autouse=True)
def nothing_is_collected(monkeypatch):
    """The page collects garbage after each figure: quick in MicroPython, slow among all tests."""
    monkeypatch.setattr("gc.collect", lambda: 0)


@pytest.fixture(autouse=True)
def fresh_browser():
    """A browser that has never been used, with an empty page."""
    pyscript.window.__init__()
    pyscript.document.__init__(pyscript.window)
    js.localStorage.records.clear()
    js.sessionStorage.records.clear()
    js.location.hash = ""
    js_modules.mailbox.__init__()
    js_modules.browser.__init__()
    js.history.__init__()
    words.use("ja")
