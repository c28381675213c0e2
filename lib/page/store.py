"""What the browser keeps for a reader between visits: language, place in the lesson, code."""

import json

from js import localStorage

KEY = "optimization-of-parameters"
KEPT = ("language", "section", "guesses", "codes", "solved")


def load():
    """What was kept, or an empty dict: nothing kept, not readable, or storage not allowed."""
    try:
        kept = json.loads(localStorage.getItem(KEY) or "{}")
    except Exception:  # whatever a browser raises where storage is switched off
        return {}
    return kept if isinstance(kept, dict) else {}


def save(state):
    """Keep the reader's part of a state; silently not, where storage is not allowed."""
    try:  # noqa: SIM105 (MicroPython has no contextlib)
        localStorage.setItem(KEY, json.dumps({name: state[name] for name in KEPT}))
    except Exception:
        pass
