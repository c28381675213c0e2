"""The gradient hardly ever points to the floor."""

from lesson.section import Question, Section

gradient = Section(
    key="gradient",
    title={"ja": "谷の勾配", "en": "The valley's gradient"},
    heading={"ja": "谷の勾配", "en": "The valley's gradient"},
    words={
        "ja": """
            <p class="ask">(−7, 2) に立っています。谷底は (0, 0) です。
            SGD の<strong>最初の一歩</strong>は、どちらを向くでしょう。</p>
            <div class="after">
              <p>谷底のある右ではなく、ほとんど<strong>真下</strong>でした。
              勾配は (<i>x</i>/10, 2<i>y</i>) なので、<i>x</i> 方向には小さく、<i>y</i> 方向には
              大きいのです。</p>
              <p>図の矢印 −∇f を見てください。ほとんどの場所で、谷底 (0, 0) を指していません。</p>
            </div>
        """,
        "en": """
            <p class="ask">You stand at (−7, 2); the floor is at (0, 0). Which way will SGD's
            <strong>first step</strong> point?</p>
            <div class="after">
              <p>Not to the right, where the floor is, but almost <strong>straight down</strong>:
              the gradient is (<i>x</i>/10, 2<i>y</i>), small along <i>x</i> and large along
              <i>y</i>.</p>
              <p>Look at the arrows of −∇f. Almost nowhere do they point to the floor at (0, 0).</p>
            </div>
        """,
    },
    field="valley",
    start=(-7, 2),
    question=Question("direction", reveal="arrows"),
)
