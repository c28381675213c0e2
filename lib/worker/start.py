"""The worker's main script: import the library, saying how far it has come, and offer services."""

from worker.progress import reach

try:
    reach("numpy")
    import numpy  # noqa: F401

    reach("matplotlib")
    from worker import service
except Exception as error:
    reach("failed", f"{type(error).__name__}: {error}")
    raise

show = service.show

# PyScript offers these names to the page.
__export__ = ["show"]
