"""The library in six lines, to run and change."""

from lesson.section import Program, Section

SAMPLE = """\
from visualizer import Field, Adventurer, SGD

def f(x, y): return x**2 + y**2

field = Field(f, (-1, 1), (-1, 1))
adventurer = Adventurer(-0.5, 0.2)
adventurer.optimize(field, SGD(lr=0.1))
route = adventurer.route
field.plot(route=route)
"""

library = Section(
    key="library",
    title={"ja": "六行で歩く", "en": "A walk in six lines"},
    heading={"ja": "やってみよう：六行で歩く", "en": "Try it: a walk in six lines"},
    words={
        "ja": """
            <p>この図を描いているのは、Python の小さなライブラリです。<code>Field</code> が地形、
            <code>Adventurer</code> が冒険者。手法には <code>update(params, grads)</code> を持つ
            物なら何でも使えます。</p>
            <p>実行して（Ctrl＋Enter）、関数や出発点を変えてみましょう。二乗は <code>x**2</code> と
            書きます。</p>
        """,
        "en": """
            <p>A small Python library draws these pictures. <code>Field</code> is the landscape and
            <code>Adventurer</code> the adventurer. Any object with <code>update(params,
            grads)</code> serves as a method.</p>
            <p>Run it (Ctrl+Enter), then change the function or the start. A square is written
            <code>x**2</code>.</p>
        """,
    },
    field="bowl",
    program=Program("library", SAMPLE),
)
