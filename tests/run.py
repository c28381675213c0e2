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


def main(arguments):
    python = environment()
    need_chromium()
    run(python, ROOT / "tools" / "build.py")
    run(python, "-m", "ruff", "check", "--config", ROOT / "tests" / "ruff.toml", ROOT)
    return subprocess.call(
        [
            python,
            "-m",
            "pytest",
            "-c",
            ROOT / "tests" / "pytest.ini",
            *(arguments or [ROOT / "tests"]),
        ]
    )


def environment():
    """The virtual environment's Python, with the pinned requirements installed."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = ENVIRONMENT / "requirements.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        run(python, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def need_chromium():
    """Install Chromium by apt where it is missing, or say how to."""
    if shutil.which("chromium") or shutil.which("chromium-browser"):
        return
    apt = shutil.which("apt-get")
    if not apt:
        sys.exit("The browser tests need Chromium: install it so that `chromium` is on the PATH.")
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    run(*become_root, apt, "update", "-qq")
    install = [apt, "install", "-y", "-qq", "--no-install-recommends"]
    run(*become_root, *install, "chromium", "fonts-noto-cjk")


def run(*command):
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    )
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
