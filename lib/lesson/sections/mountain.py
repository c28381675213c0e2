"""The slope underfoot is all that the adventurer knows."""

from lesson.section import Question, Section

mountain = Section(
    key="mountain",
    title={"ja": "山の上の冒険者", "en": "The adventurer on the mountain"},
    heading={"ja": "山の上の冒険者", "en": "The adventurer on the mountain"},
    words={
        "ja": """
            <p>冒険者が谷底をさがしています。地図はなく、目かくしもしています。
            わかるのは<strong>足もとの傾き</strong>だけです。</p>
            <p class="ask">冒険者は丸い印のところに立っています。どちらへ進むのがよいでしょう。
            図の中で<strong>進みたい方向をタップ</strong>するか、下の矢印を選んでください。</p>
            <p class="after">赤い矢印が、足もとでいちばん急な下り、<strong>−∇f</strong> です。
            傾きは「今いる場所」のことしか教えてくれませんが、それを何度もくり返せば谷へ
            下りていけます。</p>
        """,
        "en": """
            <p>An adventurer looks for the valley floor, without a map and blindfolded. All that can
            be felt is <strong>the slope underfoot</strong>.</p>
            <p class="ask">The adventurer stands at the round mark. Which way should they head?
            <strong>Tap in that direction</strong> in the picture, or choose an arrow below.</p>
            <p class="after">The red arrow is the steepest way down from here, <strong>−∇f</strong>.
            The slope tells only about the place where you stand; but asked again and again, it
            leads down to a valley.</p>
        """,
    },
    field="himmelblau",
    start=(-0.5, -1.5),
    question=Question("direction", reveal="arrows"),
)
