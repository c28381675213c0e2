"""Every sentence about answers to the exercises, in Japanese and English.

"climbs" says what is the matter, "climbs.nudge" asks a question that helps on without giving the
answer away, and so on for every key; "remark.…" is said beside "right".
"""

from bilingual import Sentences

SENTENCES = Sentences(
    {
        "right": (
            "正解です！どの地形・出発点・学習率でも、正しい道を歩きました。",
            "Right! It walks the right way on every field, from every start, at every rate.",
        ),
        "right.nudge": (
            "出発点や学習率を変えて、動きのちがいを見てみましょう。",
            "Try other starts and rates, and watch how the way changes.",
        ),
        # The class cannot be used
        "class_missing": (
            "{name} というクラスが見つかりません。",
            "There is no class {name}.",
        ),
        "class_missing.nudge": (
            "「class {name}:」の行を消していませんか？",
            "Has the line “class {name}:” been lost?",
        ),
        "update_outside": (
            "update がクラスの外にあります。",
            "update stands outside of the class.",
        ),
        "update_outside.nudge": (
            "def update の行は、__init__ と同じ深さに字下げされていますか？",
            "Is the line with def update indented as deep as that of __init__?",
        ),
        "update_missing": (
            "クラスに update がありません。",
            "The class has no update.",
        ),
        "update_missing.nudge": (
            "「def update(self, params, grads):」の綴りは合っていますか？",
            "Is “def update(self, params, grads):” spelled like this?",
        ),
        "update_imported": (
            "この update はライブラリのものです。",
            "This update is the library's.",
        ),
        "update_imported.nudge": (
            "自分の手で書いたら、どんな式になるでしょう？",
            "What does it look like when you write it yourself?",
        ),
        "init_misspelled": (
            "{name} は __init__ の綴りまちがいのようです。",
            "{name} seems to be meant as __init__.",
        ),
        "init_misspelled.nudge": (
            "アンダースコアは前後に二つずつありますか？",
            "Are there two underscores before it and two after it?",
        ),
        "constructor": (
            "{call} でインスタンスを作れません。",
            "It cannot be made by {call}.",
        ),
        "constructor.nudge": (
            "__init__ の引数の名前は、はじめのコードと同じですか？",
            "Do the arguments of __init__ have the names that they had in the beginning?",
        ),
        "self_missing": (
            "update の最初の引数 self がありません。",
            "update lacks its first argument, self.",
        ),
        "self_missing.nudge": (
            "クラスの中の関数は、最初に何を受け取るでしょう？",
            "What does a function in a class get first?",
        ),
        "update_arguments": (
            "update の引数が合っていません。",
            "The arguments of update do not fit.",
        ),
        "update_arguments.nudge": (
            "def update(self, params, grads): の形になっていますか？",
            "Does it begin with def update(self, params, grads): ?",
        ),
        # Nothing moves
        "nothing_changes": (
            "まだ何も動きません。update が params を変えていないからです。",
            "Nothing moves yet: update changes nothing in params.",
        ),
        "nothing_changes.nudge": (
            "params の中のどの値を、どう変えればよいでしょう？",
            "Which values in params have to change, and how?",
        ),
        "returns": (
            "新しい値を return していますが、params は元のままです。",
            "The new values are returned, but params stays as it was.",
        ),
        "returns.nudge": (
            "return された値を受け取る人はいません。新しい値はどこに入れればよいでしょう？",
            "Nobody takes what is returned. Where do the new values belong?",
        ),
        "params_replaced": (
            "別の辞書を作って変えていますが、渡された params は元のままです。",
            "Another dictionary is changed; the params that was given stays as it was.",
        ),
        "params_replaced.nudge": (
            "新しい辞書を作らずに、params の中の値を変えるには？",
            "How can the values inside params change without making a new dictionary?",
        ),
        "local_only": (
            "計算した値が変数に入っただけで、params は元のままです。",
            "The result only goes into a variable; params stays as it was.",
        ),
        "local_only.nudge": (
            "計算した値を params に戻すには、= の左に何を書けばよいでしょう？",
            "What must stand left of the = for the result to get into params?",
        ),
        "velocity_only": (
            "速度は変わりますが、位置が変わりません。",
            "The velocity changes, but the position does not.",
        ),
        "velocity_only.nudge": (
            "速度が決まったら、つぎに何をするのでしたか？",
            "What comes next, once the velocity is known?",
        ),
        # Signs and the rate
        "climbs": (
            "坂を登っています。傾きの符号が逆です。",
            "It climbs: the slope has the wrong sign.",
        ),
        "climbs.nudge": (
            "傾き ∂L/∂W が正のとき、W を増やすと損失はどうなりますか？",
            "Where the slope ∂L/∂W is positive, what happens to the loss when W grows?",
        ),
        "rate_forgotten": (
            "学習率 η が使われていません。",
            "The learning rate η is not used.",
        ),
        "rate_forgotten.nudge": (
            "一歩の大きさは、どの値で決まるのでしたか？",
            "Which number decides how large a step is?",
        ),
        "rate_fixed": (
            "学習率が、どんなときも {rate} になっています。",
            "The learning rate is always {rate}.",
        ),
        "rate_fixed.nudge": (
            "lr=0.5 で作ったとき、0.5 はどこから取り出せますか？",
            "If it is made with lr=0.5, where can update find that 0.5?",
        ),
        "rate_divides": (
            "学習率で割っています。",
            "It divides by the learning rate.",
        ),
        "rate_divides.nudge": (
            "学習率が大きいとき、一歩は大きくなりますか、小さくなりますか？",
            "Should a larger learning rate make the step larger or smaller?",
        ),
        "rate_added": (
            "学習率と傾きをたし算しています。",
            "Learning rate and slope are added.",
        ),
        "rate_added.nudge": (
            "式の η と ∂L/∂W の間には、何の記号がかくれていますか？",
            "Which sign is left out between η and ∂L/∂W in the formula?",
        ),
        "rate_twice": (
            "学習率が二回かかっています。",
            "The learning rate is multiplied in twice.",
        ),
        "rate_twice.nudge": (
            "速度 v には、もう η が入っていませんか？",
            "Is η not already contained in v?",
        ),
        "scaled": (
            "一歩の大きさが、正しい一歩の {factor} 倍です。",
            "Each step is {factor} times what it should be.",
        ),
        "scaled.nudge": (
            "よけいな数をかけたり、同じ計算を二度したりしていませんか？",
            "Is there a number too many, or is something done twice?",
        ),
        # The formula
        "gradient_forgotten": (
            "傾き grads が使われていません。",
            "The slope, grads, is not used.",
        ),
        "gradient_forgotten.nudge": (
            "どちらへ進むかは、何で決まるのでしたか？",
            "What decides which way to go?",
        ),
        "assigns_step": (
            "位置が「一歩」そのものに置きかわっています。",
            "The position is replaced by the step itself.",
        ),
        "assigns_step.nudge": (
            "= と -= と += は、どうちがいますか？記号の順番も確かめましょう。",
            "How do =, -= and += differ? Look at the order of the signs, too.",
        ),
        "position_for_gradient": (
            "傾きではなく、位置に学習率をかけています。",
            "The learning rate is multiplied by the position, not by the slope.",
        ),
        "position_for_gradient.nudge": (
            "傾きはどちらの辞書に入っていますか？",
            "Which of the two dictionaries holds the slope?",
        ),
        "bracket": (
            "かけ算と引き算の順番がちがいます。",
            "Product and difference are taken in the wrong order.",
        ),
        "bracket.nudge": (
            "かっこの位置は合っていますか？先に計算するのはどの部分でしょう？",
            "Are the brackets in the right place? Which part is computed first?",
        ),
        "squared": (
            "傾きが二乗されています。",
            "The slope is squared.",
        ),
        "squared.nudge": (
            "二乗すると、傾きの符号はどうなりますか？",
            "What becomes of the slope's sign when it is squared?",
        ),
        "sign_only": (
            "傾きの符号だけが使われ、大きさが使われていません。",
            "Only the sign of the slope is used, not its size.",
        ),
        "sign_only.nudge": (
            "傾きが小さいところでは、一歩はどうなるはずですか？",
            "How large should a step be where the slope is gentle?",
        ),
        "another_method": (
            "これは {name} の動きです。",
            "This walks as {name} does.",
        ),
        "another_method.nudge": (
            "式をもう一度見て、どの項がちがうか、くらべてみましょう。",
            "Look at the formula again: which term is different?",
        ),
        # x and y
        "only_first": (
            "最初の値（x）しか動きません。",
            "Only the first value, x, changes.",
        ),
        "only_first.nudge": (
            "y も動くには？return や字下げの位置を確かめましょう。",
            "What does y need to move, too? Look at the indentation, and for a return in the loop.",
        ),
        "only_last": (
            "最後の値（y）しか動きません。",
            "Only the last value, y, changes.",
        ),
        "only_last.nudge": (
            "くり返しの中に入っているのは、どの行でしょう？字下げを確かめましょう。",
            "Which lines belong to the loop? Look at the indentation.",
        ),
        "mixed_up": (
            "x と y が入れかわっています。",
            "x and y are mixed up.",
        ),
        "mixed_up.nudge": (
            "x を変えるのに使うのは、どちらの傾きですか？",
            "Which of the two slopes is meant for x?",
        ),
        "repeated": (
            "一回の update で、何歩も進んでいます。",
            "One update makes several steps.",
        ),
        "repeated.nudge": (
            "くり返しの中に、もう一つくり返しがありませんか？",
            "Is there a loop inside the loop?",
        ),
        # Momentum
        "velocity_subtracted": (
            "速度を引いているので、坂を登っています。",
            "The velocity is subtracted, so it climbs.",
        ),
        "velocity_subtracted.nudge": (
            "v ← αv − η ∂L/∂W の v は、進む向きですか、逆向きですか？",
            "Does v in v ← αv − η ∂L/∂W point where to go, or away from there?",
        ),
        "friction_negative": (
            "前の速度が、逆向きに入っています。",
            "The velocity before comes in with the wrong sign.",
        ),
        "friction_negative.nudge": (
            "勢いがついているとき、つぎの一歩は同じ向きですか、逆向きですか？",
            "Does something that rolls go on in the same direction, or back?",
        ),
        "momentum_forgotten": (
            "係数 α が使われていません。速度がへらずにたまっていきます。",
            "The coefficient α is not used: the velocity never wears off.",
        ),
        "momentum_forgotten.nudge": (
            "前の速度は、どれだけ残すのでしたか？",
            "How much of the velocity before shall be kept?",
        ),
        "momentum_misplaced": (
            "係数 α が傾きの項にかかっています。",
            "The coefficient α is applied to the slope's term.",
        ),
        "momentum_misplaced.nudge": (
            "式の α がかかるのは、どの項ですか？",
            "Which term does α belong to in the formula?",
        ),
        "momentum_fixed": (
            "係数 α が、どんなときも {momentum} になっています。",
            "The coefficient α is always {momentum}.",
        ),
        "momentum_fixed.nudge": (
            "momentum=0.5 で作ったとき、0.5 はどこから取り出せますか？",
            "If it is made with momentum=0.5, where can update find that 0.5?",
        ),
        "both_fixed": (
            "学習率がいつも {rate}、係数 α がいつも {momentum} になっています。",
            "The learning rate is always {rate} and the coefficient α always {momentum}.",
        ),
        "both_fixed.nudge": (
            "作るときに渡された値は、どこから取り出せますか？",
            "Where can update find the values that were given when it was made?",
        ),
        "fixed": (
            "どんなときも {values} になっています。",
            "It always uses {values}.",
        ),
        "fixed.nudge": (
            "__init__ が受け取った値を、update ではどこから取り出せますか？",
            "Where can update find the values that __init__ was given?",
        ),
        "roles_swapped": (
            "学習率 η と係数 α が逆に使われています。",
            "The learning rate η and the coefficient α have changed places.",
        ),
        "roles_swapped.nudge": (
            "前の速度にかけるのは、どちらですか？",
            "Which of them belongs to the velocity before?",
        ),
        "average": (
            "速度が、傾きの平均（指数移動平均）になっています。",
            "The velocity is an exponential moving average of the slope.",
        ),
        "average.nudge": (
            "傾きの項に (1 − α) は付いていましたか？",
            "Does the slope's term in the formula have a factor (1 − α)?",
        ),
        "state_lost": (
            "前の速度が使われず、SGD と同じ動きになっています。",
            "The velocity before is not used: it walks as SGD does.",
        ),
        "state_lost.nudge": (
            "update が終わったあと、速度はどこに残っていますか？",
            "Where does the velocity stay when update has come to its end?",
        ),
        "velocity_unused": (
            "速度は計算されていますが、位置を動かすのに使われていません。",
            "The velocity is computed, but the position does not move by it.",
        ),
        "velocity_unused.nudge": (
            "W に足すのは何でしたか？",
            "What is it that is added to W?",
        ),
        "velocity_old": (
            "変える前の速度で動いています。",
            "It moves by the velocity as it was before it changed.",
        ),
        "velocity_old.nudge": (
            "速度を変えるのと位置を動かすのは、どちらが先ですか？",
            "Which comes first: changing the velocity, or moving?",
        ),
        "gradient_twice": (
            "傾きの分を二回動いています。",
            "It moves by the slope twice.",
        ),
        "gradient_twice.nudge": (
            "速度 v には、もう傾きの項が入っていませんか？",
            "Is the slope's term not already contained in v?",
        ),
        "moves_first": (
            "速度の分を先に動いてから、もう一度動いています。",
            "It moves ahead by the velocity before, and then once more.",
        ),
        "moves_first.nudge": (
            "一回の update で、W が動くのは何回ですか？",
            "How many times does W move in one update?",
        ),
        "position_for_velocity": (
            "係数 α が、速度ではなく位置にかかっています。",
            "The coefficient α is applied to the position, not to the velocity.",
        ),
        "position_for_velocity.nudge": (
            "αv の v は、どの辞書に入っていますか？",
            "Which dictionary holds the v of αv?",
        ),
        "velocity_starts_wrong": (
            "最初の速度が 0 ではありません。",
            "The velocity does not begin at 0.",
        ),
        "velocity_starts_wrong.nudge": (
            "歩きはじめる前の速度は、いくつのはずですか？",
            "How fast is somebody who has not started yet?",
        ),
        # State in the wrong place
        "state_shared_keys": (
            "一つの速度を、x と y でいっしょに使っています。",
            "x and y share one velocity.",
        ),
        "state_shared_keys.nudge": (
            "x の速度と y の速度は、同じでよいでしょうか？",
            "Can the velocity along x be the same as the one along y?",
        ),
        "state_shared_runs": (
            "前に歩いたときの値が、つぎの歩きに残っています。",
            "Values of one walk are still there in the next.",
        ),
        "state_shared_runs.nudge": (
            "クラスや外の変数ではなく、self にだけ値を残していますか？",
            "Is everything kept in self, and nothing in the class or outside of it?",
        ),
        # Right only sometimes
        "arrays_only": (
            "配列では動きますが、ふつうの数では動きません。",
            "It works on arrays, but not on plain numbers.",
        ),
        "arrays_only.nudge": (
            "W = params[key] としてから W を変えると、params[key] も変わるでしょうか？",
            "After W = params[key], does a change of W change params[key], too?",
        ),
        "field_fixed": (
            "この地形では合っていますが、ほかの地形では合いません。",
            "It is right on this field, but not on others.",
        ),
        "field_fixed.nudge": (
            "傾きを自分で計算していませんか？傾きはどこから受け取れますか？",
            "Is the slope computed in update? Where can it be taken from?",
        ),
        # Unknown mistakes
        "different": (
            "最初の一歩から、正しい位置とちがいます。",
            "It is in the wrong place after the very first step.",
        ),
        "different.nudge": (
            "一歩目を手で計算してみましょう。W、η、∂L/∂W はそれぞれいくつですか？",
            "Compute the first step by hand: what are W, η and ∂L/∂W?",
        ),
        "different_later": (
            "{step} 歩目で、正しい位置とちがってきます。",
            "It is in the wrong place after step {step}.",
        ),
        "different_later.nudge": (
            "そこまでは合っています。一歩ごとに変わる値は何ですか？",
            "Up to there it is right. Which values change from step to step?",
        ),
        # Right, with something to think about
        "remark.floats": (
            "ふつうの数では動きますが、配列では動きません。数でも配列でも使える計算だけで書くと、"
            "何人もの冒険者を一度に歩かせられます。",
            "It works on plain numbers, but not on arrays. Written with operations that numbers "
            "and arrays both have, it could move many adventurers at once.",
        ),
        "remark.names": (
            "x と y には正しく動きます。for で key をくり返す形にすれば、"
            "どんなネットワークのパラメータにもそのまま使えます。",
            "It serves x and y. Written as a loop over the keys, it would serve the parameters of "
            "any network.",
        ),
    }
)
