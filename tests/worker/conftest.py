"""Patience: a slow machine is no failure of a program that ends."""

import pytest

from worker import free


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(free, "SECONDS", 60.0)
