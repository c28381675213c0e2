"""The worker's main script: import the library, saying how far it has come, and offer services."""

import os

from protocol.names import FAILED, SERVICES
from worker import post, rest

# A student's pyplot draws into memory; there is no screen here.
os.environ["MPLBACKEND"] = "agg"

try:
    post.phase("numpy")
    import numpy  # noqa: F401

    post.phase("matplotlib")
    from worker.service import Service
except Exception as error:
    post.phase(FAILED, f"{type(error).__name__}: {error}")
    raise

_service = Service(post.figures, post.ground, post.progress)
draw, judge, run, end = _service.draw, _service.judge, _service.run, _service.end
complete = rest.complete

# PyScript offers these names to the page.
__export__ = list(SERVICES)
