"""The one test command: what it installs, what it runs, and what it says of failures."""

import sys

import pytest

import run
from trouble import Trouble


@pytest.fixture(autouse=True)
def no_commands(monkeypatch):
    """Nothing is installed; the commands that would be run are returned."""
    commands = []
    monkeypatch.setattr(run, "exit_code", lambda *command: commands.append(command) or 0)
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


@pytest.mark.parametrize(
    ("failing", "told"),
    [
        (["ruff"], "ruff check --quiet, ruff format --check --quiet$"),
        (["mypy", "pytest"], "mypy, pytest$"),
    ],
)
def test_after_a_checker_that_fails_the_others_and_the_tests_run_all_the_same(
    monkeypatch, failing, told
):
    """Fault: ruff stopped the run, and the tests could not say what a new file lacked."""
    modules = []

    def exit_code(*command):
        modules.extend(command[2:3] if "-m" in command else [])
        return int(command[2:3] != () and command[2] in failing)

    monkeypatch.setattr(run, "exit_code", exit_code)
    monkeypatch.setattr(run, "environment", lambda: "python")
    monkeypatch.setattr(run.sys, "argv", ["run.py", "--no-browser"])
    with pytest.raises(Trouble, match=told):
        run.main()
    assert modules == ["ruff", "ruff", "mypy", "pytest"]


def test_a_build_that_fails_ends_the_run(monkeypatch):
    monkeypatch.setattr(run, "exit_code", lambda *command: 3)
    monkeypatch.setattr(run, "environment", lambda: "python")
    monkeypatch.setattr(run.sys, "argv", ["run.py", "--no-browser"])
    with pytest.raises(SystemExit) as ended:
        run.main()
    assert ended.value.code == 3
