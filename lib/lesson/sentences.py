"""Every sentence about answers to the exercises, in Japanese and English.

Each key has what is the matter and a question that helps on without giving the answer away.
"""

SENTENCES = {
    "right": (
        (
            "正解です！どの地形・出発点・学習率でも、正しい道を歩きました。",
            "出発点や学習率を変えて、動きのちがいを見てみましょう。",
        ),
        (
            "Right! It walks the right way on every field, from every start, at every rate.",
            "Try other starts and rates, and watch how the way changes.",
        ),
    ),
    # The class cannot be used
    "class_missing": (
        ("{name} というクラスが見つかりません。", "「class {name}:」の行を消していませんか？"),
        ("There is no class {name}.", "Has the line “class {name}:” been lost?"),
    ),
    "update_outside": (
        (
            "update がクラスの外にあります。",
            "def update の行は、__init__ と同じ深さに字下げされていますか？",
        ),
        (
            "update stands outside of the class.",
            "Is the line with def update indented as deep as that of __init__?",
        ),
    ),
    "update_missing": (
        (
            "クラスに update がありません。",
            "「def update(self, params, grads):」の綴りは合っていますか？",
        ),
        ("The class has no update.", "Is “def update(self, params, grads):” spelled like this?"),
    ),
    "update_imported": (
        (
            "この update はライブラリのものです。",
            "自分の手で書いたら、どんな式になるでしょう？",
        ),
        (
            "This update is the library's.",
            "What does it look like when you write it yourself?",
        ),
    ),
    "init_misspelled": (
        (
            "{name} は __init__ の綴りまちがいのようです。",
            "アンダースコアは前後に二つずつありますか？",
        ),
        (
            "{name} seems to be meant as __init__.",
            "Are there two underscores before it and two after it?",
        ),
    ),
    "constructor": (
        (
            "{call} でインスタンスを作れません。",
            "__init__ の引数の名前は、はじめのコードと同じですか？",
        ),
        (
            "It cannot be made by {call}.",
            "Do the arguments of __init__ have the names that they had in the beginning?",
        ),
    ),
    "self_missing": (
        (
            "update の最初の引数 self がありません。",
            "クラスの中の関数は、最初に何を受け取るでしょう？",
        ),
        ("update lacks its first argument, self.", "What does a function in a class get first?"),
    ),
    "update_arguments": (
        (
            "update の引数が合っていません。",
            "def update(self, params, grads): の形になっていますか？",
        ),
        (
            "The arguments of update do not fit.",
            "Does it begin with def update(self, params, grads): ?",
        ),
    ),
    # Nothing moves
    "nothing_changes": (
        (
            "まだ何も動きません。update が params を変えていないからです。",
            "params の中のどの値を、どう変えればよいでしょう？",
        ),
        (
            "Nothing moves yet: update changes nothing in params.",
            "Which values in params have to change, and how?",
        ),
    ),
    "returns": (
        (
            "新しい値を return していますが、params は元のままです。",
            "return された値を受け取る人はいません。新しい値はどこに入れればよいでしょう？",
        ),
        (
            "The new values are returned, but params stays as it was.",
            "Nobody takes what is returned. Where do the new values belong?",
        ),
    ),
    "params_replaced": (
        (
            "別の辞書を作って変えていますが、渡された params は元のままです。",
            "新しい辞書を作らずに、params の中の値を変えるには？",
        ),
        (
            "Another dictionary is changed; the params that was given stays as it was.",
            "How can the values inside params change without making a new dictionary?",
        ),
    ),
    "local_only": (
        (
            "計算した値が変数に入っただけで、params は元のままです。",
            "計算した値を params に戻すには、= の左に何を書けばよいでしょう？",
        ),
        (
            "The result only goes into a variable; params stays as it was.",
            "What must stand left of the = for the result to get into params?",
        ),
    ),
    "velocity_only": (
        (
            "速度は変わりますが、位置が変わりません。",
            "速度が決まったら、つぎに何をするのでしたか？",
        ),
        (
            "The velocity changes, but the position does not.",
            "What comes next, once the velocity is known?",
        ),
    ),
    # Signs and the rate
    "climbs": (
        (
            "坂を登っています。傾きの符号が逆です。",
            "傾き ∂L/∂W が正のとき、W を増やすと損失はどうなりますか？",
        ),
        (
            "It climbs: the slope has the wrong sign.",
            "Where the slope ∂L/∂W is positive, what happens to the loss when W grows?",
        ),
    ),
    "rate_forgotten": (
        ("学習率 η が使われていません。", "一歩の大きさは、どの値で決まるのでしたか？"),
        ("The learning rate η is not used.", "Which number decides how large a step is?"),
    ),
    "rate_fixed": (
        (
            "学習率が、どんなときも {rate} になっています。",
            "lr=0.5 で作ったとき、0.5 はどこから取り出せますか？",
        ),
        (
            "The learning rate is always {rate}.",
            "If it is made with lr=0.5, where can update find that 0.5?",
        ),
    ),
    "rate_divides": (
        (
            "学習率で割っています。",
            "学習率が大きいとき、一歩は大きくなりますか、小さくなりますか？",
        ),
        (
            "It divides by the learning rate.",
            "Should a larger learning rate make the step larger or smaller?",
        ),
    ),
    "rate_added": (
        (
            "学習率と傾きをたし算しています。",
            "式の η と ∂L/∂W の間には、何の記号がかくれていますか？",
        ),
        (
            "Learning rate and slope are added.",
            "Which sign is left out between η and ∂L/∂W in the formula?",
        ),
    ),
    "rate_twice": (
        ("学習率が二回かかっています。", "速度 v には、もう η が入っていませんか？"),
        ("The learning rate is multiplied in twice.", "Is η not already contained in v?"),
    ),
    "scaled": (
        (
            "一歩の大きさが、正しい一歩の {factor} 倍です。",
            "よけいな数をかけたり、同じ計算を二度したりしていませんか？",
        ),
        (
            "Each step is {factor} times what it should be.",
            "Is there a number too many, or is something done twice?",
        ),
    ),
    # The formula
    "gradient_forgotten": (
        ("傾き grads が使われていません。", "どちらへ進むかは、何で決まるのでしたか？"),
        ("The slope, grads, is not used.", "What decides which way to go?"),
    ),
    "assigns_step": (
        (
            "位置が「一歩」そのものに置きかわっています。",
            "= と -= と += は、どうちがいますか？記号の順番も確かめましょう。",
        ),
        (
            "The position is replaced by the step itself.",
            "How do =, -= and += differ? Look at the order of the signs, too.",
        ),
    ),
    "position_for_gradient": (
        ("傾きではなく、位置に学習率をかけています。", "傾きはどちらの辞書に入っていますか？"),
        (
            "The learning rate is multiplied by the position, not by the slope.",
            "Which of the two dictionaries holds the slope?",
        ),
    ),
    "bracket": (
        (
            "かけ算と引き算の順番がちがいます。",
            "かっこの位置は合っていますか？先に計算するのはどの部分でしょう？",
        ),
        (
            "Product and difference are taken in the wrong order.",
            "Are the brackets in the right place? Which part is computed first?",
        ),
    ),
    "squared": (
        ("傾きが二乗されています。", "二乗すると、傾きの符号はどうなりますか？"),
        ("The slope is squared.", "What becomes of the slope's sign when it is squared?"),
    ),
    "sign_only": (
        (
            "傾きの符号だけが使われ、大きさが使われていません。",
            "傾きが小さいところでは、一歩はどうなるはずですか？",
        ),
        (
            "Only the sign of the slope is used, not its size.",
            "How large should a step be where the slope is gentle?",
        ),
    ),
    "another_method": (
        ("これは {name} の動きです。", "式をもう一度見て、どの項がちがうか、くらべてみましょう。"),
        ("This walks as {name} does.", "Look at the formula again: which term is different?"),
    ),
    # x and y
    "only_first": (
        ("最初の値（x）しか動きません。", "y も動くには？return や字下げの位置を確かめましょう。"),
        (
            "Only the first value, x, changes.",
            "What does y need to move, too? Look at the indentation, and for a return in the loop.",
        ),
    ),
    "only_last": (
        (
            "最後の値（y）しか動きません。",
            "くり返しの中に入っているのは、どの行でしょう？字下げを確かめましょう。",
        ),
        (
            "Only the last value, y, changes.",
            "Which lines belong to the loop? Look at the indentation.",
        ),
    ),
    "mixed_up": (
        ("x と y が入れかわっています。", "x を変えるのに使うのは、どちらの傾きですか？"),
        ("x and y are mixed up.", "Which of the two slopes is meant for x?"),
    ),
    "repeated": (
        (
            "一回の update で、何歩も進んでいます。",
            "くり返しの中に、もう一つくり返しがありませんか？",
        ),
        (
            "One update makes several steps.",
            "Is there a loop inside the loop?",
        ),
    ),
    # Momentum
    "velocity_subtracted": (
        (
            "速度を引いているので、坂を登っています。",
            "v ← αv − η ∂L/∂W の v は、進む向きですか、逆向きですか？",
        ),
        (
            "The velocity is subtracted, so it climbs.",
            "Does v in v ← αv − η ∂L/∂W point where to go, or away from there?",
        ),
    ),
    "friction_negative": (
        (
            "前の速度が、逆向きに入っています。",
            "勢いがついているとき、つぎの一歩は同じ向きですか、逆向きですか？",
        ),
        (
            "The velocity before comes in with the wrong sign.",
            "Does something that rolls go on in the same direction, or back?",
        ),
    ),
    "momentum_forgotten": (
        (
            "係数 α が使われていません。速度がへらずにたまっていきます。",
            "前の速度は、どれだけ残すのでしたか？",
        ),
        (
            "The coefficient α is not used: the velocity never wears off.",
            "How much of the velocity before shall be kept?",
        ),
    ),
    "momentum_misplaced": (
        ("係数 α が傾きの項にかかっています。", "式の α がかかるのは、どの項ですか？"),
        (
            "The coefficient α is applied to the slope's term.",
            "Which term does α belong to in the formula?",
        ),
    ),
    "momentum_fixed": (
        (
            "係数 α が、どんなときも {momentum} になっています。",
            "momentum=0.5 で作ったとき、0.5 はどこから取り出せますか？",
        ),
        (
            "The coefficient α is always {momentum}.",
            "If it is made with momentum=0.5, where can update find that 0.5?",
        ),
    ),
    "both_fixed": (
        (
            "学習率がいつも {rate}、係数 α がいつも {momentum} になっています。",
            "作るときに渡された値は、どこから取り出せますか？",
        ),
        (
            "The learning rate is always {rate} and the coefficient α always {momentum}.",
            "Where can update find the values that were given when it was made?",
        ),
    ),
    "roles_swapped": (
        ("学習率 η と係数 α が逆に使われています。", "前の速度にかけるのは、どちらですか？"),
        (
            "The learning rate η and the coefficient α have changed places.",
            "Which of them belongs to the velocity before?",
        ),
    ),
    "average": (
        (
            "速度が、傾きの平均（指数移動平均）になっています。",
            "傾きの項に (1 − α) は付いていましたか？",
        ),
        (
            "The velocity is an exponential moving average of the slope.",
            "Does the slope's term in the formula have a factor (1 − α)?",
        ),
    ),
    "state_lost": (
        (
            "前の速度が使われず、SGD と同じ動きになっています。",
            "update が終わったあと、速度はどこに残っていますか？",
        ),
        (
            "The velocity before is not used: it walks as SGD does.",
            "Where does the velocity stay when update has come to its end?",
        ),
    ),
    "velocity_unused": (
        (
            "速度は計算されていますが、位置を動かすのに使われていません。",
            "W に足すのは何でしたか？",
        ),
        (
            "The velocity is computed, but the position does not move by it.",
            "What is it that is added to W?",
        ),
    ),
    "velocity_old": (
        ("変える前の速度で動いています。", "速度を変えるのと位置を動かすのは、どちらが先ですか？"),
        (
            "It moves by the velocity as it was before it changed.",
            "Which comes first: changing the velocity, or moving?",
        ),
    ),
    "gradient_twice": (
        ("傾きの分を二回動いています。", "速度 v には、もう傾きの項が入っていませんか？"),
        (
            "It moves by the slope twice.",
            "Is the slope's term not already contained in v?",
        ),
    ),
    "moves_first": (
        (
            "速度の分を先に動いてから、もう一度動いています。",
            "一回の update で、W が動くのは何回ですか？",
        ),
        (
            "It moves ahead by the velocity before, and then once more.",
            "How many times does W move in one update?",
        ),
    ),
    "position_for_velocity": (
        ("係数 α が、速度ではなく位置にかかっています。", "αv の v は、どの辞書に入っていますか？"),
        (
            "The coefficient α is applied to the position, not to the velocity.",
            "Which dictionary holds the v of αv?",
        ),
    ),
    "velocity_starts_wrong": (
        ("最初の速度が 0 ではありません。", "歩きはじめる前の速度は、いくつのはずですか？"),
        (
            "The velocity does not begin at 0.",
            "How fast is somebody who has not started yet?",
        ),
    ),
    # State in the wrong place
    "state_shared_keys": (
        (
            "一つの速度を、x と y でいっしょに使っています。",
            "x の速度と y の速度は、同じでよいでしょうか？",
        ),
        (
            "x and y share one velocity.",
            "Can the velocity along x be the same as the one along y?",
        ),
    ),
    "state_shared_runs": (
        (
            "前に歩いたときの値が、つぎの歩きに残っています。",
            "クラスや外の変数ではなく、self にだけ値を残していますか？",
        ),
        (
            "Values of one walk are still there in the next.",
            "Is everything kept in self, and nothing in the class or outside of it?",
        ),
    ),
    # Right only sometimes
    "arrays_only": (
        (
            "配列では動きますが、ふつうの数では動きません。",
            "W = params[key] としてから W を変えると、params[key] も変わるでしょうか？",
        ),
        (
            "It works on arrays, but not on plain numbers.",
            "After W = params[key], does a change of W change params[key], too?",
        ),
    ),
    "floats_only": (
        (
            "ふつうの数では動きますが、配列では動きません。",
            "数でも配列でも使える計算だけで書けませんか？",
        ),
        (
            "It works on plain numbers, but not on arrays.",
            "Can it be written with operations that numbers and arrays both have?",
        ),
    ),
    "names_fixed": (
        (
            "x と y では動きますが、ほかの名前や形のパラメータでは動きません。",
            "params にどんな名前が入っていても動くようにするには？",
        ),
        (
            "It works for x and y, but not for parameters of other names and shapes.",
            "How can it work whatever names are in params?",
        ),
    ),
    "field_fixed": (
        (
            "この地形では合っていますが、ほかの地形では合いません。",
            "傾きを自分で計算していませんか？傾きはどこから受け取れますか？",
        ),
        (
            "It is right on this field, but not on others.",
            "Is the slope computed in update? Where can it be taken from?",
        ),
    ),
    "defaults_changed": (
        (
            "引数の初期値が、はじめのコードと変わっています。",
            "__init__ の引数の = の右は、はじめは何でしたか？",
        ),
        (
            "The default values are not those of the beginning.",
            "What stood right of each = in the arguments of __init__?",
        ),
    ),
    # Unknown mistakes
    "different": (
        (
            "最初の一歩から、正しい位置とちがいます。",
            "一歩目を手で計算してみましょう。W、η、∂L/∂W はそれぞれいくつですか？",
        ),
        (
            "It is in the wrong place after the very first step.",
            "Compute the first step by hand: what are W, η and ∂L/∂W?",
        ),
    ),
    "different_later": (
        (
            "{step} 歩目で、正しい位置とちがってきます。",
            "そこまでは合っています。一歩ごとに変わる値は何ですか？",
        ),
        (
            "It is in the wrong place after step {step}.",
            "Up to there it is right. Which values change from step to step?",
        ),
    ),
}


LANGUAGES = ("ja", "en")


def sentence(key, values):
    """{"ja", "en"}: what is the matter."""
    return {language: _told(key, language)[0].format(**values) for language in LANGUAGES}


def nudge(key, values):
    """{"ja", "en"}: a question that helps on."""
    return {language: _told(key, language)[1].format(**values) for language in LANGUAGES}


def _told(key, language):
    return SENTENCES[key][LANGUAGES.index(language)]
