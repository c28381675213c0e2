"""The numbers of the slides and of the book's own scripts, on f = x²/20 + y²."""

import textwrap

import matplotlib
import numpy as np
import pytest

import visualizer
from visualizer import SGD, AdaGrad, Adam, Adventurer, Field, Momentum
from visualizer.landscapes import LANDSCAPES

matplotlib.use("agg")

SLIDE, BOOK = (-0.5, 0.2), (-7.0, 2.0)
WALKS = [
    (SGD, 0.95, SLIDE, {1: (-0.4525, -0.18), 20: (-0.06791123, 0.02431533)}),
    (Momentum, 0.1, SLIDE, {1: (-0.495, 0.16), 20: (-0.05891109, -0.06985052)}),
    (
        SGD,
        0.95,
        BOOK,
        {1: (-6.335, -1.8), 10: (-2.57978689, 0.69735688), 30: (-0.35039300, 0.08478232)},
    ),
    (
        Momentum,
        0.1,
        BOOK,
        {1: (-6.93, 1.6), 10: (-4.34755379, 0.00879974), 30: (0.89641386, 0.08808560)},
    ),
    (
        AdaGrad,
        1.5,
        BOOK,
        {
            1: (-5.50000021, 0.50000004),
            10: (-1.48938553, 4.33778e-6),
            30: (-0.12016232, 2.486e-17),
        },
    ),
    (
        Adam,
        0.3,
        BOOK,
        {
            1: (-6.70000136, 1.70000024),
            10: (-4.05941857, -0.49184629),
            30: (0.13600685, 0.31824538),
        },
    ),
]


@pytest.mark.parametrize(("optimizer", "lr", "start", "expected"), WALKS)
def test_walks_of_the_slides_and_the_book(optimizer, lr, start, expected):
    route = Adventurer(*start).optimize(LANDSCAPES["valley"], optimizer(lr=lr), steps=30)
    assert route.reason == "finished"
    for step, point in expected.items():
        assert route.points[step] == pytest.approx(point, abs=5e-9)


def test_adagrad_comes_down_to_the_last_digits():
    route = Adventurer(*BOOK).optimize(LANDSCAPES["valley"], AdaGrad(lr=1.5), steps=30)
    assert route.y[10] == pytest.approx(4.33778e-6, rel=1e-6)
    assert route.y[30] == pytest.approx(2.486e-17, rel=1e-3)


@pytest.mark.parametrize(("optimizer", "lr", "start", "expected"), WALKS)
def test_the_numerical_gradient_walks_the_same_way(optimizer, lr, start, expected):
    field = Field(lambda x, y: x**2 / 20 + y**2, (-10, 10), (-5, 5))
    route = Adventurer(*start).optimize(field, optimizer(lr=lr), steps=30)
    for step, point in expected.items():
        assert route.points[step] == pytest.approx(point, abs=1e-7)


def test_sgd_follows_its_closed_form():
    route = Adventurer(*BOOK).optimize(LANDSCAPES["valley"], SGD(lr=0.95), steps=30)
    k = np.arange(31)
    np.testing.assert_allclose(route.x, -7 * 0.905**k, rtol=1e-12)
    np.testing.assert_allclose(route.y, 2 * (-0.9) ** k, rtol=1e-12)


def test_the_sample_of_the_slides_runs_as_printed():
    sample = visualizer.__doc__.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
    names = {}
    exec(textwrap.dedent(sample), names)
    adventurer = names["adventurer"]
    assert len(adventurer.route) == 31
    assert adventurer.route.points[-1] == pytest.approx(np.multiply((-0.5, 0.2), 0.8**30))
    matplotlib.pyplot.close("all")


class BooksMomentum:
    """As printed in the book: any object with update(params, grads) is a method."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {}
            for key, val in params.items():
                self.v[key] = np.zeros_like(val)
        for key in params.keys():  # noqa: SIM118
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]


def test_a_class_of_the_book_walks_too():
    route = Adventurer(*BOOK).optimize(LANDSCAPES["valley"], BooksMomentum(lr=0.1), steps=30)
    assert route.name == "BooksMomentum"
    assert route.points[30] == pytest.approx((0.89641386, 0.08808560), abs=5e-9)
