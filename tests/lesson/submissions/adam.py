"""Answers to an exercise for a method with other hyper-parameters than those of the lesson."""

from submissions import code
from submissions.write_adam import exercise

SOLUTION = exercise.solution

RIGHT = {
    "the solution": SOLUTION,
    "corrected averages": SOLUTION.replace(
        "self.lr * (1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)",
        "self.lr * ((1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t))",
    ),
    "other defaults": SOLUTION.replace("lr=0.001, beta1=0.9, beta2=0.999", "lr, beta1, beta2"),
    "differences": code("""
        class Adam:
            def __init__(self, lr=0.001, beta1=0.9, beta2=0.999):
                self.rate, self.b1, self.b2 = lr, beta1, beta2
                self.b1_power = self.b2_power = 1.0
                self.m = None

            def update(self, params, grads):
                if self.m is None:
                    self.m = {key: 0.0 * params[key] for key in params}
                    self.v = {key: 0.0 * params[key] for key in params}
                self.b1_power *= self.b1
                self.b2_power *= self.b2
                rate = self.rate * (1 - self.b2_power) ** 0.5 / (1 - self.b1_power)
                for key, g in grads.items():
                    self.m[key] = self.m[key] + (1 - self.b1) * (g - self.m[key])
                    self.v[key] = self.v[key] + (1 - self.b2) * (g * g - self.v[key])
                    params[key] -= rate * self.m[key] / (self.v[key] ** 0.5 + 1e-7)
    """),
}

WRONG = {
    "beta2 ignored": (
        "fixed",
        SOLUTION.replace("beta2 = lr, beta1, beta2", "beta2 = lr, beta1, 0.999"),
    ),
    "beta1 ignored": (
        "fixed",
        SOLUTION.replace("beta2 = lr, beta1, beta2", "beta2 = lr, 0.9, beta2"),
    ),
    "both ignored": (
        "fixed",
        SOLUTION.replace("beta2 = lr, beta1, beta2", "beta2 = lr, 0.9, 0.999"),
    ),
    "another beta2": (
        "fixed",
        SOLUTION.replace("beta2 = lr, beta1, beta2", "beta2 = lr, beta1, 0.98"),
    ),
    "fixed rate": (
        "fixed",
        SOLUTION.replace("beta2 = lr, beta1, beta2", "beta2 = 0.2, beta1, beta2"),
    ),
    "climbs": ("climbs", SOLUTION.replace("- rate * m", "+ rate * m")),
    "betas swapped": (
        None,
        SOLUTION.replace("beta2 = lr, beta1, beta2", "beta2 = lr, beta2, beta1"),
    ),
    "no correction": (
        None,
        SOLUTION.replace("(1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)", "1"),
    ),
    "no square": (None, SOLUTION.replace("grads[key] ** 2", "grads[key]")),
    "no root": (None, SOLUTION.replace("v**0.5", "v")),
    "only x": (
        "only_first",
        SOLUTION.replace("for key in params", "for key in list(params)[:1]"),
    ),
    "rmsprop": (None, SOLUTION.replace("rate * m", "rate * grads[key]")),
}
