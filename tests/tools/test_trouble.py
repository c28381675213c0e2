"""Whoever uses the tools reads one sentence in their language, never a traceback."""

import os
import subprocess
import sys

import pytest

import trouble
from runtime import ROOT

RUN = """
import trouble
def main():
    {body}
trouble.run(main)
"""


def run(body, language="C.UTF-8"):
    return subprocess.run(
        [sys.executable, "-c", RUN.format(body=body)],
        cwd=ROOT / "tools",
        env={**os.environ, "LANG": language, "LC_ALL": language, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ja_JP.UTF-8", "だめです。"), ("C.UTF-8", "No."), ("de_DE.UTF-8", "No.")],
)
def test_trouble_is_one_sentence_in_the_users_language(language, sentence):
    done = run('raise trouble.Trouble("だめです。", "No.")', language)
    assert (done.returncode, done.stderr) == (1, f"{sentence}\n")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ('open("no-such-file")', "no-such-file cannot be read or written (No such file"),
        ('raise OSError(__import__("errno").ENOSPC, "full", "here")', "The disk is full"),
    ],
)
def test_a_disk_that_refuses_is_told_in_one_sentence(body, sentence):
    done = run(body)
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.splitlines()) == 1


def test_a_mistake_of_ours_still_has_its_traceback():
    assert "ZeroDivisionError" in run("1 / 0").stderr


def test_ctrl_c_is_quiet():
    done = run("raise KeyboardInterrupt")
    assert (done.returncode, done.stderr) == (130, "")


def test_an_old_python_is_named(monkeypatch):
    monkeypatch.setattr(trouble.sys, "version_info", (3, 9, 18, "final", 0))
    with pytest.raises(SystemExit, match="3.11 .*3.9"):
        trouble.run(lambda: None)
