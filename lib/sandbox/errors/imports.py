"""What can be imported, and what was probably meant to be."""

import sys
from collections.abc import Mapping

STANDARD = {
    "defaultdict": "from collections import defaultdict",
    "dataclass": "from dataclasses import dataclass",
}
STANDARD |= {name: f"import {name}" for name in sys.stdlib_module_names}


def line_that_imports(name: str, imports: Mapping[str, str]) -> str | None:
    """imports: {name: line that imports it} of what there is besides the standard library."""
    return imports.get(name) or STANDARD.get(name)


def explain_import(error: ImportError, imports: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """(kind, values) of an ImportError."""
    name = error.name or str(error)
    packages = _packages(imports)
    if not packages:
        return "import.standard", {"name": name}
    return "import", {"name": name, "packages": ", ".join(packages)}


def _packages(imports: Mapping[str, str]) -> list[str]:
    """The packages that the lines import from, each once: "import a.b as c" → "a"."""
    return list(dict.fromkeys(line.split()[1].split(".")[0] for line in imports.values()))
