"""What a wheel says of itself: its name, its version, its licence."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from email import message_from_string
from email.message import Message
from pathlib import Path, PurePosixPath

# In capitals, wherever the wheel has it: those of fonts lie beside these.
LICENCE_FILE = re.compile(r"LICEN[CS]E|COPYING|NOTICE")
ABOUT = ".dist-info/"
CLASSIFIER = "License :: "
# The addresses that are worth a link, the best one first.
HOMES = ("source", "source code", "repository", "homepage")


@dataclass(frozen=True)
class Wheel:
    """licence: what its licence is called, or "".

    texts: {path in the wheel: what it says} of its licence files, none of them twice.
    home: an address where there is more of it, or "".
    is_compiled: whether there is code in it that does not say where it comes from.
    """

    name: str
    version: str
    licence: str
    texts: dict[str, str]
    home: str
    is_compiled: bool


def read_wheel(path: Path) -> Wheel:
    with zipfile.ZipFile(path) as wheel:
        # Its own licence first, then those of what it carries.
        names = sorted(wheel.namelist(), key=lambda name: (ABOUT not in name, name))
        (about,) = (name for name in names if name.endswith(f"{ABOUT}METADATA"))
        metadata = message_from_string(wheel.read(about).decode("utf-8"))
        texts: dict[str, str] = {}
        for name in names:
            if LICENCE_FILE.search(PurePosixPath(name).name):
                text = wheel.read(name).decode("utf-8", errors="replace")
                texts |= {name: text} if text not in texts.values() else {}
    return Wheel(
        name=metadata["Name"],
        version=metadata["Version"],
        licence=_licence(metadata),
        texts=texts,
        home=_home(metadata),
        is_compiled=any(name.endswith(".so") for name in names),
    )


def _licence(metadata: Message) -> str:
    """As an SPDX expression, or as older metadata have it."""
    classifiers = [
        value.rpartition(" :: ")[2]
        for value in metadata.get_all("Classifier", [])
        if value.startswith(CLASSIFIER)
    ]
    said = (metadata["License"] or "").strip().partition("\n")[0]
    return metadata["License-Expression"] or ", ".join(classifiers) or said


def _home(metadata: Message) -> str:
    addresses = {
        label.lower(): address
        for label, _, address in (
            value.partition(", ") for value in metadata.get_all("Project-URL", [])
        )
    }
    found = (addresses[label] for label in HOMES if label in addresses)
    return next(found, metadata["Home-page"] or "")
