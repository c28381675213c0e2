"""Records that are complete, in registries that keep their order. Plain Python."""

from collections import OrderedDict  # MicroPython's dict keeps no order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeVar

    Record = TypeVar("Record")

MISSING: "Any" = None
"""The default of what a record must be given, so that check_complete can say that it is missing."""


def check_complete(whose: str, **parts: object) -> None:
    """Raise ValueError with one sentence that names all that a record lacks.

    whose: the record, as the sentence names it.
    parts: what it must have, by name. A string must not be empty, and a dict is a text in both
        languages, {"ja": …, "en": …}.
    """
    missing = []
    for name, part in parts.items():
        if isinstance(part, dict):
            missing += [f"{name} in {key!r}" for key in ("ja", "en") if not part.get(key)]
        elif part is None or (isinstance(part, str) and not part):
            missing.append(name)
    if missing:
        raise ValueError(whose + " lacks " + ", ".join(sorted(missing)) + ".")


def check_tuple(whose: str, name: str, parts: object, kind: type) -> None:
    """Raise ValueError with one sentence unless a record's parts are a tuple or list of a kind."""
    listed = isinstance(parts, (tuple, list)) and all(isinstance(part, kind) for part in parts)
    if not listed:
        what = f"a tuple of {kind.__name__}, in which one alone has a comma too: (…,)"
        raise ValueError(f"{whose} has in {name} {parts!r}, where there must be {what}.")


def all_of(kind: "type[Record]", records: "tuple[Record, ...]") -> "tuple[Record, ...]":
    """The records as they are; one that is of another kind raises ValueError."""
    for record in records:
        if not isinstance(record, kind):
            raise ValueError(f"{record!r} is registered, which is no {kind.__name__}.")
    return records


def ordered(records: "Iterable[tuple[str, Record]]") -> "dict[str, Record]":
    """{key: record} in the order given; a key that comes twice raises ValueError."""
    registry: OrderedDict[str, Record] = OrderedDict()
    for key, record in records:
        if key in registry:
            raise ValueError(f"{key!r} is registered twice.")
        registry[key] = record
    return registry
