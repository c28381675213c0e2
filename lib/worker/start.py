"""The worker's main script: import the library, saying how far it has come, and offer services."""

import os

from worker.progress import reach

# A student's pyplot draws into memory; there is no screen here.
os.environ["MPLBACKEND"] = "agg"

try:
    reach("numpy")
    import numpy  # noqa: F401

    reach("matplotlib")
    from worker import service
except Exception as error:
    reach("failed", f"{type(error).__name__}: {error}")
    raise

show, judge, run = service.show, service.judge, service.run

# PyScript offers these names to the page.
__export__ = ["show", "judge", "run"]
