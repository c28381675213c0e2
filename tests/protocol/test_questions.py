"""Which answers are still wanted, and what requests leave out."""

import json

from hypothesis import given
from hypothesis import strategies as st

from protocol.answers import draw_answer, finite, route_answer, walk_answer
from protocol.questions import Questions
from protocol.requests import DrawRequests, judge_request, scene_request, walk_request

SCENE = scene_request(
    "valley", "contour", [30.0, -60.0], "light", [800, 500], 2.0, [0, 0, 1, 1], [-1, 1], [-1, 1]
)
WALK = walk_request("valley", [-7, 2], 30, [{"name": "SGD", "hyper": {"lr": 0.95}}], None)


def test_questions_are_numbered():
    questions = Questions()
    assert [questions.ask("figure", "valley").number for _ in range(3)] == [1, 2, 3]


def test_an_answer_about_what_is_no_longer_on_view_is_not_wanted():
    questions = Questions()
    question = questions.ask("figure", "valley")
    questions.turn_to("figure", "bowl")
    assert not questions.wants(question)
    questions.turn_to("figure", "valley")
    assert questions.wants(question)


def test_topics_do_not_disturb_each_other():
    questions = Questions()
    figure, run = questions.ask("figure", "valley"), questions.ask("free", "free")
    assert questions.wants(run)
    assert questions.wants(figure)


def test_an_answer_that_was_overtaken_is_not_wanted():
    questions = Questions()
    first, second = (questions.ask("figure", "valley") for _ in range(2))
    assert questions.wants(second)
    assert not questions.wants(first)


PARTS = st.sampled_from(["a", "b", "c"])


@given(st.lists(st.tuples(PARTS, st.none() | PARTS, st.integers(0, 9))))
def test_what_a_request_leaves_out_is_what_the_worker_knows(asked):
    """Whatever is asked in whatever order: the worker can always put the whole together."""
    requests, questions, known = DrawRequests(), Questions(), {}
    for scene, walk, moment in asked:
        question = questions.ask("figure", 0)
        request = requests.build(question, {"field": scene}, walk and {"steps": walk}, moment, True)
        known.update(json.loads(json.dumps(request)))
        assert known["scene"] == {"field": scene}
        assert known["walk"] == (walk and {"steps": walk})
        assert known["moment"] == moment


def test_a_frame_of_a_playback_sends_little_more_than_its_moment():
    requests, questions = DrawRequests(), Questions()
    code = {"code": "#" * 20_000, "class": "SGD", "hyper": {}}
    walk = {**WALK, "student": code}
    requests.build(questions.ask("figure", 0), SCENE, walk, None, False)
    frame = requests.build(questions.ask("figure", 0), dict(SCENE), dict(walk), 7, True)
    assert len(json.dumps(frame)) < 80


def test_a_new_worker_is_told_everything():
    requests, questions = DrawRequests(), Questions()
    first = requests.build(questions.ask("figure", 0), SCENE, WALK, None, False)
    requests.forget()
    again = requests.build(questions.ask("figure", 0), SCENE, WALK, None, False)
    assert {**first, "number": 0} == {**again, "number": 0}


def test_numbers_that_json_has_no_word_for_are_none():
    assert finite(1.5) == 1.5
    route = route_answer("SGD", [(0.0, 1.0)], [float("inf")], "not finite")
    answer = draw_answer(walk_answer([route], float("nan"), [float("-inf"), 2.0], None))
    assert json.loads(json.dumps(answer, allow_nan=False))["walk"] == {
        "routes": [
            {"name": "SGD", "points": [[0.0, 1.0]], "losses": [None], "reason": "not finite"}
        ],
        "loss": None,
        "gradient": [None, 2.0],
        "fault": None,
    }


def test_requests_are_plain_data():
    request = judge_request("sgd", "pass", "valley", (-7, 2), {"lr": 0.5})
    assert json.loads(json.dumps(request)) == {**request, "start": [-7, 2]}
