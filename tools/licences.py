"""Whose all that the site redistributes is, and on which terms, collected from what is there.

A wheel brings its own licence. What has been linked or bundled into a wheel or another piece of the
runtime says nothing of itself any more: licences.toml does, and licences/ has the texts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from runtime import PIECES
from trouble import Trouble
from wheel_file import Wheel, read_wheel

HERE = Path(__file__).parent
TABLE, TEXTS = HERE / "licences.toml", HERE / "licences"
# Words of an SPDX expression that name no licence.
BETWEEN = ("AND", "OR", "WITH")
# With its year, which may stand in the next line.
COPYRIGHT = re.compile(r'Copyright\b[^\n"]*\n?[^\n"]*[0-9]{4}[^\n"]*')


@dataclass(frozen=True)
class Part:
    """Software or a font.

    name, version: the version is "" where nobody has given it one.
    licence: what its licence is called.
    texts: {word of that, or all of it: {title: text}}.
    holder: whose it is, in the words of its licence.
    home: an address where there is more of it, its source above all.
    is_inside: whether it is built into one of the parts before it.
    """

    name: str
    version: str
    licence: str
    texts: Mapping[str, Mapping[str, str]]
    holder: str
    home: str
    is_inside: bool


def redistributed(runtime: Path) -> list[Part]:
    """All that the fetched runtime in this folder consists of.

    Raises Trouble where the licence of something is not known.
    """
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    found: list[Part] = []
    for piece in PIECES:
        folder = runtime / piece.folder
        if folder.is_dir():
            found += _recorded(table, piece.name, piece.version)
            for path in sorted(folder.glob("*.whl")):
                found += _of_wheel(read_wheel(path), table)
    return found


def _of_wheel(wheel: Wheel, table: Mapping[str, Any]) -> Iterator[Part]:
    if not (wheel.licence and wheel.texts):
        raise Trouble(
            f"{wheel.name} {wheel.version} のライセンスがわかりません。配布できません。",
            f"{wheel.name} {wheel.version} does not say its licence: it cannot be redistributed.",
        )
    holder = COPYRIGHT.search(next(iter(wheel.texts.values())))
    yield Part(
        name=wheel.name,
        version=wheel.version,
        licence=wheel.licence,
        texts={wheel.licence: wheel.texts},
        holder=" ".join(holder[0].split()) if holder else "",
        home=wheel.home,
        is_inside=False,
    )
    if wheel.is_compiled or wheel.name in table:
        yield from _recorded(table, wheel.name, wheel.version, wheel)


def _recorded(
    table: Mapping[str, Any], name: str, version: str, wheel: Wheel | None = None
) -> Iterator[Part]:
    """What the table has for a piece, which comes first itself, or what it has for a wheel."""
    known = table.get(name, {"version": None})
    if known["version"] != version:
        raise Trouble(
            f"{name} {version} に含まれるもののライセンスが {TABLE.name} にありません。"
            "調べて書き加えてください。",
            f"{TABLE.name} does not have the licences of what is in {name} {version}: find them "
            "out and add them.",
        )
    own = {PurePosixPath(path).name: text for path, text in wheel.texts.items()} if wheel else {}
    for index, (title, of_version, licence, holder, home) in enumerate(known["parts"]):
        texts = dict(_texts(licence, own))
        yield Part(title, of_version, licence, texts, holder, home, bool(wheel) or index > 0)


def _texts(licence: str, own: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The text of each licence that an SPDX expression names; it may name a file of the wheel."""
    for word in licence.split():
        if word not in BETWEEN:
            yield word, {word: own[word] if word in own else _standard_text(word)}


def _standard_text(identifier: str) -> str:
    path = TEXTS / f"{identifier}.txt"
    if not path.is_file():
        raise Trouble(
            f"ライセンス {identifier} の本文を tools/{TEXTS.name}/{path.name} に置いてください。",
            f"Put the text of the licence {identifier} into tools/{TEXTS.name}/{path.name}.",
        )
    return path.read_text(encoding="utf-8")
