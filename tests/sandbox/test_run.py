"""Programs run, and what they leave and print is at hand."""

import builtins
import os
import sys

import pytest

from sandbox import run


def test_names_and_output():
    names = {"a": 20}
    outcome = run("b = a + 1\nprint('b is', b)\nimport sys\nprint('!', file=sys.stderr)", names)
    assert outcome.fault is None
    assert outcome.namespace["b"] == 21
    assert outcome.output == "b is 21\n!\n"
    assert names == {"a": 20}


def test_what_was_done_before_an_error_is_kept():
    outcome = run("a = 1\nprint(a)\nb = a / 0\nprint(b)")
    assert outcome.fault.kind == "zero"
    assert outcome.namespace["a"] == 1 and "b" not in outcome.namespace
    assert outcome.output == "1\n"


def test_programs_do_not_see_each_other():
    run("a = 1")
    assert run("a").fault.kind == "name.unknown"


def test_runs_as_the_main_program():
    assert run("if __name__ == '__main__': print('main')").output == "main\n"


def test_output_is_cut_where_it_is_too_much():
    output = run("for i in range(10**9): print(i)").output
    assert output.startswith("0\n1\n2\n") and len(output) == 20_000


def test_printing_goes_on_being_impossible():
    """Code that catches everything does not print past the limit."""
    program = "while True:\n  try: print('again')\n  except: pass"
    outcome = run(program, seconds=0.3)
    assert outcome.fault.kind == "time" and len(outcome.output) == 20_000


def test_tracebacks_show_the_students_lines():
    outcome = run(
        "import traceback\ntry:\n  1 / 0  # here\nexcept Exception:\n  traceback.print_exc()"
    )
    assert "1 / 0  # here" in outcome.output


@pytest.mark.parametrize(
    "program",
    ["x = 1", "1 / 0", "while True: pass", "import sys\nsys.stdout = sys.stdin = None", "input()"],
)
def test_everything_is_as_it_was_afterwards(program):
    def state():
        streams = sys.stdin, sys.stdout, sys.stderr
        return *streams, builtins.input, os._exit, sys.gettrace(), sys.getprofile()

    before = state()
    run(program, seconds=0.1)
    assert state() == before


def test_print_wants_text():
    assert run("import sys\nsys.stdout.write(3)").fault.kind == "type.text"
