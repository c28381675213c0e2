"""What running code may do to the streams of its process: print up to a limit, and nothing else."""

import builtins
import io
import os
import sys
from contextlib import contextmanager

from sandbox.stops import InputAsked, OutputFull


class Transcript(io.TextIOBase):
    """Collects what is printed. Past its limit it is cut, and whoever prints is stopped."""

    def __init__(self, limit):
        super().__init__()
        self._room, self._parts = limit, []

    @property
    def text(self):
        return "".join(self._parts)

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._parts.append(text[: self._room])
        self._room -= len(text)
        if self._room < 0:
            self._room = 0
            raise OutputFull
        return len(text)


class _NoKeyboard(io.TextIOBase):
    def readable(self):
        return True

    def read(self, *_):
        raise InputAsked

    readline = read


def _no_input(*_, **__):
    raise InputAsked


def _exit(status=0):
    raise SystemExit(status)


@contextmanager
def redirected(transcript):
    """In the block, output goes to the transcript; asking for input raises; nothing can exit."""
    stand_ins = [
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


def _put(items):
    for owner, name, value in items:
        setattr(owner, name, value)
