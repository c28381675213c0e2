"""The second exercise: a step that remembers the steps before."""

from lesson.exercises.exercise import Exercise
from lesson.mistakes import momentum as mistakes
from visualizer import Momentum
from visualizer.landscapes import LANDSCAPES

BEGINNING = """\
import numpy as np


class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key in params:
                self.v[key] = np.zeros_like(params[key])

"""

REST = """\
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
"""

momentum = Exercise(
    key="momentum",
    reference=Momentum,
    hyperparameters={"lr": LANDSCAPES["valley"].rates["Momentum"], "momentum": 0.9},
    skeleton={
        "ja": BEGINNING + "        # ここを考えよう！\n",
        "en": BEGINNING + "        # Think here!\n",
    },
    hints={
        "ja": [
            "速度 v は、前の一歩をおぼえておくためのものです。x と y に一つずつ、"
            'self.v["x"] と self.v["y"] に入っています。はじめは 0 です。',
            "一歩ごとに二つのことをします。先に速度を v ← αv − η ∂L/∂W で変え、"
            "つぎにその速度で W ← W + v と動きます。SGD と同じく、key ごとにくり返します。",
            "α は self.momentum、v は self.v[key]、η は self.lr です。"
            "新しい速度を self.v[key] に入れてから、それを params[key] に足します。",
        ],
        "en": [
            "The velocity v remembers the step before. There is one for x and one for y, "
            'self.v["x"] and self.v["y"]. In the beginning they are 0.',
            "Each step does two things: first the velocity changes, v ← αv − η ∂L/∂W, "
            "then the position moves with it, W ← W + v. Both for each key, as in SGD.",
            "α is self.momentum, v is self.v[key] and η is self.lr. Put the new velocity into "
            "self.v[key], then add it to params[key].",
        ],
    },
    solution=BEGINNING + REST,
    mistakes=mistakes.MISTAKES,
)
