"""Run all tests: python3 tests/run.py [pytest's own arguments].

Installs what they need first: a virtual environment in build/, Chromium where there is none (by
apt, on Debian and its relatives), the runtime and the built site. Linters run before the tests.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / "build" / "tests-venv"
REQUIREMENTS = ROOT / "tests" / "requirements.txt"

sys.path.insert(0, str(ROOT / "tools"))
import trouble  # noqa: E402  (it lives in tools/)


def main():
    python = environment()
    need_chromium()
    call(python, ROOT / "tools" / "build.py")
    call(python, "-m", "ruff", "check", "--config", ROOT / "tests" / "ruff.toml", ROOT)
    arguments = sys.argv[1:] or [ROOT / "tests"]
    call(python, "-m", "pytest", "-c", ROOT / "tests" / "pytest.ini", *arguments)


def environment():
    """The virtual environment's Python, with the pinned requirements installed."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = ENVIRONMENT / "requirements.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        create_environment()
        call(python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def create_environment():
    try:
        import ensurepip  # noqa: F401  (Debian packs it apart from Python)
    except ImportError:
        raise trouble.Trouble(
            "venv に必要な ensurepip がありません。"
            "先に `apt install python3-venv` を実行してください。",
            "Python's venv has no ensurepip here: run `apt install python3-venv` first.",
        ) from None
    venv.create(ENVIRONMENT, with_pip=True, clear=True)


def need_chromium():
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


def call(*command):
    """Run a command; if it fails, end with its exit code, for it has said why."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=ROOT, env=environment)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    trouble.run(main)
