"""What the first figure did without: in the built site most of Python comes after it."""

import asyncio
import json

import js

_fetching: asyncio.Future | None = None


async def complete(text: str) -> str:
    """Bring it, if it is not there from the beginning; the answer says whether all is there.

    Without a network it is not: foreign code is told then which module is missing, and the next
    question tries again.
    """
    global _fetching
    if _fetching is None or (_fetching.done() and not _fetching.result()):
        _fetching = asyncio.ensure_future(_fetch())
    return json.dumps(await _fetching)


async def _fetch() -> bool:
    fetch_rest = getattr(js, "fetchRest", None)
    try:
        if fetch_rest:
            await fetch_rest()
    except Exception:
        return False
    return True
