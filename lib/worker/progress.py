"""Tells the page which stage of loading the worker has reached."""

from js import Object, postMessage
from pyodide.ffi import to_js


def reach(stage, detail=None):
    """Report a stage by its name; "failed" comes with a detail for the reader."""
    message = {"boot": stage, "detail": detail}
    postMessage(to_js(message, dict_converter=Object.fromEntries))
