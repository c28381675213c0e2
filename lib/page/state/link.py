"""The page's state as the fragment of its address, and back: "#1." and deflated JSON in base64."""

import json
from binascii import b2a_base64

from js import Blob, CompressionStream, DecompressionStream, Response, Uint8Array, fetch

FORMAT = "deflate-raw"
VERSION = "1."
LONGEST = 100_000
DATA_ADDRESS = "data:application/octet-stream;base64,"


class BadLink(ValueError):
    """The fragment is not one that this page has written."""


async def write(state: dict) -> str:
    """The fragment for a state, without its "#"."""
    text = Blob.new([json.dumps(state)]).stream()
    packed = Response.new(text.pipeThrough(CompressionStream.new(FORMAT)))
    array = Uint8Array.new(await packed.arrayBuffer())
    encoded = b2a_base64(bytes([array[i] for i in range(array.length)])).decode().strip()
    return VERSION + encoded.replace("+", "-").replace("/", "_").replace("=", "")


async def read(fragment: str) -> object:
    """What a fragment says, unchecked (see page.state.table.checked). Raises BadLink."""
    if not fragment.startswith(VERSION) or len(fragment) > LONGEST:
        raise BadLink()
    encoded = fragment[len(VERSION) :].replace("-", "+").replace("_", "/")
    try:
        # The browser itself decodes base64 behind such an address.
        packed = await fetch(DATA_ADDRESS + encoded + "=" * (-len(encoded) % 4))
        text = Response.new(packed.body.pipeThrough(DecompressionStream.new(FORMAT)))
        return json.loads(await text.text())
    except Exception:
        raise BadLink()  # noqa: B904 (MicroPython does not chain exceptions)
