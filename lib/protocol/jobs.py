"""Long work in parts: its progress is told, others are answered between two parts, it can be ended.

    def parts():                      # a generator
        for i in range(100):
            work(i)
            yield (i + 1) / 100       # how much is done, from 0 to 1
        return result

    jobs = Jobs(tell)
    result = await jobs.run(7, parts())
"""

import asyncio


class Jobs:
    """The jobs of a worker, by the numbers of the questions that they answer.

    tell: (number, done) → None, called after each part but the last.
    """

    def __init__(self, tell: object) -> None:
        self._tell = tell
        self._running: set = set()

    async def run(self, number: int, parts: object) -> object:
        """Work through all parts; returns what the generator returns, None if it was ended.

        number: of the question.
        parts: a generator that yields how much is done. What it raises is raised here.
        """
        self._running.add(number)
        try:
            while number in self._running:
                self._tell(number, next(parts))
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
