"""Wrong answers to the exercise Momentum: name → (mistake, code)."""

from submissions import code, momentum

WRONG = {
    # The class cannot be used, or nothing moves
    "SGD again": ("class_missing", momentum("pass").replace("Momentum", "SGD")),
    "no momentum in __init__": (
        "constructor",
        momentum("pass").replace(", momentum=0.9", "").replace("self.momentum = momentum", ""),
    ),
    "pass": ("nothing_changes", momentum("pass")),
    "only the velocity": (
        "velocity_only",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
        """),
    ),
    "returns": (
        "returns",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            return {key: params[key] + self.v[key] for key in params}
        """),
    ),
    "replaced": (
        "params_replaced",
        momentum("""
            new = {}
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                new[key] = params[key] + self.v[key]
            params = new
        """),
    ),
    "only a variable": (
        "local_only",
        momentum("""
            for key in params:
                v = self.momentum * self.v[key] - self.lr * grads[key]
        """),
    ),
    # Signs
    "gradient added": (
        "climbs",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] + self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "velocity subtracted": (
        "velocity_subtracted",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] -= self.v[key]
        """),
    ),
    "friction backwards": (
        "friction_negative",
        momentum("""
            for key in params:
                self.v[key] = -self.momentum * self.v[key] - self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    # Rate and momentum
    "no rate": (
        "rate_forgotten",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - grads[key]
                params[key] += self.v[key]
        """),
    ),
    "rate twice": (
        "rate_twice",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] += self.lr * self.v[key]
        """),
    ),
    "rate fixed": (
        "rate_fixed",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - 0.01 * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "momentum fixed": (
        "momentum_fixed",
        momentum("""
            for key in params:
                self.v[key] = 0.9 * self.v[key] - self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "both fixed": (
        "both_fixed",
        momentum("""
            lr, alpha = 0.1, 0.9
            for key in params:
                self.v[key] = alpha * self.v[key] - lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "no momentum": (
        "momentum_forgotten",
        momentum("""
            for key in params:
                self.v[key] -= self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "momentum on all": (
        "momentum_misplaced",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * (self.v[key] - self.lr * grads[key])
                params[key] += self.v[key]
        """),
    ),
    "momentum on the gradient": (
        "momentum_misplaced",
        momentum("""
            for key in params:
                self.v[key] = self.v[key] - self.momentum * self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "swapped": (
        "roles_swapped",
        momentum("""
            for key in params:
                self.v[key] = self.lr * self.v[key] - self.momentum * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "swapped in __init__": (
        "roles_swapped",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] += self.v[key]
        """)
        .replace("self.lr = lr", "self.lr = momentum")
        .replace("self.momentum = momentum", "self.momentum = lr"),
    ),
    "twice the step": (
        "scaled",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - 2 * self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    # The formula
    "average": (
        "average",
        momentum("""
            for key in params:
                v = self.momentum * self.v[key] + (1 - self.momentum) * grads[key]
                self.v[key] = v
                params[key] -= self.lr * v
        """),
    ),
    "average with the rate inside": (
        "average",
        momentum("""
            for key in params:
                pull = (1 - self.momentum) * self.lr * grads[key]
                self.v[key] = self.momentum * self.v[key] - pull
                params[key] += self.v[key]
        """),
    ),
    "velocity not added": (
        "velocity_unused",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] -= self.lr * grads[key]
        """),
    ),
    "old velocity": (
        "velocity_old",
        momentum("""
            for key in params:
                params[key] += self.v[key]
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
        """),
    ),
    "becomes the velocity": (
        "assigns_step",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] = self.v[key]
        """),
    ),
    "SGD on top": (
        "gradient_twice",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] -= self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "no gradient": (
        "gradient_forgotten",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr
                params[key] += self.v[key]
        """),
    ),
    "moves ahead first": (
        "moves_first",
        momentum("""
            for key in params:
                params[key] += self.momentum * self.v[key]
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "position for velocity": (
        "position_for_velocity",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * params[key] - self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
    "Nesterov": (
        "another_method",
        momentum("""
            for key in params:
                params[key] += self.momentum * self.momentum * self.v[key]
                params[key] -= (1 + self.momentum) * self.lr * grads[key]
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
        """),
    ),
    # State
    "made anew each time": (
        "state_lost",
        momentum(
            beginning="self.v = {key: np.zeros_like(params[key]) for key in params}",
            body="""
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
            """,
        ),
    ),
    "velocity in a variable": (
        "state_lost",
        momentum("""
            for key in params:
                v = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] += v
        """),
    ),
    "SGD's formula": (
        "state_lost",
        momentum("""
            for key in params:
                params[key] -= self.lr * grads[key]
        """),
    ),
    "one velocity": (
        "state_shared_keys",
        momentum(
            beginning="self.v = self.v or 0.0",
            body="""
                for key in params:
                    self.v = self.momentum * self.v - self.lr * grads[key]
                    params[key] += self.v
            """,
        ),
    ),
    "velocity of the class": (
        "state_shared_runs",
        code("""
            class Momentum:
                v = {}

                def __init__(self, lr=0.01, momentum=0.9):
                    self.lr, self.momentum = lr, momentum

                def update(self, params, grads):
                    for key in params:
                        self.v[key] = self.momentum * self.v.get(key, 0) - self.lr * grads[key]
                        params[key] += self.v[key]
        """),
    ),
    "velocity as a default argument": (
        "state_shared_runs",
        code("""
            class Momentum:
                def __init__(self, lr=0.01, momentum=0.9, v={}):
                    self.lr, self.momentum, self.v = lr, momentum, v

                def update(self, params, grads):
                    for key in params:
                        self.v[key] = self.momentum * self.v.get(key, 0) - self.lr * grads[key]
                        params[key] += self.v[key]
        """),
    ),
    "global velocity, emptied for each": (
        "state_shared_runs",
        code("""
            class Momentum:
                def __init__(self, lr=0.01, momentum=0.9):
                    global v
                    v = {}
                    self.lr, self.momentum = lr, momentum

                def update(self, params, grads):
                    for key in params:
                        v[key] = self.momentum * v.get(key, 0) - self.lr * grads[key]
                        params[key] += v[key]
        """),
    ),
    "starts with the gradient": (
        "velocity_starts_wrong",
        momentum(
            beginning="""
                if self.v is None:
                    self.v = {key: grads[key] for key in params}
            """,
            body="""
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
            """,
        ),
    ),
    "starts with ones": (
        "velocity_starts_wrong",
        momentum(
            beginning="""
                if self.v is None:
                    self.v = {key: np.ones_like(params[key]) for key in params}
            """,
            body="""
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
            """,
        ),
    ),
    # x and y
    "outside of the loop": (
        "only_last",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
        """),
    ),
    "only x": (
        "only_first",
        momentum("""
            self.v["x"] = self.momentum * self.v["x"] - self.lr * grads["x"]
            params["x"] += self.v["x"]
        """),
    ),
    "y's gradient for x": (
        "mixed_up",
        momentum("""
            for key, other in (("x", "y"), ("y", "x")):
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[other]
                params[key] += self.v[key]
        """),
    ),
    "loop in a loop": (
        "repeated",
        momentum("""
            for _ in params:
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
        """),
    ),
    # Right only sometimes
    "in place, not stored": (
        "arrays_only",
        momentum(
            beginning="self.v = self.v or {key: 0 * params[key] for key in params}",
            body="""
                for key in params:
                    v = self.v[key]
                    v *= self.momentum
                    v -= self.lr * grads[key]
                    params[key] += v
            """,
        ),
    ),
    # No mistake that has a name
    "state lost now and then": (
        None,
        momentum("""
            self.steps = getattr(self, "steps", 0) + 1
            for key in params:
                self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                params[key] += self.v[key]
                if self.steps == 15:
                    self.v[key] = 0.0
        """),
    ),
}
