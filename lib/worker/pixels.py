"""The pixels of a figure on their way to the page."""

from pyodide.ffi import to_js


def to_page(buffer):
    """A copy of an RGBA buffer (height, width, 4) of uint8 as a JavaScript Uint8Array."""
    return to_js(memoryview(buffer).cast("B"))
