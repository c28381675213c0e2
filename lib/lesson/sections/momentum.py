"""The formula of Momentum, and how it moves."""

from lesson.section import Question, Section

momentum = Section(
    key="momentum",
    title={"ja": "Momentum", "en": "Momentum"},
    heading={"ja": "Momentum：転がるボール", "en": "Momentum: a rolling ball"},
    formula="""
        <math display="block">
          <mi>v</mi><mo>←</mo><mi>α</mi><mi>v</mi><mo>−</mo><mi>η</mi>
          <mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>W</mi></mrow></mfrac>
        </math>
        <math display="block">
          <mi>W</mi><mo>←</mo><mi>W</mi><mo>+</mo><mi>v</mi>
        </math>
    """,
    words={
        "ja": """
            <p><i>v</i> は<strong>速度</strong>です。勾配は力のように速度を変え、
            <i>α</i>（ふつう 0.9）は摩擦のように速度を少しずつ減らします。歩くのではなく、
            <strong>ボールが転がる</strong>動きです。</p>
            <p class="ask">学習率 0.1、<i>α</i> = 0.9 の Momentum は、同じ (−7, 2) からどう
            進むでしょう。<strong>道を予想</strong>してください。</p>
            <p class="after">行きすぎては戻る、なめらかな曲線です。<i>x</i> 方向の力は弱くても
            <strong>いつも同じ向き</strong>なので、速度がたまっていきます。</p>
        """,
        "en": """
            <p><i>v</i> is a <strong>velocity</strong>. The gradient changes it like a force, and
            <i>α</i> (usually 0.9) takes a little of it away, like friction. It does not walk: it
            <strong>rolls like a ball</strong>.</p>
            <p class="ask">How will Momentum with learning rate 0.1 and <i>α</i> = 0.9 move from the
            same (−7, 2)? <strong>Draw the route you expect</strong>, or choose below.</p>
            <p class="after">A smooth curve that overshoots and comes back. The force along <i>x</i>
            is weak but <strong>always points the same way</strong>, so that speed builds up.</p>
        """,
    },
    field="valley",
    methods=("Momentum",),
    start=(-7, 2),
    question=Question("sketch", answer="curve"),
)
