"""Setups as earlier versions of the page wrote them into links, in the words of today."""

from page.state.setup import TYPED_FIELD

# It used to mean a student's method, and the typed field as well.
OWN = "own"


def in_todays_words(setup: object) -> object:
    """The setup with today's names; what is no setup, and any other part, stays as it is."""
    if not isinstance(setup, dict):
        return setup
    new = {"student" if name == OWN else name: value for name, value in setup.items()}
    if new.get("landscape") == OWN:
        new["landscape"] = TYPED_FIELD
    hyper = new.get("hyper")
    if isinstance(hyper, dict):
        new["hyper"] = {TYPED_FIELD if key == OWN else key: hyper[key] for key in hyper}
    return new
