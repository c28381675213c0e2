"""Records that are complete, in registries that keep their order. Plain Python."""

from collections import OrderedDict  # MicroPython's dict keeps no order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    Record = TypeVar("Record")


def check_complete(whose: str, **parts: object) -> None:
    """Raise ValueError with one sentence that names all texts that a record lacks.

    whose: the record, as the sentence names it.
    parts: its texts by name: a string, or {"ja": …, "en": …} with both languages.
    """
    missing = [name for name, part in parts.items() if not part]
    for name, part in parts.items():
        if isinstance(part, dict):
            missing += [f"{name} in {key!r}" for key in ("ja", "en") if not part.get(key)]
    if missing:
        raise ValueError(whose + " lacks " + ", ".join(sorted(missing)) + ".")


def ordered(records: "Iterable[tuple[str, Record]]") -> "dict[str, Record]":
    """{key: record} in the order given; a key that comes twice raises ValueError."""
    registry: OrderedDict[str, Record] = OrderedDict()
    for key, record in records:
        if key in registry:
            raise ValueError(f"{key!r} is registered twice.")
        registry[key] = record
    return registry
