"""Right answers to the exercise Momentum, in many spellings."""

from submissions import code, momentum

RIGHT = {
    "the book's": momentum("""
        for key in params.keys():
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
    """),
    "velocity points up": momentum("""
        for key in params:
            self.v[key] = self.momentum * self.v[key] + self.lr * grads[key]
            params[key] -= self.v[key]
    """),
    "rate multiplied in at the end": momentum("""
        for key in params:
            self.v[key] = self.momentum * self.v[key] + grads[key]
            params[key] = params[key] - self.lr * self.v[key]
    """),
    "two loops": momentum("""
        for key in params:
            self.v[key] *= self.momentum
            self.v[key] -= self.lr * grads[key]
        for key in params:
            params[key] = params[key] + self.v[key]
    """),
    "in place": momentum("""
        for key in params:
            v = self.v[key]
            v *= self.momentum
            v -= self.lr * grads[key]
            params[key] += v
    """),
    "defaultdict": code("""
        from collections import defaultdict

        class Momentum:
            def __init__(self, lr=0.01, momentum=0.9):
                self.lr, self.alpha = lr, momentum
                self.velocity = defaultdict(float)

            def update(self, params, grads):
                for k in params:
                    self.velocity[k] = self.alpha * self.velocity[k] - self.lr * grads[k]
                    params[k] += self.velocity[k]
    """),
    "get": code("""
        class Momentum:
            def __init__(self, lr=0.01, momentum=0.9):
                self.lr = lr
                self.momentum = momentum
                self.v = {}

            def update(self, params, grads):
                for key, g in grads.items():
                    v = self.momentum * self.v.get(key, 0) - self.lr * g
                    self.v[key] = v
                    params[key] = params[key] + v
    """),
    "remembers positions": code("""
        class Momentum:
            def __init__(self, lr=0.01, momentum=0.9):
                self.lr, self.momentum, self.before = lr, momentum, None

            def update(self, params, grads):
                now = {key: params[key] + 0 for key in params}
                before = self.before or now
                for key in params:
                    inertia = self.momentum * (now[key] - before[key])
                    params[key] = now[key] + inertia - self.lr * grads[key]
                self.before = now
    """),
    "dataclass": code("""
        from dataclasses import dataclass, field

        @dataclass
        class Momentum:
            lr: float = 0.01
            momentum: float = 0.9
            v: dict = field(default_factory=dict)

            def update(self, params, grads):
                for key in params:
                    self.v.setdefault(key, 0.0)
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
    """),
    "class attribute shadowed": code("""
        class Momentum:
            v = None

            def __init__(self, lr=0.01, momentum=0.9):
                self.lr, self.momentum = lr, momentum

            def update(self, params, grads):
                if self.v is None:
                    self.v = {key: 0 * value for key, value in params.items()}
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
    """),
    "list of velocities": code("""
        class Momentum:
            def __init__(self, lr=0.01, momentum=0.9):
                self.lr, self.momentum, self.v = lr, momentum, None

            def update(self, params, grads):
                if self.v is None:
                    self.v = [0.0] * len(params)
                for i, key in enumerate(params):
                    self.v[i] = self.momentum * self.v[i] - self.lr * grads[key]
                    params[key] += self.v[i]
    """),
    "a closure for each": code("""
        class Momentum:
            def __init__(self, lr=0.01, momentum=0.9):
                self.make = lambda: Ball(lr, momentum)
                self.balls = {}

            def update(self, params, grads):
                for key in params:
                    if key not in self.balls:
                        self.balls[key] = self.make()
                    params[key] = self.balls[key].roll(params[key], grads[key])

        class Ball:
            __slots__ = ("lr", "momentum", "v")

            def __init__(self, lr, momentum):
                self.lr, self.momentum, self.v = lr, momentum, 0.0

            def roll(self, w, g):
                self.v = self.momentum * self.v - self.lr * g
                return w + self.v
    """),
    "another default momentum": momentum("""
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
    """).replace("lr=0.01, momentum=0.9", "lr=0.1, momentum=0.5"),
    "no defaults": momentum("""
        for key in params:
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] += self.v[key]
    """).replace("lr=0.01, momentum=0.9", "lr, momentum"),
    "first step apart": momentum(
        beginning="""
            if self.v is None:
                self.v = {key: -self.lr * grads[key] for key in params}
            else:
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
        """,
        body="""
            for key in params:
                params[key] += self.v[key]
        """,
    ),
}
