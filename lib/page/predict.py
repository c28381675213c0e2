"""Predict, then see: the reader's guess first, theirs and the real thing together afterwards."""

from math import atan2, cos, pi, sin

from page import words
from page.dom import by_id, make
from page.gestures import Pointing, Sketching
from page.marks import ArrowMark, SketchMark

COMPASS = "→↗↑↖←↙↓↘"

# What can be chosen instead of drawing, by the kind of question.
CHOICES = {"sketch": ("straight", "zigzag", "curve", "stuck"), "waste": ("SGD", "Momentum")}


class Prediction:
    """One question of the lesson. on_guess(guess) gets a plain dict that can be kept:

    {"direction": [dx, dy]}, {"sketch": [[x, y], …]} or {"choice": word}.
    """

    def __init__(self, kind, origin, on_guess):
        self.kind, self.origin, self.on_guess = kind, origin, on_guess

    def ask(self, stage):
        """Offer the question on the canvas and as buttons."""
        if self.kind == "direction":
            stage.use(Pointing(self.origin, lambda dx, dy: self.on_guess({"direction": [dx, dy]})))
        elif self.kind == "sketch":
            stage.use(Sketching(lambda points: self.on_guess({"sketch": points})))
        self.show_choices()

    def show_choices(self):
        box = by_id("choices")
        box.replaceChildren()
        box.hidden = False
        if self.kind == "direction":
            for index in range(8):
                box.append(self._compass_button(index))
        else:
            for word in CHOICES[self.kind]:
                box.append(self._button(words.say("choice." + word), {"choice": word}))

    def _compass_button(self, index):
        angle = index * pi / 4
        guess = {"direction": [cos(angle), sin(angle)]}
        button = self._button(COMPASS[index], guess)
        button.setAttribute("aria-label", words.say("compass", degrees=index * 45))
        return button

    def _button(self, text, guess):
        button = make("button", text, type="button")
        button.addEventListener("click", lambda event: self.on_guess(guess))
        return button


def marks_of(guess, origin, gradient=None):
    """What to draw over the figure for a guess: the reader's, and −∇f where it is known."""
    if "direction" in guess:
        marks = [ArrowMark(origin, guess["direction"], "--sketch")]
        if gradient:
            marks.append(ArrowMark(origin, [-gradient[0], -gradient[1]], "--bad"))
        return marks
    return [SketchMark(guess["sketch"])] if "sketch" in guess else []


def verdict(guess, answer, gradient=None):
    """The sentence that compares a guess with what happened."""
    if "direction" in guess and gradient:
        degrees = round(angle_between(guess["direction"], [-gradient[0], -gradient[1]]))
        return words.say("verdict.close" if degrees <= 20 else "verdict.apart", degrees=degrees)
    if "sketch" in guess:
        return words.say("verdict.sketch")
    if "choice" in guess:
        chosen, right = (words.say("choice." + word) for word in (guess["choice"], answer))
        key = "verdict.right" if guess["choice"] == answer else "verdict.other"
        return words.say(key, chosen=chosen, right=right)
    return ""


def angle_between(a, b):
    """Degrees between two directions, 0 to 180."""
    turn = abs(atan2(a[1], a[0]) - atan2(b[1], b[0])) * 180 / pi
    return min(turn, 360 - turn)


def waste(route):
    """How far a walk went up and down in all, and how far along x it got: (sum |Δy|, |Δx|)."""
    points = route["points"]
    up_and_down = sum(abs(points[i + 1][1] - points[i][1]) for i in range(len(points) - 1))
    return up_and_down, abs(points[-1][0] - points[0][0])
