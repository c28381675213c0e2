"""Names and attributes that do not exist: what was probably meant."""

import builtins
import re
import sys
from difflib import get_close_matches

import visualizer
from sandbox.errors.place import student_traceback

IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "plt": "import matplotlib.pyplot as plt",
    "defaultdict": "from collections import defaultdict",
    "dataclass": "from dataclasses import dataclass",
}
IMPORTS |= {name: f"import {name}" for name in sys.stdlib_module_names}
IMPORTS |= {name: f"from visualizer import {name}" for name in visualizer.__all__}


def explain_name(error):
    """(kind, values) of a NameError."""
    name = error.name or _quoted(error)
    frame = student_traceback(error).tb_frame
    if name in dir(frame.f_locals.get("self")):
        return "name.self", {"name": name}
    if name in IMPORTS:
        return "name.import", {"name": name, "line": IMPORTS[name]}
    similar = _similar(name, [*frame.f_locals, *frame.f_globals, *dir(builtins)])
    if similar:
        return "name.similar", {"name": name, "similar": similar}
    return "name.unknown", {"name": name}


def explain_unbound(error):
    """(kind, values) of an UnboundLocalError."""
    return "name.unbound", {"name": _quoted(error)}


def explain_attribute(error):
    """(kind, values) of an AttributeError."""
    name, owner = error.name, error.obj
    if name is None:
        return "other", {"name": type(error).__name__}
    if owner is None:
        return "attribute.none", {"name": name}
    if isinstance(owner, dict) and name in owner:
        return "attribute.key", {"name": name}
    owners_name = getattr(owner, "__name__", type(owner).__name__)
    similar = _similar(name, dir(owner))
    if similar:
        return "attribute.similar", {"owner": owners_name, "name": name, "similar": similar}
    frame = student_traceback(error).tb_frame
    if owner is frame.f_locals.get("self"):
        return "attribute.self", {"name": name}
    return "attribute.unknown", {"owner": owners_name, "name": name}


def _quoted(error):
    """The first name in quotation marks in Python's message."""
    found = re.search(r"'(\w+)'", str(error))
    return found[1] if found else str(error)


def _similar(name, names):
    public = {candidate for candidate in names if candidate.startswith("_") <= name.startswith("_")}
    close = get_close_matches(name, public, n=1, cutoff=0.7)
    return close[0] if close else None
