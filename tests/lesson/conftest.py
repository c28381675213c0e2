"""Short limits, so that tests of code that never ends do not take long."""

from functools import partial

import pytest

from lesson import examination
from sandbox import Guard


@pytest.fixture
def impatient(monkeypatch):
    """Diagnoses stop endless code after less time than students are given."""
    monkeypatch.setattr(examination, "Guard", partial(Guard, seconds=0.4))
