"""What the browser stores: between visits item by item, within a tab until it is closed.

Every item has a record of its own, so that two tabs do not overwrite each other's work. Where
storage is switched off, nothing is stored and nothing is found.
"""

import json

from js import localStorage, sessionStorage

PREFIX = "optimization-of-parameters"


def load() -> dict:
    """{entry: value, or {item: value} where kept item by item} as it was stored, unchecked."""
    try:
        _split_old_record()
        names = [localStorage.key(i) for i in range(localStorage.length)]
        texts = {name: localStorage.getItem(name) for name in names}
    except Exception:  # whatever a browser raises where storage is switched off
        return {}
    found: dict = {}
    for name, text in texts.items():
        entry, item = parse_name(name)
        if item:
            found.setdefault(entry, {})[item] = _parsed(text)
        elif entry:
            found[entry] = _parsed(text)
    return found


def save(entry: str, item: str | None, value: object) -> None:
    """Store the value of an entry, or of one of its items; None takes it away."""
    name = ".".join([PREFIX, entry] + ([item] if item else []))
    try:
        if value is None:
            localStorage.removeItem(name)
        else:
            localStorage.setItem(name, json.dumps(value))
    except Exception:
        return


def parse_name(name: str | None) -> tuple:
    """(entry, item or None) of a record's name; (None, None) if it is not one of this page's."""
    prefix, entry, item = ((name or "").split(".", 2) + [None, None])[:3]
    return (entry, item) if prefix == PREFIX else (None, None)


def load_session() -> dict:
    """What this tab stored last, or {}."""
    try:
        return _parsed(sessionStorage.getItem(PREFIX)) or {}
    except Exception:
        return {}


def save_session(record: dict) -> None:
    """Store a record for this tab."""
    try:
        sessionStorage.setItem(PREFIX, json.dumps(record))
    except Exception:
        return


def _parsed(text: str | None) -> object:
    try:
        return json.loads(text or "null")
    except ValueError:
        return None


def _split_old_record() -> None:
    """Earlier versions kept everything in one record."""
    old = _parsed(localStorage.getItem(PREFIX))
    if not isinstance(old, dict):
        return
    for entry in ("language", "section"):
        save(entry, None, old.get(entry))
    for entry in ("guesses", "codes"):
        for item, value in old.get(entry, {}).items():
            save(entry, item, value)
    for item in old.get("solved", []):
        save("solved", item, True)
    localStorage.removeItem(PREFIX)
