"""Why Momentum wastes less than SGD."""

from lesson.section import Question, Section

compare = Section(
    key="compare",
    title={"ja": "くらべる", "en": "Compare"},
    heading={"ja": "なぜむだが少ない？", "en": "Why does it waste less?"},
    words={
        "ja": """
            <p class="ask">二つを同じ (−7, 2) から 30 歩ずつ進めます。<strong>上下の動き</strong>の
            合計が大きいのはどちらでしょう。</p>
            <div class="after">
              <p>谷を横切る力は一歩ごとに向きが変わるので、速度の中で<strong>打ち消し
              合います</strong>。谷にそう力はいつも同じ向きなので、<strong>積み重なります</strong>。
              だから Momentum は、なだらかな方向へ早く進み、むだな往復が少ないのです。</p>
              <p>「じっけん」では、ほかの手法や地形もためせます。「コード」では、自分の手法を自由に
              書けます。</p>
            </div>
        """,
        "en": """
            <p class="ask">Both take 30 steps from the same (−7, 2). Which of them moves more
            <strong>up and down</strong> in total?</p>
            <div class="after">
              <p>Across the valley the force turns round with every step, and <strong>cancels
              out</strong> in the velocity. Along the valley it always points the same way, and
              <strong>adds up</strong>. So Momentum moves on faster where the slope is gentle, and
              wastes less motion.</p>
              <p>In the lab you can try other methods and landscapes; under “Code” you can write a
              method of your own.</p>
            </div>
        """,
    },
    field="valley",
    methods=("SGD", "Momentum"),
    start=(-7, 2),
    question=Question("waste", answer="SGD"),
)
