"""What the worker answers, asked under CPython; figures go past the answers."""

import asyncio
import json

import numpy as np
import pytest

from lesson import EXERCISES
from protocol.names import STUDENT
from protocol.questions import Questions
from protocol.requests import (
    DrawRequests,
    end_request,
    judge_request,
    run_request,
    scene_request,
    walk_request,
)
from visualizer import SGD, Adventurer
from visualizer.landscapes import LANDSCAPES
from worker.service import Service

SIZE = [400, 300]
SGD_ONLY = [{"name": "SGD", "hyper": {"lr": 0.95}}]


class Page:
    """Asks a service as the page does."""

    def __init__(self):
        self.figures, self.grounds = {}, {}
        self.progress = []
        self.service = Service(
            self.figures.__setitem__, self._keep_ground, lambda *told: self.progress.append(told)
        )
        self.questions, self.requests = Questions(), DrawRequests()

    def _keep_ground(self, number, drawn):
        # Its pixels are the scene's canvas, on which the routes are drawn next.
        self.grounds[number] = np.array(drawn[2])

    def draw(self, scene, walk=None, moment=None, routes_known=False):
        """(answer, pixels or None) of a figure."""
        question = self.questions.ask("figure", 0)
        request = self.requests.build(question, scene, walk, moment, routes_known)
        answer = json.loads(self.service.draw(json.dumps(request)))
        drawn = self.figures.pop(question.number, None)
        if drawn is None:
            return answer, None
        ((width, height, pixels),) = drawn
        assert [width, height] == SIZE
        return answer, np.array(pixels)


@pytest.fixture
def page():
    return Page()


def scene(field="valley", view="contour", theme="light"):
    axes, bounds = [0.1, 0.1, 0.8, 0.8], [[-10, 10], [-5, 5]]
    return scene_request(field, view, [30.0, -60.0], theme, SIZE, 1.0, axes, *bounds)


def walk(methods=SGD_ONLY, field="valley", student=None, steps=30):
    return walk_request(field, [-7, 2], steps, methods, student)


def test_a_figure_comes_with_the_routes_until_the_page_knows_them(page):
    answer, pixels = page.draw(scene(), walk())
    (route,) = answer["walk"]["routes"]
    expected = Adventurer(-7, 2).optimize(LANDSCAPES["valley"], SGD(lr=0.95))
    assert route["points"] == expected.points.tolist()
    assert route["reason"] == "finished"
    assert answer["walk"]["gradient"] == [-0.7, 4.0]
    assert pixels.shape == (300, 400, 4)
    answer, again = page.draw(scene(), walk(), routes_known=True)
    assert answer == {"walk": None, "problem": None}
    assert np.array_equal(pixels, again)


def test_the_ground_comes_once_for_each_flat_scene(page):
    bare = page.draw(scene())[1]
    walked = page.draw(scene(), walk())[1]
    assert list(page.grounds) == [1] and (walked != bare).any()
    page.draw(scene(view="surface"), walk())
    assert list(page.grounds) == [1]
    page.draw(scene(), walk())
    assert list(page.grounds) == [1, 4]
    assert np.array_equal(page.grounds[1], bare) and np.array_equal(page.grounds[4], bare)


def test_a_moment_draws_a_part_of_the_route(page):
    _, whole = page.draw(scene(), walk())
    _, part = page.draw(scene(), walk(), moment=2, routes_known=True)
    _, none = page.draw(scene())
    assert not np.array_equal(whole, part)
    assert not np.array_equal(part, none)


@pytest.mark.parametrize("view", ["contour", "arrows", "surface"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view_is_drawn_in_every_theme(page, view, theme):
    _, pixels = page.draw(scene(view=view, theme=theme), walk())
    assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 50
    assert (pixels[0, 0, :3].mean() > 128) == (theme == "light")


@pytest.mark.parametrize("text", ["x +", "", "foo(x)", "sqrt(-1 - x*x)", "x" * 300])
def test_a_formula_that_cannot_be_drawn_gets_a_sentence_each_time_it_is_asked(page, text):
    """Fault: asking again silently answered nothing."""
    formula = {"text": text, "xlim": [-2, 2], "ylim": [-1, 3]}
    for _ in range(2):
        answer, pixels = page.draw(scene(formula), walk(field=formula))
        assert set(answer["problem"]) == {"ja", "en"}
        assert pixels is None
    answer, pixels = page.draw(scene(), walk())
    assert answer["problem"] is None and pixels is not None


def test_a_walk_that_leaves_the_domain_of_a_formula_ends_with_a_reason(page):
    """Fault: x**1.5 ended the walk with an unexplained error."""
    formula = {"text": "x**1.5 + y**2", "xlim": [-1, 10], "ylim": [-2, 2]}
    request = walk_request(formula, [0.5, 1.0], 30, [{"name": "SGD", "hyper": {"lr": 1.0}}], None)
    answer, _ = page.draw(scene(formula), request)
    assert answer["walk"]["routes"][0]["reason"] == "not finite"


def test_a_students_method_walks_beside_the_others(page):
    student = {"code": EXERCISES["sgd"].solution, "class": "SGD", "hyper": {"lr": 0.95}}
    answer, _ = page.draw(scene(), walk(student=student))
    first, second = answer["walk"]["routes"]
    assert second["name"] == STUDENT
    assert second["points"] == first["points"]
    assert answer["walk"]["fault"] is None


def test_a_students_method_that_raises_on_the_way_is_told(page):
    """Fault: it read "walked all steps"."""
    code = EXERCISES["sgd"].solution.replace(
        "        for key", "        if params['y'] < 0:\n            1 / 0\n        for key", 1
    )
    student = {"code": code, "class": "SGD", "hyper": {"lr": 0.95}}
    answer, _ = page.draw(scene(), walk(student=student))
    route = answer["walk"]["routes"][1]
    assert route["reason"] == "raised"
    assert len(route["points"]) == 2
    assert answer["walk"]["fault"]["line"] == 7
    assert "0" in answer["walk"]["fault"]["sentence"]["ja"]


def test_a_class_that_cannot_be_made_is_told_too(page):
    student = {"code": "class SGD:\n    def __init__(self, lr): 1 / 0", "class": "SGD"}
    answer, _ = page.draw(scene(), walk(student={**student, "hyper": {"lr": 0.1}}))
    assert [route["name"] for route in answer["walk"]["routes"]] == ["SGD"]
    assert answer["walk"]["fault"]["kind"] == "zero"


def test_an_answer_to_an_exercise_is_judged_where_it_is_seen(page):
    code = EXERCISES["sgd"].solution.replace("-=", "+=")
    request = judge_request("sgd", code, "valley", [-7, 2], {"lr": 0.95})
    diagnosis = json.loads(page.service.judge(json.dumps(request)))
    assert diagnosis["mistake"] == "climbs"
    assert diagnosis["start"] == [-7, 2]
    assert diagnosis["step"] == 1


def test_a_program_runs_and_its_figures_go_past_the_answer(page):
    code = "from visualizer import Field\nprint('hi')\n"
    code += "Field(lambda x, y: x * x + y * y, (-1, 1), (-1, 1)).plot()\n1 / 0"
    question = page.questions.ask("free", "free")
    answer = json.loads(asyncio.run(page.service.run(json.dumps(run_request(question, code, 1.0)))))
    assert answer["output"] == "hi\n"
    assert answer["fault"]["line"] == 4
    ((width, height, pixels),) = page.figures[question.number]
    assert answer["figures"] == [[width, height]]
    assert np.array(pixels).shape == (height, width, 4)


def test_other_questions_are_answered_between_two_figures_and_a_program_can_be_ended(page):
    code = "from matplotlib import pyplot\nfor _ in range(6): pyplot.figure()\nprint('done')"
    question = page.questions.ask("free", "free")

    async def story():
        running = asyncio.ensure_future(
            page.service.run(json.dumps(run_request(question, code, 1.0)))
        )
        while len(page.progress) < 2:
            await asyncio.sleep(0)
        answer, pixels = page.draw(scene(), walk())
        assert answer["walk"]["routes"] and pixels is not None
        assert json.loads(page.service.end(json.dumps(end_request(question))))
        return json.loads(await running)

    assert asyncio.run(story()) is None
    assert len(page.progress) < 6
    assert page.figures == {}
    assert not json.loads(page.service.end(json.dumps(end_request(question))))


def test_a_figure_that_cannot_be_drawn_is_told(page):
    code = "from matplotlib import pyplot\npyplot.figure()\npyplot.title('$\\\\nonsense{$')"
    question = page.questions.ask("free", "free")
    answer = json.loads(asyncio.run(page.service.run(json.dumps(run_request(question, code, 1.0)))))
    assert answer["figures"] == []
    assert answer["fault"]["detail"].startswith("ValueError")


def test_a_walk_that_failed_is_walked_anew_when_it_is_asked_again(page, monkeypatch):
    """Nothing is remembered of a request that could not be answered."""
    field = LANDSCAPES["valley"]
    monkeypatch.setattr(type(field), "gradient", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        page.draw(scene(), walk())
    monkeypatch.undo()
    page.requests.forget()
    answer, _ = page.draw(scene(), walk())
    assert answer["walk"]["routes"][0]["reason"] == "finished"
