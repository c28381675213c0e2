"""Long work in parts: its progress is reported, others have their turn, it can be ended.

def parts():                      # a generator
    for i in range(100):
        work(i)
        yield (i + 1) / 100       # how much is done, from 0 to 1
    return result

jobs = Jobs(report)
result = await jobs.run(7, parts())
"""

import asyncio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any


class Jobs:
    """The jobs of a worker, by the numbers of the questions that they answer.

    report: (number, done) → None, called after each part but the last.
    """

    def __init__(self, report: "Callable[[int, float], None]") -> None:
        self._report = report
        self._running: set = set()

    async def run(self, number: int, parts: "Generator[float, None, Any]") -> "Any":
        """Work through all parts; returns what the generator returns, None if it was ended.

        number: of the question.
        parts: a generator that yields how much is done. What it raises is raised here.
        """
        self._running.add(number)
        try:
            while number in self._running:
                self._report(number, next(parts))
                # Now other questions have their turn, and the one that ends this job.
                await asyncio.sleep(0)
            parts.close()
        except StopIteration as finished:
            return finished.value
        finally:
            self._running.discard(number)
        return None

    def end(self, number: int) -> bool:
        """Have a job end after the part that it is at; returns whether there is such a job."""
        running = number in self._running
        self._running.discard(number)
        return running
