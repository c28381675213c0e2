"""Asking a worker that answers late, fails, dies, or never answers."""

import asyncio

import pyscript
import pytest
from pyscript import document, window
from pyscript.js_modules import succession

from page.engine import Engine, Overtime, Stopped
from protocol.questions import Question


class Then:
    """A JavaScript promise as MicroPython sees it: something with then()."""

    def then(self, kept, refused):
        self.keep, self.refuse = kept, refused


class Kept:
    """A promise that has been kept."""

    def then(self, kept, refused):
        kept("true")


class Worker:
    def __init__(self):
        self.asked, self.completed = [], []

    def complete(self, text):
        self.completed.append(text)
        return Kept()

    def draw(self, text):
        self.asked.append((text, Then()))
        return self.asked[-1][1]

    end = draw


class Script:
    """The <script worker> of the page, started."""

    def __init__(self, name="walker"):
        self.xworker, self.name, self.ended = self, name, 0

    def terminate(self):
        self.ended += 1

    def remove(self): ...

    def getAttribute(self, name):
        return self.name


@pytest.fixture
def engine():
    document.by_id["script[worker]"] = Script()
    engine = Engine(lambda stage: None, lambda: None, lambda error: None)
    engine.worker = Worker()
    return engine


async def asked(engine, limit=None, urgent=False):
    count = len(engine.worker.asked)
    task = asyncio.ensure_future(engine.ask("draw", {"number": 1}, limit, urgent))
    while len(engine.worker.asked) == count:
        await asyncio.sleep(0)
    return task, engine.worker.asked[-1][1]


def test_an_answer_is_what_the_json_says(engine):
    async def story():
        task, answer = await asked(engine, 2)
        answer.keep('{"problem": null}')
        assert await task == {"problem": None}
        assert window.timers == {}, "nothing waits for its time any more"

    asyncio.run(story())


def test_a_worker_that_takes_too_long_is_stopped(engine):
    async def story():
        script = engine._script.element
        task, answer = await asked(engine, 2)
        other, _ = await asked(engine)
        window.run_timers()
        with pytest.raises(Overtime):
            await task
        with pytest.raises(Stopped):
            await other
        assert script.ended == 1
        assert not engine.ready
        answer.keep("{}")

    asyncio.run(story())


def test_foreign_code_runs_where_all_of_python_is_and_nothing_else_waits_for_it(engine):
    async def story():
        await asked(engine)
        assert engine.worker.completed == []
        for _ in range(2):
            await asked(engine, 2)
        assert engine.worker.completed == ["{}"]

    asyncio.run(story())


def test_the_time_of_foreign_code_does_not_count_what_is_still_on_its_way(engine):
    async def story():
        rest = Then()
        engine.worker.complete = lambda text: rest
        running = asyncio.ensure_future(engine.ask("draw", {}, 2))
        await asyncio.sleep(0)
        assert window.timers == {} and engine.worker.asked == []
        rest.keep("true")
        while not engine.worker.asked:
            await asyncio.sleep(0)
        assert len(window.timers) == 1
        engine.stop()
        with pytest.raises(Stopped):
            await running

    asyncio.run(story())


def test_the_next_worker_has_to_be_completed_anew(engine):
    async def story():
        await engine.complete()
        engine._new_script = Script
        engine.stop()
        engine.worker = Worker()
        await engine.complete()
        assert engine.worker.completed == ["{}"]

    asyncio.run(story())


def test_two_questions_out_of_time_at_once_stop_one_worker(engine):
    async def story():
        tasks = [(await asked(engine, 2, urgent))[0] for urgent in (False, True)]
        script, fresh = engine._script.element, Script()
        engine._new_script = lambda: fresh
        window.run_timers()
        for task in tasks:
            with pytest.raises(Overtime):
                await task
        assert (script.ended, fresh.ended) == (1, 0)

    asyncio.run(story())


def test_the_time_of_a_question_counts_from_when_those_before_are_answered(engine):
    async def story():
        first, answer = await asked(engine)
        second, other = await asked(engine, 2)
        assert window.timers == {}
        answer.keep("{}")
        await first
        assert len(window.timers) == 1
        other.keep("{}")
        await second
        assert window.timers == {}

    asyncio.run(story())


def test_a_service_that_raises_is_an_error_of_this_question_alone(engine):
    async def story():
        task, answer = await asked(engine, 2)
        answer.refuse(RuntimeError("Traceback:\n  File 1\nValueError: went wrong\n"))
        with pytest.raises(RuntimeError, match="^ValueError: went wrong$"):
            await task
        assert engine.ready
        task, answer = await asked(engine, 2)
        answer.keep("{}")
        assert await task == {}

    asyncio.run(story())


def test_a_job_that_does_not_end_in_time_is_ended_with_its_worker(engine):
    async def story():
        script = engine._script.element
        task, _ = await asked(engine)
        ending = asyncio.ensure_future(engine.end(Question(1, "free", "free")))
        await asyncio.sleep(0)
        assert engine.worker.asked[-1][0] == '{"number": 1}'
        window.run_timers()
        await ending
        with pytest.raises(Stopped):
            await task
        assert script.ended == 1

    asyncio.run(story())


@pytest.fixture
def spares(engine, monkeypatch):
    """Workers that the engine starts where that is quick, in this order."""
    monkeypatch.setattr(succession, "quick", True)
    made = []

    def new_script():
        made.append(Script(f"walker-{len(made)}"))
        pyscript.workers[made[-1].name] = ready(made[-1])
        return made[-1]

    engine._new_script = new_script
    yield made
    pyscript.workers.clear()


def ready(worker):
    task = asyncio.get_running_loop().create_future()
    task.set_result(worker)
    return task


def test_the_next_worker_is_on_its_way_before_this_one_is_stopped(engine, spares):
    async def story():
        task, _ = await asked(engine, 2)
        assert spares == []
        window.run_timers()
        with pytest.raises(Overtime):
            await task
        await asyncio.sleep(0.05)
        assert len(spares) == 1 and engine.worker is spares[0] and spares[0].ended == 0

    asyncio.run(story())


def test_a_spare_is_ended_when_the_answer_comes_after_all(engine, spares):
    async def story():
        task, answer = await asked(engine, 2)
        (half,) = window.timers.values()
        half()
        assert [spare.ended for spare in spares] == [0]
        answer.keep("{}")
        await task
        await asyncio.sleep(0.05)
        assert [spare.ended for spare in spares] == [1]
        assert engine.ready and engine._script.element.ended == 0

    asyncio.run(story())


def test_where_the_next_worker_takes_long_none_is_started_on_suspicion(engine, spares, monkeypatch):
    monkeypatch.setattr(succession, "quick", False)

    async def story():
        task, answer = await asked(engine, 2)
        (half,) = window.timers.values()
        half()
        answer.keep("{}")
        await task
        assert spares == []

    asyncio.run(story())


def test_progress_is_heard_until_the_question_is_forgotten(engine):
    heard, question = [], Question(3, "free", "free")
    engine.hear_progress(question, heard.append)
    engine._progressed(3, 0.5)
    engine._progressed(4, 0.7)
    engine.forget(question)
    engine._progressed(3, 0.9)
    assert heard == [0.5]


def test_nothing_is_asked_of_a_worker_that_is_not_there(engine):
    engine.worker = None
    with pytest.raises(Stopped):
        asyncio.run(engine.ask("draw", {}))


def test_no_question_is_held_after_its_answer(engine):
    async def story():
        for _ in range(5):
            task, answer = await asked(engine, 2)
            answer.keep("{}")
            await task
        assert engine._open == []

    asyncio.run(story())
    assert pyscript.workers == {}


def test_what_could_not_be_brought_is_asked_for_again(engine):
    class Refused:
        def then(self, kept, refused):
            kept("false")

    async def story():
        await engine.start()
        complete, engine.worker.complete = engine.worker.complete, lambda text: Refused()
        await engine.complete()
        engine.worker.complete = complete
        await engine.complete()
        await engine.complete()
        assert engine.worker.completed == ["{}"]

    asyncio.run(story())
