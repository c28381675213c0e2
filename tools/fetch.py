"""Fetch the runtime once: every file checked against the SHA-256 that the project recorded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from runtime import BUILD, PIECES, locked
from sources import SourceFailed, from_cdn, from_registries
from store import Mismatch, is_right, save
from trouble import Trouble, in_users_language, run

if TYPE_CHECKING:
    from sources import Delivered, Source, Wanted

SOURCES: dict[str, Source] = {"CDN (28 MB)": from_cdn, "npm + pip (115 MB)": from_registries}


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def fetch(
    folder: Path = BUILD / "runtime",
    lock: dict[str, dict[str, str]] | None = None,
    sources: Mapping[str, Source] = SOURCES,
    say: Callable[[str], None] = _progress,
) -> Path:
    """Make sure that folder holds the whole runtime, and return it.

    Files that are there and right are kept; the others come from the first source that has them.
    Raises Trouble with every source's reason when some are still missing.
    """
    lock = lock or locked()
    reasons = []
    missing = _missing(folder, lock)
    for name, source in sources.items():
        if not missing:
            break
        say(in_users_language(f"{name} から取得しています…", f"Fetching from {name} …"))
        try:
            _take(source(list(missing)), folder, missing, say)
        except (SourceFailed, Mismatch) as error:
            reasons.append(f"{name}: {error}")
        missing = _missing(folder, lock)
    if missing:
        raise Trouble(
            "ランタイムを取得できませんでした。ネットワークを確かめて、もう一度実行してください。"
            f"（{' / '.join(reasons)}）",
            "The runtime could not be fetched. Check the network and run this again. "
            f"({' / '.join(reasons)})",
        )
    return folder


def _missing(folder: Path, lock: dict[str, dict[str, str]]) -> dict[Wanted, str]:
    """{(piece, file name): SHA-256} of what is not there, or not as it should be."""
    return {
        (piece, name): digest
        for piece in PIECES
        for name, digest in lock[piece.name].items()
        if not is_right(folder / piece.folder / name, digest)
    }


def _take(
    files: Iterable[Delivered],
    folder: Path,
    missing: Mapping[Wanted, str],
    say: Callable[[str], None],
) -> None:
    """Save files, as a source yields them; whatever is not missing is none of its business."""
    for count, (piece, name, chunks) in enumerate(files, 1):
        save(folder / piece.folder / name, chunks, missing[piece, name])
        say(f"  {count}/{len(missing)} {name}")


if __name__ == "__main__":
    run(lambda: print(fetch()))
