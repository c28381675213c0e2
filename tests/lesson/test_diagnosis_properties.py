"""Properties of diagnoses that hold for any start, rate, spelling or slip of the pen."""

import json

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from submissions import momentum, sgd
from submissions.right_momentum import RIGHT as RIGHT_MOMENTUM
from submissions.right_sgd import RIGHT as RIGHT_SGD

from lesson import EXERCISES, diagnose
from visualizer.landscapes import LANDSCAPES

some = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
rates = st.floats(1e-4, 3)
momenta = st.floats(0, 0.999)
parts = st.floats(0, 1)
fields = st.sampled_from(list(LANDSCAPES.values()))


def point(field, part_of_x, part_of_y):
    (left, right), (low, high) = field.xlim, field.ylim
    return left + part_of_x * (right - left), low + part_of_y * (high - low)


@some
@given(fields, parts, parts, rates, momenta, st.sampled_from(list(RIGHT_MOMENTUM)))
def test_right_momentum_is_right_wherever_one_looks(field, px, py, lr, momentum, name):
    given = {"lr": lr, "momentum": momentum}
    start = point(field, px, py)
    assert diagnose(RIGHT_MOMENTUM[name], EXERCISES["momentum"], field, start, given).right


@some
@given(fields, parts, parts, rates, st.sampled_from(list(RIGHT_SGD)))
def test_right_sgd_is_right_wherever_one_looks(field, px, py, lr, name):
    start = point(field, px, py)
    assert diagnose(RIGHT_SGD[name], EXERCISES["sgd"], field, start, {"lr": lr}, steps=10).right


@some
@given(st.floats(1e-3, 2))
@example(0.95)
def test_any_fixed_rate_is_recognized_and_named(rate):
    assume(rate != 1)  # the same as a forgotten one
    code = sgd(f"for key in params: params[key] -= {rate!r} * grads[key]")
    diagnosis = diagnose(code, EXERCISES["sgd"])
    assert diagnosis.mistake == "rate_fixed"
    assert f"{rate:.4g}" in diagnosis.sentence["en"]


@some
@given(st.floats(0.05, 0.95))
def test_any_fixed_momentum_is_recognized_and_named(alpha):
    code = momentum(f"""
        for key in params:
            self.v[key] = {alpha!r} * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
    """)
    diagnosis = diagnose(code, EXERCISES["momentum"])
    assert diagnosis.mistake == "momentum_fixed"
    assert f"{alpha:.4g}" in diagnosis.sentence["ja"]


@some
@given(st.floats(0.1, 10))
def test_any_factor_is_recognized_and_named(factor):
    assume(abs(factor - 1) > 1e-3)
    code = sgd(f"for key in params: params[key] -= {factor!r} * self.lr * grads[key]")
    diagnosis = diagnose(code, EXERCISES["sgd"])
    assert diagnosis.mistake in ("scaled", "repeated")  # exactly twice is a loop within a loop
    assert diagnosis.mistake == "repeated" or f"{factor:.4g}" in diagnosis.sentence["en"]


@pytest.mark.parametrize("key", EXERCISES)
@settings(some, max_examples=60)
@given(data=st.data())
def test_slips_of_the_pen_never_break_the_diagnosis(impatient, key, data):
    """With a character lost, doubled or replaced the answer is wrong, or it still does the same."""
    exercise = EXERCISES[key]
    solution = exercise.solution
    at = data.draw(st.integers(0, len(solution) - 1))
    instead = data.draw(st.one_of(st.just(""), st.just(solution[at] * 2), st.characters()))
    code = solution[:at] + instead + solution[at + 1 :]
    diagnosis = diagnose(code, exercise)
    json.dumps(diagnosis.to_dict(), allow_nan=False)
    assert set(diagnosis.sentence) == {"ja", "en"}
    assert diagnosis.right == does_the_same(code, exercise)


def does_the_same(code, exercise):
    """Whether a class goes from x and y where the reference goes, by slopes that no trial has."""
    namespace = {}
    try:
        exec(code, namespace)
        methods = [cls(**exercise.hyperparameters) for cls in classes(namespace, exercise)]
        return alike(*methods)
    except Exception:
        return False


def classes(namespace, exercise):
    return namespace[exercise.class_name], exercise.reference


def alike(one, other):
    rng = np.random.default_rng(1)
    for _ in range(3):
        gradients = dict(zip("xy", rng.normal(size=2).tolist(), strict=True))
        mine, theirs = ({"x": 1.0, "y": 2.0} for _ in "12")
        one.update(mine, dict(gradients))
        other.update(theirs, dict(gradients))
        if not all(np.allclose(mine[key], theirs[key]) for key in gradients):
            return False
    return True
