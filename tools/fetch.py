"""Fetch the runtime once: every file checked against the SHA-256 that the project recorded."""

from runtime import BUILD, PIECES, locked
from sources import SourceFailed, from_cdn, from_registries
from store import is_right, save
from trouble import Trouble, run

SOURCES = {"CDN": from_cdn, "pip / npm": from_registries}


def fetch(folder=BUILD / "runtime", lock=None, sources=SOURCES, say=print):
    """Make sure that folder holds the whole runtime, and return it.

    Files that are there and right are kept; the others come from the first source that has them.
    """
    lock = lock or locked()
    reasons = []
    for name, source in sources.items():
        missing = _missing(folder, lock)
        if not missing:
            break
        say(f"{name}: {len(missing)} …")
        try:
            _take(source(missing), folder, lock)
        except SourceFailed as error:
            reasons.append(str(error))
    if _missing(folder, lock):
        raise Trouble(
            "ランタイムを取得できませんでした。ネットワークにつないで、もう一度実行してください。"
            f"（{'；'.join(reasons)}）",
            "The runtime could not be fetched. Connect to a network and run this again. "
            f"({'; '.join(reasons)})",
        )
    return folder


def _missing(folder, lock):
    return [
        (piece, name)
        for piece in PIECES
        for name, digest in lock[piece.name].items()
        if not is_right(folder / piece.folder / name, digest)
    ]


def _take(files, folder, lock):
    digests = {
        f"{piece.folder}/{name}": digest
        for piece in PIECES
        for name, digest in lock[piece.name].items()
    }
    for path, chunks in files:
        save(folder / path, chunks, digests[path])


if __name__ == "__main__":
    run(lambda: print(fetch()))
