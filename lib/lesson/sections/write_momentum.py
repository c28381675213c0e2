"""The second exercise: a step that remembers the steps before."""

from lesson.exercise import Exercise, Probe
from lesson.mistakes import momentum as mistakes
from lesson.section import Section
from visualizer import Momentum
from visualizer.landscapes import LANDSCAPE_INFO

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

exercise = Exercise(
    key="momentum",
    reference=Momentum,
    hyperparameters={"lr": LANDSCAPE_INFO["valley"].rates["Momentum"], "momentum": 0.9},
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
    probes=(
        Probe("valley", (-7.0, 2.0), {"lr": 0.3, "momentum": 0.5}),
        Probe("bowl", (0.6, -0.8), {"lr": 0.07, "momentum": 0.8}),
        Probe("himmelblau", (1.0, 2.5), {"lr": 0.004, "momentum": 0.65}),
    ),
    mistakes=mistakes.MISTAKES,
)

write_momentum = Section(
    key="write-momentum",
    title={"ja": "Momentum を書く", "en": "Write Momentum"},
    heading={"ja": "Momentum を書こう", "en": "Write Momentum"},
    formula="""
        <math display="block">
          <mi>v</mi><mo>←</mo><mi>α</mi><mi>v</mi><mo>−</mo><mi>η</mi>
          <mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>W</mi></mrow></mfrac>
          <mspace width="2em"/><mi>W</mi><mo>←</mo><mi>W</mi><mo>+</mo><mi>v</mi>
        </math>
    """,
    words={
        "ja": """
            <p>速度 <i>v</i> は次の一歩まで<strong>覚えておく</strong>必要があります。
            パラメータごとに一つずつです。<i>α</i> は <code>self.momentum</code> です。</p>
        """,
        "en": """
            <p>The velocity <i>v</i> must be <strong>remembered</strong> until the next step, one
            for each parameter. <i>α</i> is <code>self.momentum</code>.</p>
        """,
    },
    field="valley",
    methods=("Momentum",),
    start=(-7, 2),
    exercise=exercise,
)
