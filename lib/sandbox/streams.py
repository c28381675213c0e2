"""What running code may do to the streams of its process: print up to a limit, and nothing else."""

import builtins
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from sandbox.stops import InputAsked, OutputFull


class Transcript(io.TextIOBase):
    """Collects what is printed. Past its limit it is cut, and whoever prints is stopped."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._room = limit
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._parts.append(text[: self._room])
        self._room -= len(text)
        if self._room < 0:
            self._room = 0
            raise OutputFull
        return len(text)


class _NoKeyboard(io.TextIOBase):
    def readable(self) -> bool:
        return True

    def read(self, *_: object) -> NoReturn:
        raise InputAsked

    readline = read


def _no_input(*_: object, **__: object) -> NoReturn:
    raise InputAsked


def _exit(status: int = 0) -> NoReturn:
    raise SystemExit(status)


@contextmanager
def redirected(transcript: Transcript) -> Iterator[None]:
    """In the block, output goes to the transcript; asking for input raises; nothing can exit."""
    stand_ins: list[tuple[Any, str, Any]] = [
        (sys, "stdin", _NoKeyboard()),
        (sys, "stdout", transcript),
        (sys, "stderr", transcript),
        # PyScript and Jupyter have an input() of their own, which does not read sys.stdin.
        (builtins, "input", _no_input),
        (sys, "breakpointhook", _no_input),
        (os, "_exit", _exit),
    ]
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in stand_ins]
    try:
        _put(stand_ins)
        yield
    finally:
        _put(originals)


def _put(items: Iterable[tuple[Any, str, Any]]) -> None:
    for owner, name, value in items:
        setattr(owner, name, value)
