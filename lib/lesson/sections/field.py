"""The long valley, to look at from all sides."""

from lesson.section import Section

field = Section(
    key="field",
    title={"ja": "細長い谷", "en": "A long valley"},
    heading={"ja": "細長い谷", "en": "A long valley"},
    formula="""
        <math display="block">
          <mi>z</mi><mo>=</mo><mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>20</mn></mfrac><mo>+</mo>
          <msup><mi>y</mi><mn>2</mn></msup>
        </math>
    """,
    words={
        "ja": """
            <p>つぎの舞台は、この細長い谷です。図を<strong>ドラッグして回して</strong>みましょう
            （矢印キーでも回せます）。</p>
            <p>谷底は (0, 0)。<i>y</i> の方向には急ですが、
            <i>x</i> の方向にはとてもなだらかです。</p>
        """,
        "en": """
            <p>The next stage is this long valley. <strong>Drag the picture to turn it</strong> (the
            arrow keys do it too).</p>
            <p>Its floor is at (0, 0). It is steep along <i>y</i>, and very gentle along
            <i>x</i>.</p>
        """,
    },
    field="valley",
    view="surface",
    steps=0,
)
