"""What a visitor may see first, drawn once: for tools/first_figure.py and for make.mjs."""

import json
import os
import traceback


def rehearse() -> None:
    """Every view, both themes, every method's route, a typed field; and a mistake, explained."""
    # As worker/start.py says before anything is drawn.
    os.environ["MPLBACKEND"] = "agg"
    from protocol.questions import Questions
    from protocol.requests import DrawRequests, scene_request, walk_request
    from visualizer.optimizers import OPTIMIZER_INFO
    from worker.service import Service

    service = Service(lambda *_: None, lambda *_: None, lambda *_: None)
    methods = [{"name": n, "hyper": dict(i.defaults)} for n, i in OPTIMIZER_INFO.items()]
    formula = {"text": "x^2/20 + sin(y)", "xlim": [-10, 10], "ylim": [-5, 5]}
    questions, requests = Questions(), DrawRequests()
    for field, view, theme in (
        ("valley", "contour", "light"),
        ("ackley", "arrows", "dark"),
        (formula, "surface", "light"),
    ):
        turn, axes, bounds = [30.0, -60.0], [0.1, 0.1, 0.8, 0.8], [[-10, 10], [-5, 5]]
        scene = scene_request(field, view, turn, theme, [300, 200], 1.0, axes, *bounds)
        walk = walk_request(field, [1.0, 2.0], 30, methods, None)
        question = questions.ask("figure", 0)
        service.draw(json.dumps(requests.build(question, scene, walk, None, False)))
    try:
        service.draw("{}")
    except Exception:
        traceback.format_exc()
