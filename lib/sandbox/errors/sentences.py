"""Every sentence about errors in students' code, by kind of error, in Japanese and English."""

from bilingual import Sentences

SENTENCES = Sentences(
    {
        # Stopped by the guard
        "time": (
            "時間内に終わらなかったので止めました。終わらない繰り返しがないか確かめてください。",
            "Stopped, because it did not come to an end. Look for a loop that never ends.",
        ),
        "memory": (
            "メモリを使いすぎたので止めました。作るリストや配列を小さくしてください。",
            "Stopped, because it took too much memory. Make the lists or arrays smaller.",
        ),
        "output": (
            "表示が多すぎるので止めました。print の回数を減らしてください。",
            "Stopped, because it prints without end. Print less.",
        ),
        "input": (
            "ここではキーボードから入力できません。input() の代わりに、値をコードに書いてください。"
            "",
            "There is no keyboard input here. Write the value into the code instead of input().",
        ),
        "exit": (
            "プログラムを終わらせる命令（exit など）は要りません。その行を消してください。",
            "There is no need to exit the program. Remove that line.",
        ),
        "recursion": (
            "関数が自分自身を呼びつづけています。いつ呼ぶのをやめるかを決めてください。",
            "A function calls itself again and again. Decide when it shall stop doing so.",
        ),
        # Syntax
        "syntax.fullwidth": (
            "全角の「{character}」があります。日本語入力を切って、半角の {plain} に直してください。"
            "",
            "Instead of {character} type a plain {plain} here, with the Japanese input switched "
            "off.",
        ),
        "syntax.fullwidth_space": (
            "全角の空白があります。日本語入力を切って、半角の空白に直してください。",
            "There is a full-width space. Switch the Japanese input off and type a plain space.",
        ),
        "syntax.character": (
            "Python では使えない文字「{character}」があります。消すか、半角の記号に直してください。"
            "",
            "Python does not know the character “{character}” here. Remove it or type a plain one.",
        ),
        "syntax.colon": (
            "行の終わりにコロン : が足りません。",
            "A colon : is missing at the end of the line.",
        ),
        "syntax.unclosed": (
            "開いたかっこ {bracket} が閉じていません。",
            "The bracket {bracket} is never closed.",
        ),
        "syntax.unmatched": (
            "閉じかっこ {bracket} に合う開きかっこがありません。"
            "かっこの数と種類を確かめてください。",
            "The bracket {bracket} closes nothing. Check the number and kinds of brackets.",
        ),
        "syntax.string": (
            "文字列の終わりの引用符がありません。",
            "The quotation mark that ends the string is missing.",
        ),
        "syntax.block": (
            "字下げした行が足りません。コロンの次の行は、空白 4 つ分、字下げしてください。",
            "An indented line is missing. Indent the line after the colon by four spaces.",
        ),
        "syntax.indent": (
            "字下げがそろっていません。同じまとまりの行は、同じ数の空白ではじめてください。",
            "The indentation is uneven. Lines that belong together begin with equally many spaces.",
        ),
        "syntax.tab": (
            "字下げにタブと空白がまざっています。空白だけにしてください。",
            "Tabs and spaces are mixed in the indentation. Use spaces only.",
        ),
        "syntax.increment": (
            "Python に ++ や -- はありません。x += 1 や x -= 1 と書いてください。",
            "Python has no ++ or --. Write x += 1 or x -= 1.",
        ),
        "syntax.elif": (
            "else if ではなく elif と書きます。",
            "Write elif instead of else if.",
        ),
        "syntax.equals": (
            "等しいかどうかは = ではなく == でくらべます。",
            "Compare with ==; a single = assigns.",
        ),
        "syntax.assign": (
            "= の左には、値を入れる変数（params[key] など）だけを書いてください。",
            "Left of = write only the variable that shall get the value, such as params[key].",
        ),
        "syntax.number": (
            "数字のすぐ後に文字があります。かけ算なら 2 * x のように * を書いてください。",
            "A letter follows a number. If this is a product, write the *, as in 2 * x.",
        ),
        "syntax.comma": (
            "コンマ , か演算子（* など）が足りないようです。",
            "A comma or an operator, such as *, seems to be missing.",
        ),
        "syntax.print": (
            "print にはかっこが要ります：print(…)。",
            "print needs brackets: print(…).",
        ),
        "syntax.return": (
            "return が関数の外にあります。字下げを確かめてください。",
            "This return is outside of any function. Check the indentation.",
        ),
        "syntax.try": (
            "try: には except か finally が要ります。",
            "A try: needs an except or a finally.",
        ),
        "syntax.other": (
            "Python の文法に合っていません。この行とその前の行の、記号や綴りを確かめてください。",
            "This is not Python. Check signs and spelling in this line and the one before.",
        ),
        # Names and attributes
        "name.self": (
            "{name} という変数はありません。self.{name} のことですか？",
            "There is no variable {name}. Do you mean self.{name}?",
        ),
        "name.import": (
            "{name} はまだ使えません。はじめに {line} と書いてください。",
            "{name} is not known yet. Write {line} at the top.",
        ),
        "name.similar": (
            "{name} という名前はありません。{similar} のことですか？",
            "There is no name {name}. Do you mean {similar}?",
        ),
        "name.unknown": (
            "{name} という名前はありません。綴りを確かめるか、先に値を入れてください。",
            "There is no name {name}. Check its spelling, or give it a value first.",
        ),
        "name.unbound": (
            "{name} に値を入れる前に使っています。先に {name} = … と書いてください。",
            "{name} is used before it has a value. Write {name} = … first.",
        ),
        "attribute.none": (
            "None には .{name} がありません。. の前の値がまだ作られていません。",
            "None has no .{name}: what stands before the dot has not been made yet.",
        ),
        "attribute.key": (
            '辞書の中の値は .{name} ではなく ["{name}"] で取り出します。',
            'A value in a dictionary is taken out by ["{name}"], not by .{name}.',
        ),
        "attribute.similar": (
            "{owner} に {name} はありません。{similar} のことですか？",
            "{owner} has no {name}. Do you mean {similar}?",
        ),
        "attribute.self": (
            "self.{name} にまだ値がありません。__init__ で self.{name} = … と書いてください。",
            "self.{name} has no value yet. Write self.{name} = … in __init__.",
        ),
        "attribute.unknown": (
            "{owner} に {name} はありません。綴りを確かめてください。",
            "{owner} has no {name}. Check the spelling.",
        ),
        # Values of a wrong kind
        "type.caret": (
            "Python では ^ は累乗ではありません。x^2 ではなく x**2 と書いてください。",
            "In Python ^ is not a power: write x**2 instead of x^2.",
        ),
        "type.none": (
            "値が None です。使う前に、最初の値を作ってください。",
            "This value is None. Give it a first value before it is used.",
        ),
        "type.dict": (
            "辞書をまるごとは計算できません。params[key] のように、中の値を一つずつ使ってください。"
            "",
            "A whole dictionary cannot be computed with. Use its values one by one, as in "
            "params[key].",
        ),
        "type.text": (
            "文字列と数は計算できません。key は名前で、値は params[key] です。",
            "A text cannot be computed with. A key is only a name: the value is params[key].",
        ),
        "type.arguments": (
            "関数に渡した値の数か名前が、def の行と合っていません。",
            "The function's arguments do not fit the line with its def, in number or in name.",
        ),
        "type.call": (
            "関数ではないものに (…) が付いています。かけ算なら * を書いてください。",
            "Something that is no function is followed by (…). If this is a product, write the *.",
        ),
        "type.subscript": (
            "ここで […] を付けられるのは、辞書・リスト・配列だけです。この値はちがいます。",
            "Only dictionaries, lists and arrays can be followed by […] here; this value is none.",
        ),
        "type.iterate": (
            "for で一つずつ取り出せる値ではありません。辞書やリストを使ってください。",
            "A for loop cannot go through this value. Use a dictionary or a list.",
        ),
        "type.array": (
            "配列を一つの数に変えることはできません。float(…) や math の関数を外してください。",
            "An array is not one number. Leave out float(…), or use numpy's functions, not math's.",
        ),
        "type.other": (
            "値の種類が合わない計算です。使っている値を print で確かめてください。",
            "The kinds of these values do not fit together. Look at them with print.",
        ),
        "value.truth": (
            "配列は if の条件になりません。要素がいくつもあるからです。if "
            "を使わない式にしてください。",
            "An array cannot be the condition of an if: it has many elements. Do without the if.",
        ),
        "value.shapes": (
            "形のちがう配列どうしの計算です。key ごとに、同じ形の配列を使ってください。",
            "These arrays differ in shape. Use arrays of the same shape for each key.",
        ),
        "value.unpack": (
            "受け取る変数の数と、値の数が合いません。for では params.items() "
            "を使うと二つになります。",
            "There are not as many values as variables. In a for loop, params.items() gives two.",
        ),
        "value.other": (
            "この計算には使えない値です。print で値を確かめてください。",
            "This value cannot be used here. Look at it with print.",
        ),
        # The rest
        "zero": (
            "0 で割っています。割る数が 0 にならないようにしてください。",
            "This divides by 0. Make sure that it cannot become 0.",
        ),
        "overflow": (
            "数が大きくなりすぎました。符号や学習率を確かめてください。",
            "The numbers have grown too large. Check the signs and the learning rate.",
        ),
        "key": (
            "辞書に {name} がありません。あるかどうか、綴りを確かめてください。",
            "The dictionary has no {name}. Check its spelling, or put it in first.",
        ),
        "index": (
            "リストや配列の長さをこえた番号です。番号は 0 からはじまります。",
            "This index is beyond the end. Indices begin with 0.",
        ),
        "import": (
            "{name} はここでは使えません。使えるのは標準ライブラリと {packages} です。",
            "{name} is not available here; {packages} and the standard library are.",
        ),
        "import.standard": (
            "{name} はここでは使えません。使えるのは標準ライブラリだけです。",
            "{name} is not available here; only the standard library is.",
        ),
        "changed_while_looping": (
            "for で回している間に、辞書の名前を増やしたり減らしたりしています。",
            "The dictionary gains or loses names while the for loop goes through it.",
        ),
        "assertion": (
            "assert で確かめた条件が成り立っていません。",
            "The condition of an assert does not hold.",
        ),
        "other": (
            "この行でエラーが起きました（{name}）。",
            "An error happened in this line ({name}).",
        ),
    }
)
