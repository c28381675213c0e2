"""The worker that runs the library: starting it, asking it, replacing it."""

import asyncio
import json

from js import Promise, setTimeout
from pyscript import document, workers

START = "./lib/worker/start.py"
CONFIG = "./pyscript.toml"


class Overtime(Exception):
    """The worker did not answer in time, and has been stopped."""


class Engine:
    """Pyodide in a worker. Questions are JSON texts; an answer is a list, its first item JSON.

    on_stage(name) is called when loading reaches a new stage ("interpreter", "files", "numpy", …).
    """

    def __init__(self, on_stage):
        self.on_stage = on_stage
        self.script = document.querySelector("script[worker]")
        self.worker = None
        self.generation = 0

    async def start(self):
        """Wait until the worker answers. Raises whatever kept it from starting."""
        self._failure = None
        while not self.script.xworker:
            await asyncio.sleep(0.01)
        self.on_stage("interpreter")
        self.script.xworker.addEventListener("message", self._heard)
        worker = await workers[self.script.getAttribute("name")]
        # PyScript calls a worker ready even when its script raised; the script says so itself.
        if self._failure:
            raise RuntimeError(self._failure)
        self.worker = worker

    async def ask(self, service, request, limit=None):
        """The worker's answer to a request: (what it says, the raw items that follow).

        With a limit in seconds, a worker that has not answered by then is stopped: Overtime.
        """
        answer = getattr(self.worker, service)(json.dumps(request))
        if limit is not None:
            answer = Promise.race([answer, _after(limit)])
        answer = await answer
        if not answer:
            self.stop()
            raise Overtime()
        return json.loads(answer[0]), [answer[i] for i in range(1, answer.length)]

    def stop(self):
        """Stop the worker at once, whatever it is doing."""
        self.worker = None
        self.script.xworker.terminate()

    async def replace(self):
        """Start a fresh worker in place of one that was stopped."""
        self.script.remove()
        self.generation += 1
        self.script = document.createElement("script")
        self.script.type = "py"
        self.script.src = START
        self.script.setAttribute("worker", "")
        self.script.setAttribute("name", "walker-{}".format(self.generation))
        self.script.setAttribute("config", CONFIG)
        document.body.append(self.script)
        await self.start()

    def _heard(self, event):
        stage = getattr(event.data, "boot", None)
        if stage == "failed":
            self._failure = event.data.detail
        elif stage:
            self.on_stage(stage)


def _after(seconds):
    """A promise that is kept, with nothing, after some seconds."""
    return Promise.new(lambda keep, refuse: setTimeout(keep, seconds * 1000))
