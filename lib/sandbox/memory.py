"""How much memory this process has taken at its peak, as far as the platform tells."""

import sys

try:
    import pyodide_js  # type: ignore[import-not-found]
except ImportError:
    pyodide_js = None

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

# getrusage counts in kilobytes, on macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def peak() -> int:
    """Bytes, or 0 where it cannot be known (Windows)."""
    if pyodide_js:
        return int(pyodide_js._module.HEAP8.length)
    if resource:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
    return 0
