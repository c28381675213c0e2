"""What a parameter and a loss are."""

from lesson.section import Section

parameter = Section(
    key="parameter",
    title={"ja": "パラメータとは", "en": "What is a parameter?"},
    heading={"ja": "パラメータとは", "en": "What is a parameter?"},
    words={
        "ja": """
            <p>ニューラルネットワークは、<strong>重み</strong> <i>w</i> と
            <strong>バイアス</strong> <i>b</i> という数を使って答えを出します。
            この調整できる数が<strong>パラメータ</strong>です。</p>
            <p>答えの悪さを一つの数で表したものが<strong>損失</strong>です。左の図は、ニューロン一つ
            （<i>w</i> が横軸、<i>b</i> が縦軸）が三つのデータを学ぶときの損失です。
            線は同じ損失の点をつないでいて、内側ほど小さくなります。</p>
            <p>図をクリックして、損失の小さいところをさがしてみましょう。問題はこうです。
            <strong>パラメータをどう変えれば、損失をいちばん小さくできるでしょうか。</strong></p>
        """,
        "en": """
            <p>A neural network computes its answers with numbers called <strong>weights</strong>
            <i>w</i> and <strong>biases</strong> <i>b</i>. These adjustable numbers are its
            <strong>parameters</strong>.</p>
            <p>How bad its answers are, put in one number, is the <strong>loss</strong>. The picture
            shows the loss of a single neuron (<i>w</i> along the horizontal axis, <i>b</i> along
            the vertical one) that learns three data points. A line joins points of equal loss;
            further in, the loss is smaller.</p>
            <p>Click the picture and look for a small loss. That is the question of this lesson:
            <strong>how do we change the parameters to make the loss as small as
            possible?</strong></p>
        """,
    },
    field="neuron",
)
