"""Code that would not end is stopped, whatever it does."""

import sys
import time

import pytest

from sandbox import Guard, run
from sandbox.deadline import _Monitor, call_within
from sandbox.stops import Stopped, TimeUp

ENDLESS = {
    "loop": "while True: pass",
    "loop over lines": "x = 0\nwhile True:\n  x += 1\n  x -= 1",
    "condition": "x = 1\nwhile x > 0:\n  x += 1",
    "for": "import itertools\nfor i in itertools.count(): pass",
    "comprehension": "[0 for i in iter(int, 1)]",
    "generator": "def g():\n  while True: yield 1\nlist(g())",
    "calls": "def f(): pass\nlist(f() for i in iter(int, 1))",
    "lambda in C": "list(map(lambda i: i, iter(int, 1)))",
    "two functions": "def f():\n  while True: g()\ndef g(): pass\nf()",
    "bare except": "while True:\n  try:\n    while True: pass\n  except: pass",
    "except inside": "while True:\n  try: 1 / 0\n  except: pass",
    "except BaseException": "while True:\n  try:\n    while 1: 0\n  except BaseException as e: e",
    "finally": "def f():\n  try:\n    while True: pass\n  finally:\n    while True: pass\nf()",
    "with": (
        "from contextlib import suppress\n"
        "while True:\n  with suppress(BaseException):\n    while True: pass"
    ),
    "in a method": "class A:\n  def __init__(self):\n    while True: self.x = 1\nA()",
    "in the library": (
        "from visualizer import *\n"
        "f = Field(lambda x, y: x*x + y*y, (-1, 1), (-1, 1))\n"
        "Adventurer(.5, .5).optimize(f, SGD(lr=1e-9), steps=10**9)"
    ),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_endless_programs_are_stopped(name):
    if name in ("finally", "with") and sys.version_info < (3, 12):
        pytest.skip("Before Python 3.12 this cannot be stopped.")
    began = time.perf_counter()
    fault = run(ENDLESS[name], seconds=0.2).fault
    assert time.perf_counter() - began < 1
    assert fault and fault.kind in ("time", "recursion")
    assert fault.line


def test_stopped_within_two_seconds_by_default():
    began = time.perf_counter()
    assert run("while True: pass").fault.kind == "time"
    assert time.perf_counter() - began < 2.5  # half a second for a busy machine


def test_memory_that_grows_is_stopped():
    program = "a = []\nwhile True: a.append(bytearray(b'x') * 10**7)"
    fault = run(program).fault
    assert fault.kind in ("memory", "time")  # whichever limit is reached first


def test_objects_are_guarded_after_their_program_has_ended():
    namespace = run("class A:\n  def update(self):\n    while True: pass").namespace
    answer = Guard(0.2).call(namespace["A"]().update)
    assert answer.fault.kind == "time" and answer.fault.line == 3


def test_time_is_shared_by_all_calls():
    spin = run(
        "import time\n"
        "def spin(seconds):\n"
        "  end = time.perf_counter() + seconds\n"
        "  while time.perf_counter() < end: pass\n"
        "  return 'done'"
    ).namespace["spin"]
    guard = Guard(0.3)
    assert guard.call(spin, 0.1).value == "done"
    assert guard.call(spin, 5).fault.kind == "time"
    assert guard.call(spin, 5).fault.kind == "time"


def test_output_is_not_shared():
    guard = Guard()
    assert [guard.call(print, number).output for number in (1, 2)] == ["1\n", "2\n"]


def test_fast_code_is_not_disturbed():
    assert Guard().call(sum, [1, 2, 3]).value == 6


def test_exceptions_that_are_caught_stay_with_the_code():
    program = "try: 1 / 0\nexcept ZeroDivisionError: print('caught')"
    outcome = run(program)
    assert outcome.fault is None and outcome.output == "caught\n"


def test_except_exception_does_not_catch_the_end():
    assert not issubclass(Stopped, Exception)


@pytest.mark.parametrize("repetition", range(20))
def test_nothing_stays_behind_when_time_is_up(repetition):
    """Neither events nor exceptions go on after the call, at whatever moment it was stopped."""
    namespace = run("def spin(): return True\ndef turn():\n  while spin():\n    spin()").namespace
    with pytest.raises(TimeUp):
        call_within(0.01, namespace["turn"])
    assert sys.gettrace() is None
    assert not hasattr(sys, "monitoring") or not sys.monitoring.get_tool(_Monitor.TOOL)
    for _ in range(100):
        namespace["spin"]()


def test_small_and_large_results_come_back():
    assert call_within(1, sum, [1, 2, 3]) == 6
