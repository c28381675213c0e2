"""Why SGD wastes its way."""

from lesson.section import Question, Section

zigzag = Section(
    key="zigzag",
    title={"ja": "ジグザグ", "en": "The zigzag"},
    heading={"ja": "SGD はどう歩く？", "en": "How will SGD walk?"},
    words={
        "ja": """
            <p class="ask">学習率 0.95 の SGD が (−7, 2) から 30 歩進みます。
            図の上を<strong>なぞって道を予想</strong>するか、下から選んでください。</p>
            <div class="after">
              <p>道は<strong>ジグザグ</strong>になりました。<i>y</i> は一歩ごとに −0.9 倍になって
              谷を飛びこえつづけ、<i>x</i> は 0.905 倍ずつしか縮みません。</p>
              <p>上下の往復がむだになっています。学習率を下げれば往復は減りますが、<i>x</i> がもっと
              進まなくなります。「じっけん」で確かめてみましょう。</p>
            </div>
        """,
        "en": """
            <p class="ask">SGD with learning rate 0.95 takes 30 steps from (−7, 2). <strong>Draw the
            route you expect</strong> on the picture, or choose below.</p>
            <div class="after">
              <p>The route is a <strong>zigzag</strong>: with each step <i>y</i> is multiplied by
              −0.9 and keeps jumping across the valley, while <i>x</i> shrinks only by 0.905.</p>
              <p>The motion up and down is wasted. A smaller learning rate jumps less, but then
              <i>x</i> hardly moves at all. Try it in the lab.</p>
            </div>
        """,
    },
    field="valley",
    methods=("SGD",),
    start=(-7, 2),
    question=Question("sketch", answer="zigzag"),
)
