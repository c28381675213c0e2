"""A deadline for code that may never end."""

import dis
import sys
from collections.abc import Callable
from functools import cache
from time import perf_counter
from types import CodeType, FrameType
from typing import Any

from sandbox import memory
from sandbox.program import FILENAME
from sandbox.stops import MemoryUp, TimeUp

# From Python 3.12 on.
monitoring: Any = getattr(sys, "monitoring", None)

# Growth beyond this is no exercise any more; a phone's browser would close the page.
MOST_BYTES = 512 * 2**20
# Looking at the clock costs as much as an event, and at the memory ten times as much.
EVENTS_PER_LOOK = 16
SECONDS_PER_MEMORY_LOOK = 0.01


def call_within(seconds: float, function: Callable[..., Any], *arguments: object) -> Any:
    """Call a function that is stopped by TimeUp, or by MemoryUp if it takes too much memory.

    Whenever a loop goes round or a Python function is called, in any module, it may be stopped;
    one long call into C cannot. Code that catches the exception meets it again. Not to be nested.
    """
    # Not a context manager: where a loop ends its block, Python 3.14 leaves a `with` without
    # calling __exit__ when a JUMP event raises. A call cannot be left like that.
    limits = _Limits(seconds)
    watch = _Monitor(limits) if monitoring else _Tracer(limits)
    watch.start()
    try:
        return function(*arguments)
    finally:
        watch.stop()


class _Limits:
    """Time and memory that may be used from now on."""

    def __init__(self, seconds: float) -> None:
        self._end = perf_counter() + seconds
        self._most = memory.peak() + MOST_BYTES
        self._events = 0
        self._memory_due = 0.0
        self._stop: type[TimeUp] | type[MemoryUp] | None = None

    def event(self, code: CodeType, *_: object) -> None:
        """Called at an event in a code object; raises once a limit is passed, and ever after."""
        if self._stop is None:
            self._events += 1
            if self._events % EVENTS_PER_LOOK:
                return
            self._look()
        # The way out leads through this module.
        if self._stop and code.co_filename != _HERE:
            raise self._stop

    def _look(self) -> None:
        now = perf_counter()
        if now > self._end:
            self._stop = TimeUp
        elif now > self._memory_due:
            self._memory_due = now + SECONDS_PER_MEMORY_LOOK
            if memory.peak() > self._most:
                self._stop = MemoryUp


_HERE = _Limits.event.__code__.co_filename


class _Monitor:
    """Events by sys.monitoring; a browser has no threads and no signals."""

    TOOL = 4  # not one of the numbers reserved for debuggers, coverage and profilers

    def __init__(self, limits: _Limits) -> None:
        self._limits = limits

    def start(self) -> None:
        monitoring.use_tool_id(self.TOOL, "sandbox")
        self._listen(self._limits.event)
        events = monitoring.events
        monitoring.set_events(self.TOOL, events.JUMP | events.PY_START)

    def stop(self) -> None:
        monitoring.set_events(self.TOOL, monitoring.events.NO_EVENTS)
        self._listen(None)
        monitoring.free_tool_id(self.TOOL)

    def _listen(self, callback: Callable[..., Any] | None) -> None:
        for event in (monitoring.events.JUMP, monitoring.events.PY_START):
            monitoring.register_callback(self.TOOL, event, callback)


class _Tracer:
    """Events by sys.settrace (Python 3.11).

    The interpreter drops a trace function that raises. So that code which catches the exception
    does not go free, the exception sets the function again when it is thrown away. An endless
    loop in a finally clause, during which the exception is kept, is not stopped.
    """

    def __init__(self, limits: _Limits) -> None:
        self._limits = limits

    def start(self) -> None:
        self._outside = sys._getframe(1)
        self._before = sys.gettrace()
        self._active = True
        sys.settrace(self._trace)

    def stop(self) -> None:
        self._active = False
        sys.settrace(self._before)

    def _trace(self, frame: FrameType, event: str, _: object) -> Any:
        code = frame.f_code
        if event == "call":
            # Lines would do, but there are none in `while True: pass`.
            frame.f_trace_lines, frame.f_trace_opcodes = False, code.co_filename == FILENAME
        elif event != "opcode" or frame.f_lasti not in _backward_jumps(code):
            return self._trace
        try:
            self._limits.event(code)
        except (TimeUp, MemoryUp) as stop:
            raise _tied(type(stop), self._resume) from None
        return self._trace

    def _resume(self) -> None:
        frame: FrameType | None = sys._getframe(1)
        while self._active and frame and frame is not self._outside:
            frame.f_trace = self._trace
            frame = frame.f_back
        if self._active:
            sys.settrace(self._trace)


@cache
def _backward_jumps(code: CodeType) -> set[int]:
    """Offsets of the instructions at which a loop goes round."""
    return {i.offset for i in dis.get_instructions(code) if "BACKWARD" in i.opname}


def _tied(stop: type[BaseException], thrown_away: Callable[[], None]) -> Any:
    """An exception of that class which calls a function when it is thrown away."""
    return type(stop.__name__, (stop,), {"__del__": lambda self: thrown_away()})()
