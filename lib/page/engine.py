"""The worker that runs the library: starting it, asking it, replacing it."""

import asyncio
import json

from js import Promise
from pyscript import document, window, workers
from pyscript.js_modules import mailbox, succession

from protocol.names import COMPLETE, END, FAILED
from protocol.questions import Question
from protocol.requests import end_request

START = "./lib/worker/start.py"
CONFIG = "./pyscript.toml"
# Seconds that a worker has for ending a job, before it is ended itself: a little more than its own
# guard lets a program run, since a new worker takes longer.
PATIENCE = 1.6


class Stopped(Exception):
    """The worker was stopped before it answered."""


class Overtime(Stopped):
    """This very question took too long, and the worker has been stopped for it."""


class Engine:
    """Pyodide in a worker. Questions and answers are JSON texts; figures come through the mailbox.

    on_phase(name): its start has reached a new phase (see protocol.names.PHASES).
    on_ready(): it answers now.
    on_failure(reason): it could not be started.
    A worker that was stopped is replaced by itself; where that is quick (see succession.mjs), the
    next one is on its way as soon as the question in hand has taken half of its time.
    """

    def __init__(self, on_phase: object, on_ready: object, on_failure: object) -> None:
        self.on_phase, self.on_ready, self.on_failure = on_phase, on_ready, on_failure
        self.worker = None
        self._generation = 0
        self._script = self._listener(document.querySelector("script[worker]"))
        self._spare: _Script | None = None
        self._complete = False
        self._open: list = []
        self._progress: dict = {}

    @property
    def ready(self) -> bool:
        return self.worker is not None

    async def start(self) -> None:
        """Wait until the worker answers."""
        try:
            self.worker = await self._started()
        except Exception as error:
            self.on_failure(last_line(_text_of(error)))
            return
        self.on_ready()

    async def ask(
        self, service: str, request: dict, limit: float | None = None, urgent: bool = False
    ) -> dict:
        """The worker's answer to a request.

        service: one of protocol.names.SERVICES.
        request: plain data (see protocol.requests).
        limit: seconds after which a worker that has not answered is stopped, or None where no
            foreign code runs. They count from when the questions before it have been answered, and
            all of Python is there.
        urgent: they count from now.

        Raises Overtime if it took too long, Stopped if the worker was stopped for another question
        or is not there yet, and RuntimeError if the service itself failed.
        """
        if limit is not None and not urgent:
            await self.complete()
        worker = self.worker
        if not worker:
            raise Stopped()
        waiting = _Waiting(limit, self._expect_to_stop)
        self._open.append(waiting)
        (waiting if urgent else self._open[0]).begin()
        try:
            getattr(worker, service)(json.dumps(request)).then(waiting.answer, waiting.fail)
            text = await waiting.promise
        finally:
            self._open.remove(waiting)
            waiting.close()
            if self._open:
                self._open[0].begin()
        if waiting.reason == "time":
            if self.worker is worker:
                self.stop()
            raise Overtime()
        self._dismiss_spare()
        if waiting.reason == "stop":
            raise Stopped()
        if waiting.reason == "failure":
            raise RuntimeError(last_line(text))
        return json.loads(text)

    async def complete(self) -> None:
        """Have the worker bring what its first figure did without, for foreign code to import."""
        if not self._complete:
            self._complete = await self.ask(COMPLETE, {})

    def hear_progress(self, question: Question, heard: object) -> None:
        """Have heard(done) called while a question's job goes on; done: from 0 to 1."""
        self._progress[question.number] = heard

    def forget(self, question: Question) -> None:
        """Keep nothing that came for a question, now that its answer has been dealt with."""
        self._progress.pop(question.number, None)
        mailbox.forget(question.number)

    async def end(self, question: Question) -> None:
        """End a question's job, or its worker, if that does not come to the end of a part soon."""
        try:
            await self.ask(END, end_request(question), PATIENCE, urgent=True)
        except Stopped:
            return

    def stop(self) -> None:
        """Stop the worker at once, whatever it is doing, and start a fresh one."""
        self.worker, self._complete = None, False
        self._script.end()
        mailbox.forgetAll()
        self._script, self._spare = self._spare or self._listener(self._new_script()), None
        for waiting in self._open:
            waiting.end("stop")
        asyncio.create_task(self.start())

    async def _started(self) -> object:
        script = self._script
        await script.appear()
        self.on_phase("interpreter")
        return await script.worker()

    def _expect_to_stop(self) -> None:
        if not self._spare and succession.isQuick():
            self._spare = self._listener(self._new_script())
            asyncio.create_task(self._spare.appear())

    def _dismiss_spare(self) -> None:
        if self._spare:
            asyncio.create_task(_end_when_started(self._spare))
            self._spare = None

    def _listener(self, element: object) -> "_Script":
        return _Script(element, self._reached, self._progressed)

    def _new_script(self) -> object:
        self._generation += 1
        script = document.createElement("script")
        script.type = "py"
        script.src = START
        script.setAttribute("worker", "")
        script.setAttribute("name", "walker-{}".format(self._generation))
        script.setAttribute("config", CONFIG)
        document.body.append(script)
        return script

    def _progressed(self, number: int, done: float) -> None:
        if number in self._progress:
            self._progress[number](done)

    def _reached(self, script: "_Script", phase: str, detail: str) -> None:
        if script is not self._script:
            return
        if phase == FAILED:
            self.on_failure(last_line(detail))
        else:
            self.on_phase(phase)


class _Script:
    """The <script> of a worker, and what the worker says of its start.

    reached(script, phase, detail), progressed(number, done): hear it.
    """

    def __init__(self, element: object, reached: object, progressed: object) -> None:
        self.element, self._failure, self._is_heard = element, None, False
        self._reached, self._progressed = reached, progressed

    async def appear(self) -> None:
        """Wait until PyScript has made its worker, and hear it from then on."""
        while not getattr(self.element, "xworker", None):
            await asyncio.sleep(0.01)
        if not self._is_heard:
            self._is_heard = True
            mailbox.listen(self.element.xworker, self._hear, self._progressed)
            succession.hear(self.element.xworker)

    async def worker(self) -> object:
        """What answers, as soon as it does. Raises RuntimeError if its start has failed."""
        worker = await workers[self.element.getAttribute("name")]
        # PyScript calls a worker ready even when its script raised; the script says so itself.
        if self._failure:
            raise RuntimeError(self._failure)
        return worker

    def end(self) -> None:
        self.element.xworker.terminate()
        self.element.remove()

    def _hear(self, phase: str, detail: str) -> None:
        if phase == FAILED:
            self._failure = detail
        self._reached(self, phase, detail)


async def _end_when_started(script: _Script) -> None:
    """Not before: what the page has lent it would be lost."""
    await script.appear()
    try:
        await script.worker()
    finally:
        script.end()


class _Waiting:
    """One question's wait, ended by whatever comes first: its answer, its time, a stop.

    limit: its time in seconds, or None.
    half_over: called when half of that is over.

    Not Promise.race: that would keep every answer for as long as the promise that it won against.
    """

    def __init__(self, limit: float | None, half_over: object) -> None:
        self.reason: str | None = None
        self.promise = Promise.new(self._keep)
        self._limit, self._half_over, self._timer = limit, half_over, None

    def begin(self) -> None:
        """Its time counts from now, if it does not already."""
        if self._limit is not None and self._timer is None:
            self._after_half(self._at_half)

    def _at_half(self) -> None:
        self._after_half(lambda: self.end("time"))
        self._half_over()

    def _after_half(self, work: object) -> None:
        self._timer = window.setTimeout(work, self._limit * 500)

    def answer(self, text: str) -> None:
        self.end("answer", text)

    def fail(self, error: object) -> None:
        self.end("failure", str(getattr(error, "message", None) or error))

    def end(self, reason: str, text: str = "") -> None:
        if self.reason is None:
            self.reason = reason
            self._resolve(text)

    def close(self) -> None:
        if self._timer is not None:
            window.clearTimeout(self._timer)

    def _keep(self, resolve: object, reject: object) -> None:
        self._resolve = resolve


def _text_of(error: Exception) -> str:
    """What an error says; one of JavaScript keeps it in its third argument."""
    return str(error.args[2]) if len(error.args) > 2 else str(error)


def last_line(text: str) -> str:
    """The line of an error's text that names it; what comes from Python has its whole traceback."""
    return text.strip().split("\n")[-1]
