"""The first exercise: a step down the slope."""

from lesson.exercises.exercise import Exercise
from lesson.mistakes import sgd as mistakes
from visualizer import SGD
from visualizer.landscapes import LANDSCAPES

SKELETON = """\
class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        # {comment}
        pass
"""

SOLUTION = """\
class SGD:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
"""

sgd = Exercise(
    key="sgd",
    reference=SGD,
    hyperparameters={"lr": LANDSCAPES["valley"].rates["SGD"]},
    skeleton={
        "ja": SKELETON.format(comment="ここを考えよう！"),
        "en": SKELETON.format(comment="Think here!"),
    },
    hints={
        "ja": [
            'params は辞書で、いまの位置が params["x"] と params["y"] に入っています。'
            "同じ名前で、grads にはそこの傾きが入っています。",
            'for key in params: と書くと、key が "x"、"y" と順に変わります。'
            "その中で、式 W ← W − η ∂L/∂W の W、η、∂L/∂W はそれぞれ何にあたるでしょう？",
            "W は params[key]、η は self.lr、∂L/∂W は grads[key] です。"
            "新しい値は return せず、params[key] に入れます（a -= b は a = a - b と同じです）。",
        ],
        "en": [
            'params is a dictionary: the position is in params["x"] and params["y"]. '
            "grads holds the slope there, under the same names.",
            'In a loop "for key in params:" the key is "x" first and then "y". '
            "Which values in that loop are W, η and ∂L/∂W in the formula W ← W − η ∂L/∂W?",
            "W is params[key], η is self.lr and ∂L/∂W is grads[key]. Do not return the new value: "
            "put it into params[key] (a -= b means a = a - b).",
        ],
    },
    solution=SOLUTION,
    mistakes=mistakes.MISTAKES,
)
