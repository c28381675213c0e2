"""Files that are either whole and right or not there at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import trouble


class Mismatch(trouble.Trouble):
    """A file that is not the one that the project recorded."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} の中身が、記録と違います（SHA-256 の不一致）。",
            f"{name} is not the file that this project recorded (its SHA-256 differs).",
        )


def sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_right(path: Path, digest: str) -> bool:
    """Whether the file is there and has that SHA-256."""
    return path.is_file() and sha256(path) == digest


def save(path: Path, chunks: Iterable[bytes], digest: str | None = None) -> None:
    """Write chunks of bytes to path; with a digest, only if they have that SHA-256.

    They go to a file beside it first, which takes the name only when it is whole and right.
    Raises Mismatch on a wrong hash, Trouble on a full disk or a folder that cannot be written.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        found = hashlib.sha256()
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                found.update(chunk)
                file.write(chunk)
        if digest and found.hexdigest() != digest:
            raise Mismatch(path.name)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        raise trouble.of_disk(error, path) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
