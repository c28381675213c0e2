"""What the worker posts to the page beside its answers: phases of its start, and figures."""

from js import Object, postMessage
from pyodide.ffi import to_js


def phase(name: str, detail: str | None = None) -> None:
    """Say which phase the start has reached.

    name: one of protocol.names.PHASES, or names.FAILED.
    detail: why it failed, for the reader.
    """
    _post({"phase": name, "detail": detail}, [])


def figures(number: int, drawn: list) -> None:
    """Hand figures over before the answer to a question is given.

    number: of the question.
    drawn: [(width, height, pixels), …]; pixels: a buffer of height × width × 4 bytes, RGBA.
    """
    items = [_figure(*figure) for figure in drawn]
    _post({"number": number, "figures": items}, [item["pixels"].buffer for item in items])


def ground(number: int, drawn: tuple) -> None:
    """Hand over a figure without routes, over which the page draws them itself.

    number: of the question.
    drawn: (width, height, pixels), as in figures.
    """
    item = _figure(*drawn)
    _post({"number": number, "ground": item}, [item["pixels"].buffer])


def progress(number: int, done: float) -> None:
    """Say how much of a job is done.

    number: of the question that it answers.
    done: from 0 to 1.
    """
    _post({"number": number, "done": done}, [])


def _figure(width: int, height: int, pixels: memoryview) -> dict:
    return {"width": width, "height": height, "pixels": to_js(memoryview(pixels).cast("B"))}


def _post(message: dict, transferred: list) -> None:
    """The transferred buffers are the page's from then on, without a copy."""
    postMessage(to_js(message, dict_converter=Object.fromEntries), to_js(transferred))
