"""The first exercise: a step down the slope."""

from lesson.exercise import Exercise, Probe
from lesson.mistakes import sgd as mistakes
from lesson.section import Section
from visualizer import SGD
from visualizer.landscapes import LANDSCAPE_INFO

SKELETON = """\
class SGD:
    def __init__(self, lr=0.1):
        self.lr = lr

    def update(self, params, grads):
        # {comment}
        pass
"""

SOLUTION = """\
class SGD:
    def __init__(self, lr=0.1):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
"""

exercise = Exercise(
    key="sgd",
    reference=SGD,
    hyperparameters={"lr": LANDSCAPE_INFO["valley"].rates["SGD"]},
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
    probes=(
        Probe("valley", (-7.0, 2.0), {"lr": 0.3}),
        Probe("bowl", (0.6, -0.8), {"lr": 0.07}),
        Probe("himmelblau", (1.0, 2.5), {"lr": 0.004}),
    ),
    mistakes=mistakes.MISTAKES,
)

write_sgd = Section(
    key="write-sgd",
    title={"ja": "SGD を書く", "en": "Write SGD"},
    heading={"ja": "SGD を書こう", "en": "Write SGD"},
    formula="""
        <math display="block">
          <mi>W</mi><mo>←</mo><mi>W</mi><mo>−</mo><mi>η</mi>
          <mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>W</mi></mrow></mfrac>
        </math>
    """,
    words={
        "ja": """
            <p><code>params</code> は <code>{"x": -7.0, "y": 2.0}</code> のような辞書、
            <code>grads</code> は同じ形の勾配です。<code>update</code> の中で <code>params</code> の
            中身を書きかえてください。<i>η</i> は <code>self.lr</code> です。</p>
        """,
        "en": """
            <p><code>params</code> is a dict such as <code>{"x": -7.0, "y": 2.0}</code>, and
            <code>grads</code> holds the gradient in the same shape. Change what is in
            <code>params</code> inside <code>update</code>. <i>η</i> is <code>self.lr</code>.</p>
        """,
    },
    field="valley",
    methods=("SGD",),
    start=(-7, 2),
    exercise=exercise,
)
