"""Run all tests: python3 tests/run.py [--no-browser] [pytest's own arguments].

Installs what they need first: a virtual environment in build/, Chromium where there is none (by
apt, on Debian and its relatives), the runtime and the built site. Linter, formatter and type
checker run before the tests, which run even where one of those has failed. With --no-browser only
what needs no browser is tested, in about a minute. The tests are shared out to as many
processes as there are processors; -n 0 keeps them in one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / "build" / "tests-venv"
REQUIREMENTS = ROOT / "tests" / "requirements.txt"
NO_BROWSER = "--no-browser"
CHECKERS = (("ruff", "check", "--quiet"), ("ruff", "format", "--check", "--quiet"), ("mypy",))

sys.path.insert(0, str(ROOT / "tools"))
import trouble  # noqa: E402  (it lives in tools/)


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != NO_BROWSER]
    without_browser = NO_BROWSER in sys.argv
    python = environment()
    if not without_browser:
        need_chromium()
    call(python, ROOT / "tools" / "build.py")
    checks = {" ".join(checker): (python, "-m", *checker) for checker in CHECKERS}
    chosen = ["-m", "not browser"] if without_browser else []
    # A file's tests share a page or an interpreter; the slow files, the browser's, come first.
    parallel = ["-n", f"{os.cpu_count() or 1}", "--dist", "loadfile", "--no-loadscope-reorder"]
    configured = ["-c", ROOT / "tests" / "pytest.ini", *parallel, *chosen]
    checks["pytest"] = (python, "-m", "pytest", *configured, *(arguments or [ROOT / "tests"]))
    failed = ", ".join([name for name, command in checks.items() if exit_code(*command)])
    if failed:
        raise trouble.Trouble(f"失敗したもの：{failed}", f"Failed: {failed}")


def environment() -> Path:
    """The virtual environment's Python, with the pinned requirements installed."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = ENVIRONMENT / "requirements.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        create_environment()
        call(python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def create_environment() -> None:
    try:
        import ensurepip  # noqa: F401  (Debian packs it apart from Python)
    except ImportError:
        raise trouble.Trouble(
            "venv に必要な ensurepip がありません。"
            "先に `apt install python3-venv` を実行してください。",
            "Python's venv has no ensurepip here: run `apt install python3-venv` first.",
        ) from None
    venv.create(ENVIRONMENT, with_pip=True, clear=True)


def need_chromium() -> None:
    """Install Chromium by apt where it is missing, or say how to."""
    if shutil.which("chromium") or shutil.which("chromium-browser"):
        return
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not apt or not (is_root or sudo):
        raise trouble.Trouble(
            "ブラウザーのテストに Chromium が必要です。"
            "インストールして、`chromium` を PATH に置いてください。",
            "The browser tests need Chromium: install it so that `chromium` is on the PATH.",
        )
    administrator = [] if is_root else [sudo, "-n"]
    call(*administrator, apt, "update", "-qq")
    install = [apt, "install", "-y", "-qq", "--no-install-recommends"]
    call(*administrator, *install, "chromium", "fonts-noto-cjk")


def call(*command: str | Path) -> None:
    """Run a command; if it fails, end with its exit code, for it has said why."""
    code = exit_code(*command)
    if code:
        sys.exit(code)


def exit_code(*command: str | Path) -> int:
    """Run a command; 0 if all went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    trouble.run(main)
