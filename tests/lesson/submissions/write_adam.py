"""A section with an exercise that the lesson does not have: Adam."""

from lesson.exercise import Exercise, Probe
from lesson.section import Section
from visualizer import Adam

BEGINNING = """\
class Adam:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.t = 0
        self.m, self.v = {}, {}

    def update(self, params, grads):
"""

BODY = """\
        self.t += 1
        for key in params:
            m = self.beta1 * self.m.get(key, 0) + (1 - self.beta1) * grads[key]
            v = self.beta2 * self.v.get(key, 0) + (1 - self.beta2) * grads[key] ** 2
            self.m[key], self.v[key] = m, v
            rate = self.lr * (1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)
            params[key] = params[key] - rate * m / (v**0.5 + 1e-7)
"""

exercise = Exercise(
    key="adam",
    reference=Adam,
    hyperparameters={"lr": 0.3, "beta1": 0.9, "beta2": 0.999},
    skeleton={
        "ja": BEGINNING + "        pass  # ここを考えよう！\n",
        "en": BEGINNING + "        pass  # Think here!\n",
    },
    hints={
        "ja": [
            "m は勾配の平均です。",
            "v は勾配の二乗の平均です。",
            "はじめのかたよりを直します。",
        ],
        "en": ["m averages the slope.", "v averages its square.", "Both begin with a bias."],
    },
    solution=BEGINNING + BODY,
    probes=(
        Probe("valley", (-7.0, 2.0), {"lr": 0.3, "beta1": 0.8, "beta2": 0.9}),
        Probe("bowl", (0.6, -0.8), {"lr": 0.05, "beta1": 0.7, "beta2": 0.95}),
        Probe("himmelblau", (1.0, 2.5), {"lr": 0.1, "beta1": 0.6, "beta2": 0.99}),
    ),
    mistakes={},
)

write_adam = Section(
    key="write-adam",
    title={"ja": "Adam を書く", "en": "Write Adam"},
    heading={"ja": "Adam を書こう", "en": "Write Adam"},
    words={
        "ja": "<p>m と v を覚えておきます。</p>",
        "en": "<p>Remember m and v.</p>",
    },
    field="valley",
    methods=("Adam",),
    start=(-7, 2),
    exercise=exercise,
)
