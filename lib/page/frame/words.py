"""Every sentence that the page says by itself, in Japanese and English."""

from bilingual import LANGUAGES, Sentences
from protocol.names import STUDENT

WORDS = {
    "boot.page": ("ページを準備しています…", "Preparing the page…"),
    "boot.interpreter": ("Python を読み込んでいます… (1/5)", "Loading Python… (1/5)"),
    "boot.files": ("教材のファイルを読み込んでいます… (2/5)", "Loading the library's files… (2/5)"),
    "boot.numpy": ("numpy を準備しています… (3/5)", "Importing numpy… (3/5)"),
    "boot.matplotlib": ("matplotlib を準備しています… (4/5)", "Importing matplotlib… (4/5)"),
    "boot.figure": ("最初の図を描いています… (5/5)", "Drawing the first figure… (5/5)"),
    "boot.failed": (
        "Python を読み込めませんでした。通信を確かめて、ページを再読み込みしてください。",
        "Python could not be loaded. Check the connection and reload the page.",
    ),
    # PyScript's worker starts only where it can keep something.
    "boot.refused": (
        "ブラウザーの設定で保存が禁止されているため、Python を始められません。"
        "このサイトのデータ（Cookie）を許可して、ページを再読み込みしてください。",
        "Python cannot start, because this browser forbids sites to keep anything. Allow this site "
        "its data (cookies) and reload the page.",
    ),
    "status.waiting": (
        "図の好きなところをクリックしてください。そこから歩きはじめます。",
        "Click anywhere on the field: the walk starts there.",
    ),
    "status.early": (
        "({x}, {y}) から出発します。Python の準備ができしだい歩きます。",
        "Starting from ({x}, {y}) as soon as Python is ready.",
    ),
    "status.walked": ("({x}, {y}) から出発。{routes}", "Started from ({x}, {y}). {routes}"),
    "status.route": (
        "{name}：{steps} ステップで損失 {loss}（{reason}）。",
        "{name}: loss {loss} after {steps} steps ({reason}).",
    ),
    "status.fault": (
        "あなたの手法は {step} ステップ目で止まりました。{sentence}",
        "Your method was stopped in step {step}. {sentence}",
    ),
    "status.no_method": (
        "手法を一つ以上選んでください。",
        "Choose at least one method.",
    ),
    "reason.finished": ("最後まで歩いた", "walked all steps"),
    "reason.converged": ("谷底で止まった（収束）", "converged"),
    "reason.saddle": ("鞍点で止まった", "stopped at a saddle"),
    "reason.maximum": ("頂上で止まった", "stopped on a summit"),
    "reason.flat": ("平らなところで止まった", "stopped on flat ground"),
    "reason.cycling": ("同じところを回りつづけた", "goes round in a circle"),
    "reason.left": ("図の外へ遠く離れた（発散）", "left the field far behind (diverged)"),
    "reason.raised": ("エラーで止まった", "stopped by an error"),
    "reason.stopped": ("途中でやめた", "was left off"),
    "reason.not finite": ("数が無限大になった（発散）", "not finite any more (diverged)"),
    "problem.number": (
        "{name}には、{low} から {high} までの数を入れてください。",
        "{name}: enter a number from {low} to {high}.",
    ),
    "problem.whole": (
        "ステップ数には、{low} から {high} までの整数を入れてください。",
        "Steps: enter a whole number from {low} to {high}.",
    ),
    "problem.start": (
        "出発点の x と y には数を入れてください（例：-7 と 2）。",
        "Enter numbers for the start's x and y, for example -7 and 2.",
    ),
    "problem.unexpected": (
        "思わぬエラーが起きました：{detail}。もう一度ためすか、再読み込みしてください。",
        "Something unexpected went wrong: {detail}. Try again or reload the page.",
    ),
    "moment": ("{step} / {steps} ステップ", "step {step} of {steps}"),
    "play": ("再生", "Play"),
    "pause": ("一時停止", "Pause"),
    "cursor": ("x = {x}, y = {y}", "x = {x}, y = {y}"),
    "crosshair": ("十字の位置 x = {x}, y = {y}", "crosshair at x = {x}, y = {y}"),
    "hyper.more": ("{name} の {label}", "{label} of {name}"),
    # The lesson
    "student": ("あなた", "You"),
    "status.loss": (
        "({x}, {y}) での損失は {loss} です。",
        "The loss at ({x}, {y}) is {loss}.",
    ),
    "compass": ("{degrees} 度の方向", "direction of {degrees} degrees"),
    "choice.straight": ("まっすぐ谷底へ", "straight to the floor"),
    "choice.zigzag": ("ジグザグに", "in a zigzag"),
    "choice.curve": ("曲線をえがいて", "in a curve that overshoots"),
    "choice.stuck": ("すぐ止まる", "it soon stops"),
    "choice.SGD": ("SGD", "SGD"),
    "choice.Momentum": ("Momentum", "Momentum"),
    "verdict.close": (
        "−∇f とのずれは {degrees} 度。ほぼ同じ方向です。",
        "Within {degrees}° of −∇f: almost the same direction.",
    ),
    "verdict.apart": (
        "−∇f とのずれは {degrees} 度でした。紫があなた、赤が −∇f です。",
        "{degrees}° away from −∇f. Purple is yours, red is −∇f.",
    ),
    "verdict.sketch": (
        "紫の線があなたの予想です。本当の道とくらべてみましょう。",
        "The purple line is what you expected. Compare it with the real route.",
    ),
    "verdict.right": ("予想どおり「{right}」でした。", "As you expected: {right}."),
    "verdict.other": (
        "予想は「{chosen}」、本当は「{right}」でした。",
        "You expected “{chosen}”; it was “{right}”.",
    ),
    "waste": (
        "{name} は上下に合計 {sway}、横に {way} 動きました。",
        "{name} moved {sway} up and down in total, and {way} along. ",
    ),
    "editor.run": ("実行 (Ctrl＋Enter)", "Run (Ctrl+Enter)"),
    "editor.reset": ("はじめに戻す", "Reset"),
    "editor.end": ("止める", "Stop"),
    "editor.ended": (
        "止めました。コードはそのまま残っています。",
        "Stopped. Your code is still there.",
    ),
    "editor.drawing": ("図を描いています… {percent} %", "Drawing the figures… {percent} %"),
    "editor.long": (
        "コードが長すぎて保存できません。{longest} 文字より短くしてください。",
        "This code is too long to be kept. Make it shorter than {longest} characters.",
    ),
    "editor.running": ("調べています…", "Checking…"),
    "editor.not_ready": (
        "Python を準備しています。少し待って、もう一度実行してください。",
        "Python is being prepared. Wait a moment and run this again.",
    ),
    "editor.overtime": (
        "2 秒たっても終わらないので止めました。終わらない計算がないか確かめてください。"
        "コードはそのまま残っています。",
        "Stopped, as it had not ended after two seconds. Look for work that never ends. "
        "Your code is still there.",
    ),
    "editor.exercise": ("{name} を書くエディター", "Editor for {name}"),
    "editor.hint": ("ヒント {number}", "Hint {number}"),
    "editor.step": ("はじめて違ったのは {step} ステップ目", "First difference: step {step}"),
    "editor.theirs": ("あなた", "yours"),
    "editor.expected": ("正しい値", "expected"),
    "editor.line": ("{line} 行目：", "Line {line}: "),
    "link.copied": ("リンクをコピーしました。", "The link has been copied."),
    "link.not_copied": (
        "自動でコピーできません。選んであるリンクをコピーしてください。",
        "It cannot be copied for you: copy the link that is selected.",
    ),
    "link.held": (
        "リンクに入っていたコードは、まだ実行していません。読んで確かめてから実行してください。",
        "The code that came with the link has not been run. Read it first, then run it.",
    ),
    "link.visit": (
        "リンクの内容を表示しています。あなたが書いたものは、そのまま保存されています。",
        "This is what the link shows. What you wrote yourself is kept as it was.",
    ),
    "link.bad": (
        "このリンクは読めませんでした（途中で切れたか、古いものです）。もう一度送ってもらってください。",
        "This link could not be read: it was cut off, or is too old. Ask for it to be sent again.",
    ),
    "kept.not": (
        "このブラウザーには保存できません。閉じる前に「リンクをコピー」で残してください。",
        "This browser keeps nothing of this page: take your work along with “Copy link”.",
    ),
    "script.no_start": (
        "先に図をクリックして歩かせてください。",
        "Click the field first, so that there is a walk.",
    ),
    "steps.step": ("ステップ", "Step"),
    "steps.loss": ("損失", "Loss"),
    "field.typed": ("自分の式 z = f(x, y)", "Your own formula z = f(x, y)"),
    "problem.limits": (
        "範囲には、小さい数、大きい数の順に入れてください（例：-10 と 10）。",
        "Enter the bounds as a smaller and a larger number, for example -10 and 10.",
    ),
    "editor.free": ("自由に書けるエディター", "Editor for any code"),
    "editor.figure": ("図 {number}", "Figure {number}"),
}

_sentences = Sentences(WORDS)
_language = "ja"


def language() -> str:
    return _language


def use(name: str) -> None:
    """Choose the language of every later sentence: "ja" or "en"."""
    global _language
    if name not in LANGUAGES:
        raise ValueError("language must be ja or en")
    _language = name


def say(key: str, **values: object) -> str:
    """The sentence of that key in the chosen language, its blanks filled in."""
    return _sentences.say(key, _language, **values)


def both(key: str, **values: object) -> dict:
    """The sentence of that key in both languages: {"ja", "en"}."""
    return _sentences.both(key, **values)


def gap() -> str:
    """What stands between two sentences."""
    return "" if _language == "ja" else " "


def number(value: float | None, digits: int = 4) -> str:
    """A number for reading: significant digits, a true minus sign, no noise."""
    if value is None:
        return "—"
    return "{:.{}g}".format(value, digits).replace("-", "−")


def route_name(name: str) -> str:
    """What a route is called on the page."""
    return say("student") if name == STUDENT else name
