"""The zip for a USB stick, unpacked and started as somebody does who has nothing but Python."""

import contextlib
import subprocess
import sys
import zipfile

from build import build
from pack import FOLDER, pack


def unpack(folder):
    """Pack the built site and unpack it below folder; returns the folder with serve.py."""
    stick = folder / "USB メモリー (2)"
    with zipfile.ZipFile(pack(build(), folder / "packed.zip")) as archive:
        archive.extractall(stick)
    return stick / FOLDER


@contextlib.contextmanager
def started(folder, elsewhere):
    """Its address while it runs: from another directory, without any installed package."""
    command = [sys.executable, "-S", folder / "serve.py", "--no-browser", "--port", "0"]
    environment = {"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    server = subprocess.Popen(
        command, cwd=elsewhere, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait(timeout=10)
