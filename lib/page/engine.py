"""The worker that runs the library: starting it, asking it, replacing it."""

import asyncio
import json

from js import Promise
from pyscript import document, window, workers

START = "./lib/worker/start.py"
CONFIG = "./pyscript.toml"


class Stopped(Exception):
    """The worker was stopped before it answered."""


class Overtime(Stopped):
    """This very question took too long, and the worker has been stopped for it."""


class Engine:
    """Pyodide in a worker. Questions are JSON texts; an answer is a list, its first item JSON.

    on_stage(name): loading has reached a new stage ("interpreter", "files", "numpy", …).
    on_ready(): the worker answers now. on_failure(error): it could not be started.
    A worker that was stopped is replaced by itself.
    """

    def __init__(self, on_stage, on_ready, on_failure):
        self.on_stage, self.on_ready, self.on_failure = on_stage, on_ready, on_failure
        self.script = document.querySelector("script[worker]")
        self.worker = None
        self.generation = 0

    async def start(self):
        """Wait until the worker answers."""
        try:
            self.worker = await self._started()
        except Exception as error:
            self.on_failure(error)
            return
        self._stopped = Promise.new(self._keep_stop)
        self.on_ready()

    async def ask(self, service, request, limit=None):
        """The worker's answer to a request: (what it says, the raw items that follow).

        With a limit in seconds, a worker that has not answered by then is stopped: Overtime.
        Every other question that was waiting for it ends with Stopped.
        """
        if not self.worker:
            raise Stopped()
        generation = self.generation
        waits = [getattr(self.worker, service)(json.dumps(request)), self._stopped]
        if limit is not None:
            waits.append(_after(limit))
        answer = await Promise.race(waits)
        if not answer:
            if generation != self.generation:
                raise Stopped()
            self.stop()
            raise Overtime()
        return json.loads(answer[0]), [answer[i] for i in range(1, answer.length)]

    def stop(self):
        """Stop the worker at once, whatever it is doing, and start a fresh one."""
        self.worker = None
        self.generation += 1
        self.script.xworker.terminate()
        self.script.remove()
        self.script = self._new_script()
        self._stop()
        asyncio.create_task(self.start())

    async def _started(self):
        self._failure = None
        while not getattr(self.script, "xworker", None):
            await asyncio.sleep(0.01)
        self.on_stage("interpreter")
        self.script.xworker.addEventListener("message", self._heard)
        worker = await workers[self.script.getAttribute("name")]
        # PyScript calls a worker ready even when its script raised; the script says so itself.
        if self._failure:
            raise RuntimeError(self._failure)
        return worker

    def _new_script(self):
        script = document.createElement("script")
        script.type = "py"
        script.src = START
        script.setAttribute("worker", "")
        script.setAttribute("name", "walker-{}".format(self.generation))
        script.setAttribute("config", CONFIG)
        document.body.append(script)
        return script

    def _keep_stop(self, keep, refuse):
        self._stop = keep

    def _heard(self, event):
        stage = getattr(event.data, "boot", None)
        if stage == "failed":
            self._failure = event.data.detail
            self.on_failure(RuntimeError(self._failure))
        elif stage:
            self.on_stage(stage)


def _after(seconds):
    """A promise that is kept, with nothing, after some seconds."""
    return Promise.new(lambda keep, refuse: window.setTimeout(keep, seconds * 1000))
