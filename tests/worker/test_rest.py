"""What comes after the first figure is brought once, and asked for again where that failed."""

import asyncio
import sys
import types

import pytest


@pytest.fixture
def js(monkeypatch):
    stand_in = types.ModuleType("js")
    monkeypatch.setitem(sys.modules, "js", stand_in)
    monkeypatch.delitem(sys.modules, "worker.rest", raising=False)
    yield stand_in
    sys.modules.pop("worker.rest", None)


def test_a_failure_is_not_for_good(js):
    from worker import rest

    asked = []

    async def fetch_rest():
        asked.append(1)
        if len(asked) == 1:
            raise OSError("Failed to fetch")

    js.fetchRest = fetch_rest

    async def story():
        return [await rest.complete("{}") for _ in range(3)]

    assert asyncio.run(story()) == ["false", "true", "true"]
    assert len(asked) == 2
