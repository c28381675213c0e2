"""Predict, then see: the reader's guess first, theirs and the real thing together afterwards.

A guess is a plain dict: {"direction": [dx, dy]}, {"sketch": [[x, y], …]} or {"choice": word}.
"""

from math import atan2, cos, pi, sin

from page.frame import words
from page.frame.dom import make
from page.stage.gestures import Gesture, Pointing, Sketching
from page.stage.marks import ArrowMark, SketchMark
from page.state.reading import CHOICES

COMPASS = "→↗↑↖←↙↓↘"


def gesture(kind: str, origin: list, on_guess: object) -> Gesture | None:
    """How a question is answered on the canvas; None: by its buttons alone.

    kind: "direction", "sketch" or "waste".
    origin: the point (x, y) from which a direction is pointed out.
    on_guess: called with the guess.
    """
    if kind == "direction":
        return Pointing(origin, lambda dx, dy: on_guess({"direction": [dx, dy]}))
    if kind == "sketch":
        return Sketching(lambda points: on_guess({"sketch": [list(point) for point in points]}))
    return None


def choices(kind: str, on_guess: object) -> list:
    """The buttons with which a question can be answered."""
    if kind == "direction":
        return [_compass_button(index, on_guess) for index in range(8)]
    return [
        _button(words.say("choice." + word), {"choice": word}, on_guess) for word in CHOICES[kind]
    ]


def _compass_button(index: int, on_guess: object) -> object:
    angle = index * pi / 4
    element = _button(COMPASS[index], {"direction": [cos(angle), sin(angle)]}, on_guess)
    element.setAttribute("aria-label", words.say("compass", degrees=index * 45))
    return element


def _button(text: str, guess: dict, on_guess: object) -> object:
    element = make("button", text, type="button")
    element.addEventListener("click", lambda event: on_guess(guess))
    return element


def marks_of(guess: dict, origin: list, gradient: list) -> list:
    """What to draw over the figure for a guess: the reader's, and −∇f."""
    if "direction" in guess and None not in gradient:
        down = [-part for part in gradient]
        return [ArrowMark(origin, guess["direction"], "--sketch"), ArrowMark(origin, down, "--bad")]
    return [SketchMark(guess["sketch"])] if "sketch" in guess else []


def verdict(guess: dict, answer: str | None, gradient: list) -> str:
    """The sentence that compares a guess with what happened."""
    if "direction" in guess and None not in gradient:
        degrees = round(angle_between(guess["direction"], [-gradient[0], -gradient[1]]))
        return words.say("verdict.close" if degrees <= 20 else "verdict.apart", degrees=degrees)
    if "sketch" in guess:
        return words.say("verdict.sketch")
    if "choice" in guess:
        chosen, right = (words.say("choice." + word) for word in (guess["choice"], answer))
        key = "verdict.right" if guess["choice"] == answer else "verdict.other"
        return words.say(key, chosen=chosen, right=right)
    return ""


def angle_between(a: list, b: list) -> float:
    """Degrees between two directions, 0 to 180."""
    turn = abs(atan2(a[1], a[0]) - atan2(b[1], b[0])) * 180 / pi
    return min(turn, 360 - turn)


def waste(route: dict) -> tuple:
    """How far a walk went up and down in all, and how far along x it got: (sum |Δy|, |Δx|)."""
    points = route["points"]
    up_and_down = sum(abs(points[i + 1][1] - points[i][1]) for i in range(len(points) - 1))
    return up_and_down, abs(points[-1][0] - points[0][0])


def waste_in_words(route: dict) -> str:
    sway, way = waste(route)
    return words.say("waste", name=route["name"], sway="%.1f" % sway, way="%.1f" % way)
