"""The one test command says what it cannot install by itself."""

import sys

import pytest

import run
from trouble import Trouble


@pytest.fixture(autouse=True)
def no_commands(monkeypatch):
    """Nothing is installed; the commands that would be run are returned."""
    commands = []
    monkeypatch.setattr(run, "call", lambda *command: commands.append(command))
    return commands


def on_the_path(*names):
    return lambda name: f"/bin/{name}" if name in names else None


def test_a_python_without_ensurepip_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(Trouble, match="apt install python3-venv"):
        run.create_environment()


def test_chromium_that_is_there_is_taken(monkeypatch, no_commands):
    monkeypatch.setattr(run.shutil, "which", on_the_path("chromium-browser", "apt-get"))
    run.need_chromium()
    assert no_commands == []


@pytest.mark.parametrize("found", [(), ("apt-get",)], ids=["no apt", "no way to become root"])
def test_chromium_that_cannot_be_installed_is_told(monkeypatch, found):
    monkeypatch.setattr(run.shutil, "which", on_the_path(*found))
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    with pytest.raises(Trouble, match="need Chromium"):
        run.need_chromium()


@pytest.mark.parametrize(
    ("user", "before"), [(0, []), (1000, ["/bin/sudo", "-n"])], ids=["root", "sudo"]
)
def test_chromium_comes_by_apt(monkeypatch, no_commands, user, before):
    monkeypatch.setattr(run.shutil, "which", on_the_path("apt-get", "sudo"))
    monkeypatch.setattr(run.os, "geteuid", lambda: user)
    run.need_chromium()
    assert [list(command[: len(before) + 2]) for command in no_commands] == [
        [*before, "/bin/apt-get", "update"],
        [*before, "/bin/apt-get", "install"],
    ]
    assert "chromium" in no_commands[1]


@pytest.mark.parametrize(
    ("arguments", "with_browser"),
    [([], True), (["--no-browser"], False)],
    ids=["all", "no browser"],
)
def test_chromium_is_installed_only_where_a_browser_is_wanted(
    monkeypatch, no_commands, arguments, with_browser
):
    asked = []
    monkeypatch.setattr(run, "environment", lambda: "python")
    monkeypatch.setattr(run, "need_chromium", lambda: asked.append("chromium"))
    monkeypatch.setattr(run.sys, "argv", ["run.py", *arguments, "tests/page"])
    run.main()
    assert bool(asked) is with_browser
    *_, tests = no_commands
    assert tests[-1] == "tests/page"
    assert ("not browser" in tests) is not with_browser


def test_style_and_types_are_checked_before_the_tests(monkeypatch, no_commands):
    monkeypatch.setattr(run, "environment", lambda: "python")
    monkeypatch.setattr(run.sys, "argv", ["run.py", "--no-browser"])
    run.main()
    modules = [command[2] for command in no_commands if "-m" in command]
    assert modules == ["ruff", "ruff", "mypy", "pytest"]
