"""Trouble that a user of the tools can do something about: one sentence, no traceback."""

import errno
import locale
import os
import sys


class Trouble(Exception):
    """Says in Japanese or English what went wrong and what to do."""

    def __init__(self, japanese, english):
        super().__init__(japanese if _speaks_japanese() else english)


def _speaks_japanese():
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return chosen.lower().startswith("ja")


def of_disk(error, path):
    """The Trouble behind an OSError met while writing path."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(
            f"ディスクがいっぱいです。空きを作ってから、もう一度実行してください（{path}）。",
            f"The disk is full. Make room and run this again ({path}).",
        )
    return Trouble(
        f"{path} に書けません（{error.strerror}）。フォルダーの権限を確かめてください。",
        f"{path} cannot be written ({error.strerror}). Check the folder's permissions.",
    )


def run(main):
    """Run main() and end the process: quietly on Ctrl-C, with one sentence on Trouble."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(f"{trouble}")
    except KeyboardInterrupt:
        sys.exit(130)
