"""Compressed files beside those of the site, for our server and others that look for them there.

A host that compresses by itself, as GitHub Pages does, leaves them alone.
"""

from __future__ import annotations

import gzip
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

from server import COMPRESSED, COMPRESSIBLE
from store import save

# Bytes that go in one packet anyway.
SMALL = 1400


def compressed(site: Path, files: Iterable[Path]) -> set[Path]:
    """Make those that are missing or of another content; returns all there are, as paths in site.

    The same bytes for the same file and the same version of zlib.
    """
    made = set()
    for relative in files:
        path = site / relative
        if path.suffix in COMPRESSIBLE and path.stat().st_size > SMALL:
            beside = relative.with_name(relative.name + COMPRESSED)
            _compress(path, site / beside)
            made.add(beside)
    return made


def _compress(path: Path, target: Path) -> None:
    data = path.read_bytes()
    is_newer = target.is_file() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns
    if not (is_newer and _is_of(target, data)):
        save(target, [gzip.compress(data, 9, mtime=0)])


def _is_of(target: Path, data: bytes) -> bool:
    """Whether target is the compressed data: a gzip file ends with the checksum of its contents."""
    end = struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return target.read_bytes().endswith(end)
