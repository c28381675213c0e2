"""Trouble that a user of the tools can do something about: one sentence, no traceback."""

from __future__ import annotations

import errno
import io
import locale
import os
import sys
from collections.abc import Callable

OLDEST_PYTHON = (3, 11)


class Trouble(Exception):
    """Says in Japanese or English what went wrong and what to do."""

    def __init__(self, japanese: str, english: str) -> None:
        super().__init__(in_users_language(japanese, english))


def in_users_language(japanese: str, english: str) -> str:
    """The sentence for this console: Japanese where the locale is, English elsewhere."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return japanese if chosen.lower().startswith("ja") else english


def of_disk(error: OSError, path: object) -> Trouble:
    """The Trouble behind an OSError met while reading or writing path."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(
            f"ディスクがいっぱいです。空きを作ってから、もう一度実行してください（{path}）。",
            f"The disk is full. Make room and run this again ({path}).",
        )
    return Trouble(
        f"{path} を読み書きできません（{error.strerror}）。フォルダーの権限を確かめてください。",
        f"{path} cannot be read or written ({error.strerror}). Check the folder's permissions.",
    )


def run(main: Callable[[], int | None]) -> None:
    """Run main() and end the process: quietly on Ctrl-C, with one sentence on Trouble."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        _need_python(sys.version_info)
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(f"{trouble}")
    except OSError as error:
        sys.exit(f"{of_disk(error, error.filename)}")
    except KeyboardInterrupt:
        sys.exit(130)


def _need_python(version: tuple[object, ...]) -> None:
    if tuple(version) < OLDEST_PYTHON:
        wanted, found = (".".join(map(str, one[:2])) for one in (OLDEST_PYTHON, version))
        raise Trouble(
            f"Python {wanted} 以降が必要です（今は {found}）。新しい Python で実行してください。",
            f"Python {wanted} or later is needed (this is {found}). Run this with a newer Python.",
        )
