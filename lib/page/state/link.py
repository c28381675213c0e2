"""The page's state as the fragment of its address, and back: "#1." and deflated JSON in base64."""

import json

from pyscript.js_modules import packing

VERSION = "1."
# Characters of a fragment, and bytes of what it unpacks to.
LONGEST, LONGEST_TEXT = 100_000, 1_000_000


class BadLink(ValueError):
    """The fragment is not one that this page has written."""


async def write(state: dict) -> str | None:
    """The fragment for a state, without its "#"; None where the browser cannot make one."""
    packed = await packing.pack(json.dumps(state))
    return packed and VERSION + packed


async def read(fragment: str) -> object:
    """What a fragment says, unchecked (see page.state.table.checked). Raises BadLink."""
    if not fragment.startswith(VERSION) or len(fragment) > LONGEST:
        raise BadLink()
    text = await packing.unpack(fragment[len(VERSION) :], LONGEST_TEXT)
    try:
        return json.loads(text or "")
    except ValueError:
        raise BadLink()  # noqa: B904 (MicroPython does not chain exceptions)
