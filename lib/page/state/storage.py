"""What the browser stores: between visits item by item, within a tab until it is closed.

Every item has a record of its own, so that two tabs do not overwrite each other's work. Where
storage is switched off or full, nothing is stored and nothing is found.
"""

import json

from pyscript.js_modules import browser

LOCAL, SESSION = "localStorage", "sessionStorage"
PREFIX = "optimization-of-parameters"


def load() -> dict:
    """{entry: value, or {item: value} where kept item by item} as it was stored, unchecked."""
    _split_old_record()
    found: dict = {}
    for name in json.loads(browser.names(LOCAL)):
        entry, item = parse_name(name)
        value = _read(LOCAL, name)
        if not item and entry:
            found[entry] = value
        elif item and isinstance(found.setdefault(entry, {}), dict):
            found[entry][item] = value
    return found


def load_item(entry: str, item: str) -> object:
    """One item of an entry, unchecked; None if it is not there."""
    return _read(LOCAL, _name(entry, item))


def save(entry: str, item: str | None, value: object) -> bool:
    """Store the value of an entry, or of one of its items; None takes it away.

    Returns whether the browser did.
    """
    if value is not None:
        return browser.store(LOCAL, _name(entry, item), json.dumps(value))
    browser.remove(LOCAL, _name(entry, item))
    return True


def parse_name(name: str | None) -> tuple:
    """(entry, item or None) of a record's name; (None, None) if it is not one of this page's."""
    prefix, entry, item = ((name or "").split(".", 2) + [None, None])[:3]
    return (entry, item) if prefix == PREFIX else (None, None)


def load_session() -> dict:
    """What this tab stored last, or {}."""
    record = _read(SESSION, PREFIX)
    return record if isinstance(record, dict) else {}


def save_session(record: dict) -> None:
    """Store a record for this tab."""
    browser.store(SESSION, PREFIX, json.dumps(record))


def _name(entry: str, item: str | None) -> str:
    return ".".join([PREFIX, entry] + ([item] if item else []))


def _read(area: str, name: str) -> object:
    try:
        return json.loads(browser.stored(area, name) or "null")
    except ValueError:
        return None


def _split_old_record() -> None:
    """Earlier versions kept everything in one record."""
    old = _read(LOCAL, PREFIX)
    if not isinstance(old, dict):
        return
    for entry in ("language", "section"):
        save(entry, None, old.get(entry))
    for entry in ("guesses", "codes"):
        for item, value in dict(old.get(entry) or {}).items():
            save(entry, item, value)
    for item in list(old.get("solved") or []):
        save("solved", item, True)
    browser.remove(LOCAL, PREFIX)
