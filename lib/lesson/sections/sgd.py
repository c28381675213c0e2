"""The formula of SGD, and a first walk."""

from lesson.section import Section

sgd = Section(
    key="sgd",
    title={"ja": "SGD", "en": "SGD"},
    heading={"ja": "SGD：傾きの分だけ下りる", "en": "SGD: step down the slope"},
    formula="""
        <math display="block">
          <mi>W</mi><mo>←</mo><mi>W</mi><mo>−</mo><mi>η</mi>
          <mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>W</mi></mrow></mfrac>
        </math>
    """,
    words={
        "ja": """
            <p><i>W</i> はパラメータ、∂<i>L</i>/∂<i>W</i> は損失の<strong>勾配</strong>（傾き）、
            <i>η</i> は一歩の大きさを決める<strong>学習率</strong>です。勾配の反対へ <i>η</i> 倍だけ
            進む。これが <strong>SGD</strong>（確率的勾配降下法）です。</p>
            <p>左の図では、おわん <i>z = x² + y²</i> の上を (−0.5, 0.2) から歩いています。
            別の点もクリックして、矢印にそって歩くことを確かめましょう。</p>
        """,
        "en": """
            <p><i>W</i> is a parameter, ∂<i>L</i>/∂<i>W</i> the <strong>gradient</strong> (slope) of
            the loss, and <i>η</i> the <strong>learning rate</strong>, which sets the size of a
            step. Go <i>η</i> times the gradient, the opposite way: that is <strong>SGD</strong>,
            stochastic gradient descent.</p>
            <p>The picture shows a walk on the bowl <i>z = x² + y²</i> from (−0.5, 0.2). Click other
            points and see that the walk follows the arrows.</p>
        """,
    },
    field="bowl",
    view="arrows",
    methods=("SGD",),
    start=(-0.5, 0.2),
    steps=10,
)
