"""Every sentence that the library says to its users, in Japanese and English. Plain Python."""

import os

from bilingual import LANGUAGES, Sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from visualizer.types import Value, Words

MESSAGES = {
    "power": (
        "関数 {name} の中の ^ を ** に直してください。Python の累乗は x**2 と書きます。",
        "Replace ^ by ** in the function {name}: Python writes a power as x**2.",
    ),
    "call.missing": (
        "{names} がありません。{example} のように書いてください。",
        "What is missing here: {names}. Write it like {example}.",
    ),
    "call.unknown": (
        "{name} という引数はありません。使えるのは {known} です。",
        "There is no argument {name}. There are {known}.",
    ),
    "call.many": (
        "名前なしで渡せるのは {names} だけです。{example} のように書いてください。",
        "Only {names} can be given without a name: write it like {example}.",
    ),
    "call.twice": (
        "{name} が二度渡されています。{example} のように書いてください。",
        "There are two values for {name}: write it like {example}.",
    ),
    "f.callable": (
        "Field の最初の引数には関数 f(x, y) を渡してください（今は {given} です）。",
        "Give Field a function f(x, y) as its first argument, not {given}.",
    ),
    "f.arguments": (
        "関数 f は二つの引数 x と y を受け取るように書いてください。",
        "Write the function f so that it takes two arguments, x and y.",
    ),
    "f.value": (
        "関数 f は一つの実数を return してください（今は {given} を返しました）。",
        "The function f must return one real number; it returned {given}.",
    ),
    "undefined": (
        "{name} は範囲内の {tried} 点のどこでも計算できません（中央では {given}）。"
        "式と範囲を確かめてください。",
        "{name} has no value at any of {tried} points within the limits (in the middle: {given}): "
        "check its formula and the limits.",
    ),
    "grad.callable": (
        "grad には (∂f/∂x, ∂f/∂y) を返す関数を渡してください（今は {given} です）。",
        "Give grad a function that returns (∂f/∂x, ∂f/∂y), not {given}.",
    ),
    "grad.arguments": (
        "関数 grad は二つの引数 x と y を受け取るように書いてください。",
        "Write the function grad so that it takes two arguments, x and y.",
    ),
    "grad.value": (
        "grad(x, y) は二つの実数 (∂f/∂x, ∂f/∂y) を返してください（今は {given} を返しました）。",
        "grad(x, y) must return two real numbers (∂f/∂x, ∂f/∂y); it returned {given}.",
    ),
    "grad.sign": (
        "grad の ∂f/∂{name} は f から求めた値と符号が逆です。符号を確かめてください。",
        "In ∂f/∂{name} grad has the wrong sign, as the values of f show: check its formula.",
    ),
    "grad.differs": (
        "grad の ∂f/∂{name} は f から求めた値と違います。式を確かめてください。",
        "In ∂f/∂{name} grad is not the gradient of f, as its values show: check the formula.",
    ),
    "limits": (
        "{name} には (小さい数, 大きい数) の組を渡してください（例：(-1, 1)。今は {given} です）。",
        "Give {name} as a pair (smaller, larger), for example (-1, 1), not {given}.",
    ),
    "start": (
        "Adventurer の出発点 {name} には有限の実数を渡してください（今は {given} です）。",
        "Give Adventurer a finite real number for its start {name}, not {given}.",
    ),
    "steps": (
        "steps には 0 以上の整数を渡してください（今は {given} です）。",
        "Give steps as a whole number of 0 or more, not {given}.",
    ),
    "field.type": (
        "optimize の最初の引数には Field を渡してください（今は {given} です）。",
        "Give optimize a Field as its first argument, not {given}.",
    ),
    "method.class": (
        "手法はクラスではなくインスタンスで渡してください：{name}() のようにかっこを付けます。",
        "Give the method as an instance, not as a class: add brackets, {name}().",
    ),
    "method.update": (
        "手法には update(params, grads) メソッドが必要です。{given} にはありません。",
        "A method needs update(params, grads); {given} has none.",
    ),
    "hyper.number": (
        "{name} には有限の実数を渡してください（今は {given} です）。",
        "Give {name} as a finite real number, not {given}.",
    ),
    "hyper.fraction": (
        "{name} には 0 以上 1 未満の数を渡してください（今は {given} です）。",
        "Give {name} as a number from 0 up to 1, but not 1 itself; it is {given}.",
    ),
    "update.arguments": (
        "update は def update(self, params, grads) の形で書いてください。",
        "Write update as def update(self, params, grads).",
    ),
    "update.returned": (
        "update は新しい値を返さず、params[key] -= ... のように params の中を書きかえてください。",
        "update must change what is in params (params[key] -= ...), not return new values.",
    ),
    "update.dropped": (
        'update のあとで params["{name}"] がなくなりました。x と y の両方を残してください。',
        'After update params["{name}"] is gone. Keep both x and y.',
    ),
    "update.value": (
        'update のあとで params["{name}"] が実数でなく {given} になりました。数を入れてください。',
        'After update params["{name}"] is {given}. Put a real number there.',
    ),
    "route.shape": (
        "route には (x, y) の点の列か、そのリストか辞書を渡してください（今は {given} です）。",
        "Give route as a sequence of points (x, y), a list or a dict of such, not {given}.",
    ),
    "route.points": (
        "Route の points には (x, y) の組の列を渡してください（今は {given} です）。",
        "Give Route its points as a sequence of pairs (x, y), not {given}.",
    ),
    "route.losses": (
        "Route の losses には実数の列を渡してください（今は {given} です）。",
        "Give Route its losses as a sequence of real numbers, not {given}.",
    ),
    "route.gradients": (
        "Route の gradients には二つの実数の組の列を渡してください（今は {given} です）。",
        "Give Route its gradients as a sequence of pairs of real numbers, not {given}.",
    ),
    "route.parts": (
        "Route の {part} は点と同じ {points} 個にするか、空にしてください。",
        "Give Route as many {part} as points, which are {points}, or none.",
    ),
    "route.reason": (
        "Route の reason には Route.REASONS のどれかを渡してください（今は {given} です）。",
        "Give Route one of Route.REASONS as its reason, not {given}.",
    ),
    "theme": (
        'theme には "light" か "dark" を渡してください（今は {given} です）。',
        'Give theme as "light" or "dark", not {given}.',
    ),
    "resolution": (
        "resolution には 2 以上の整数か、その組 (列, 行) を渡してください（今は {given} です）。",
        "Give resolution as a whole number of 2 or more, or a pair (columns, rows), not {given}.",
    ),
    "levels": (
        "levels には 1 以上の整数か、小さい順に並べた高さの列を渡してください"
        "（今は {given} です）。",
        "Give levels as a whole number of 1 or more, or as rising heights, not {given}.",
    ),
    "cmap": (
        'cmap には "viridis" など matplotlib のカラーマップを渡してください（今は {given} です）。',
        'Give cmap as a colour map of matplotlib or its name, such as "viridis", not {given}.',
    ),
    "norm": (
        'norm には matplotlib の Normalize か "log" などの名前を渡してください'
        "（今は {given} です）。",
        'Give norm as a norm of matplotlib or its name, such as "log", not {given}.',
    ),
    "aspect": (
        'aspect には "equal" か "auto" か正の数を渡してください（今は {given} です）。',
        'Give aspect as "equal", "auto" or a positive number, not {given}.',
    ),
    "ax": (
        "ax には matplotlib の軸を渡してください（plt.subplots() の二つ目など。"
        "今は {given} です）。",
        "Give ax as axes of matplotlib (such as the second of plt.subplots()), not {given}.",
    ),
    "ax.flat": (
        'plot_surface の ax には fig.add_subplot(projection="3d") で作った軸を渡してください。',
        'Give plot_surface axes made by fig.add_subplot(projection="3d") as its ax.',
    ),
    "formula.empty": (
        "式が空です。x**2/20 + y**2 のように書いてください。",
        "The formula is empty. Write one like x**2/20 + y**2.",
    ),
    "formula.long": (
        "式は {longest} 文字までにしてください（今は {length} 文字です）。",
        "A formula may have {longest} characters; this one has {length}. Make it shorter.",
    ),
    "formula.deep": (
        "かっこなどの重なりが深すぎます。もっと簡単な式にしてください。",
        "Too many brackets stand inside one another. Make the formula simpler.",
    ),
    "formula.syntax": (
        "この式は読めません。x**2/20 + y**2 のように書いてください。",
        "This formula cannot be read. Write it like x**2/20 + y**2.",
    ),
    "formula.name": (
        "式の中の {name} はわかりません。x、y、数、sin や exp などの関数が使えます。",
        "{name} is not known here. Use x, y, numbers and functions such as sin and exp.",
    ),
    "formula.brackets": (
        "{name} のあとにかっこを付けて、{name}(x) のように書いてください。",
        "Put brackets after {name}: write it like {name}(x).",
    ),
    "formula.undefined": (
        "この式はこの範囲のどこでも値がありません。式か範囲を変えてください。",
        "This formula has no value anywhere in these bounds. Change it or the bounds.",
    ),
    "language": (
        'set_language には "ja" か "en" を渡してください（今は {given} です）。',
        'Give set_language "ja" or "en", not {given}.',
    ),
}
SENTENCES = Sentences(MESSAGES)


def _language_of_the_system() -> str:
    environment = getattr(os, "environ", {})  # MicroPython has none
    names = [environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), "")
    return "ja" if chosen.startswith("ja") else "en"


_language = _language_of_the_system()


def set_language(name: str) -> None:
    """Choose the language of error sentences; at first it is the system's.

    name: "ja" or "en"; another raises VisualizerError.
    """
    global _language
    if name not in LANGUAGES:
        raise VisualizerError("language", given=described(name))
    _language = name


class VisualizerError(ValueError):
    """A wrong argument, explained in one sentence that says what to do.

    sentence: the key of one of MESSAGES, kept as key.
    values: what fills the blanks of the sentence, by name.

    message(language) gives the sentence in "ja" or "en", explanation in both, str() in the language
    chosen by set_language.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence, values)
        self.key, self.values = sentence, values

    def message(self, language: str) -> str:
        """The sentence in a language: "ja" or "en"."""
        return SENTENCES.say(self.key, language, **self.values)

    @property
    def explanation(self) -> "Words":
        """The sentence in both languages: {"ja": …, "en": …}."""
        return SENTENCES.both(self.key, **self.values)

    def __str__(self) -> str:
        return self.message(_language)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple:
        # What Exception would do by itself calls the class with its two arguments, not with names.
        return _made_again, (type(self), self.key, self.values)


def _made_again(kind: type, sentence: str, values: dict) -> VisualizerError:
    return kind(sentence, **values)


def described(value: "Value", longest: int = 60) -> str:
    """A value as it is named in a sentence: its name or its repr, on one line.

    value: anything.
    longest: how many characters it may have; what is longer is cut and ends in "…".
    """
    if hasattr(value, "dtype") and getattr(value, "shape", None) == ():
        value = value.item()
    shown = repr(value)
    if " object at " in shown:  # the repr of whoever has none of its own says where it is kept
        shown = getattr(value, "__name__", type(value).__name__)
    else:
        shown = str(getattr(value, "__name__", shown))
    text = " ".join(shown.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
