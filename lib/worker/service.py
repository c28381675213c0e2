"""What the page may ask of the worker. Requests and answers are JSON texts (see protocol)."""

import json
from collections.abc import Callable
from typing import Any

from lesson import EXERCISES, diagnose
from protocol.answers import draw_answer, run_answer
from protocol.jobs import Jobs
from protocol.names import SURFACE
from visualizer.formula import FormulaError
from worker.fields import field_of
from worker.free import run_freely
from worker.scene import scene_of
from worker.walks import Walks


class Service:
    """Answers the page's questions.

    post_figures: (question's number, [(width, height, pixels), …]) → None, called before the
        answer that the figures belong to is returned.
    post_ground: (question's number, (width, height, pixels)) → None, called before the answer to
        the first question about a flat scene: the page draws routes over it.
    post_progress: (question's number, how much is done from 0 to 1) → None.
    """

    def __init__(
        self,
        post_figures: Callable[[int, list], None],
        post_ground: Callable[[int, tuple], None],
        post_progress: Callable[[int, float], None],
    ) -> None:
        self._post_figures, self._post_ground = post_figures, post_ground
        self._jobs = Jobs(post_progress)
        self._walks = Walks()
        self._asked: dict[str, Any] = {"scene": None, "walk": None}

    def draw(self, text: str) -> str:
        """A figure of a field with routes, and the routes themselves unless the page knows them.

        A formula that cannot be drawn gets a problem in place of both.
        """
        request = json.loads(text)
        # What the request leaves out is as it was before (see protocol.requests.DrawRequests).
        self._asked.update((part, request[part]) for part in self._asked if part in request)
        try:
            self._walks.take(self._asked["walk"])
            scene = _scene(self._asked["scene"])
        except FormulaError as error:
            return json.dumps(draw_answer(problem=error.explanation))
        if "scene" in request and scene.view != SURFACE:
            self._post_ground(request["number"], (*scene.size, scene.ground))
        pixels = scene.pixels(self._walks.styled, request["moment"])
        self._post_figures(request["number"], [(*scene.size, pixels)])
        return json.dumps(draw_answer(None if request["routes_known"] else self._walks.answer))

    def judge(self, text: str) -> str:
        """The diagnosis of a student's answer to an exercise, on the field and from the start seen.

        request: see protocol.requests.judge_request.
        """
        request = json.loads(text)
        diagnosis = diagnose(
            request["code"],
            EXERCISES[request["exercise"]],
            field=field_of(request["field"]),
            start=tuple(request["start"]),
            hyperparameters=request["hyper"],
        )
        return json.dumps(diagnosis.to_dict())

    async def run(self, text: str) -> str:
        """Run any code with the library: what it printed, what stopped it, and its figures.

        The answer is null if the job was ended before all figures were drawn.
        """
        request = json.loads(text)
        number, parts = request["number"], run_freely(request["code"], request["ratio"])
        done = await self._jobs.run(number, parts)
        if done is None:
            return json.dumps(None)
        outcome, figures = done
        self._post_figures(number, [(f.width, f.height, f.pixels) for f in figures])
        fault = outcome.fault.to_dict() if outcome.fault else None
        return json.dumps(run_answer(outcome.output, fault, [(f.width, f.height) for f in figures]))

    def end(self, text: str) -> str:
        """End the job that answers a question; whether there is one."""
        return json.dumps(self._jobs.end(json.loads(text)["number"]))


def _scene(asked: dict) -> Any:
    return scene_of(
        field=field_of(asked["field"]),
        view=asked["view"],
        size=tuple(asked["size"]),
        ratio=asked["ratio"],
        axes=tuple(asked["axes"]),
        theme=asked["theme"],
        turn=tuple(asked["turn"]),
        xlim=tuple(asked["xlim"]),
        ylim=tuple(asked["ylim"]),
    )
