"""Right answers that could do better: name → (exercise, what is remarked, code)."""

from submissions import code, momentum, sgd

REMARKED = {
    "x and y by name": (
        "sgd",
        "remark.names",
        sgd("""
            params["x"] -= self.lr * grads["x"]
            params["y"] -= self.lr * grads["y"]
        """),
    ),
    "names in a list": (
        "sgd",
        "remark.names",
        sgd("""
            for key in ["x", "y"]:
                if key in params:
                    params[key] -= self.lr * grads[key]
        """),
    ),
    "unpacked": (
        "sgd",
        "remark.names",
        sgd("""
            x, y = params.values()
            gx, gy = grads.values()
            params["x"], params["y"] = x - self.lr * gx, y - self.lr * gy
        """),
    ),
    "float": (
        "sgd",
        "remark.floats",
        sgd("""
            for key in params:
                params[key] = float(params[key]) - self.lr * float(grads[key])
        """),
    ),
    "if on the gradient": (
        "sgd",
        "remark.floats",
        sgd("""
            for key in params:
                if grads[key] != 0:
                    params[key] -= self.lr * grads[key]
        """),
    ),
    "rounded for printing": (
        "sgd",
        "remark.floats",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key]
                print(f"{params[key]:.3f}")
        """),
    ),
    "velocities of x and y by name": (
        "momentum",
        "remark.names",
        momentum(
            beginning="self.v = self.v or [0, 0]",
            body="""
                self.v[0] = self.momentum * self.v[0] - self.lr * grads["x"]
                self.v[1] = self.momentum * self.v[1] - self.lr * grads["y"]
                params["x"] += self.v[0]
                params["y"] += self.v[1]
            """,
        ),
    ),
    "the skeleton's velocities, x and y written out": (
        "momentum",
        "remark.names",
        momentum("""
            self.v["x"] = self.momentum * self.v["x"] - self.lr * grads["x"]
            self.v["y"] = self.momentum * self.v["y"] - self.lr * grads["y"]
            params["x"] += self.v["x"]
            params["y"] += self.v["y"]
        """),
    ),
    "two velocities": (
        "momentum",
        "remark.names",
        code("""
            class Momentum:
                def __init__(self, lr=0.1, momentum=0.9):
                    self.lr = lr
                    self.momentum = momentum
                    self.vx = 0.0
                    self.vy = 0.0

                def update(self, params, grads):
                    self.vx = self.momentum * self.vx - self.lr * grads["x"]
                    self.vy = self.momentum * self.vy - self.lr * grads["y"]
                    params["x"] += self.vx
                    params["y"] += self.vy
        """),
    ),
    "velocity as a vector": (
        "momentum",
        "remark.floats",
        momentum(
            beginning="""
                if self.v is None:
                    self.v = np.zeros(2)
            """,
            body="""
                gradient = np.array([grads["x"], grads["y"]])
                self.v = self.momentum * self.v - self.lr * gradient
                params["x"] += self.v[0]
                params["y"] += self.v[1]
            """,
        ),
    ),
    "float of the velocity": (
        "momentum",
        "remark.floats",
        momentum("""
            for key in params:
                self.v[key] = self.momentum * float(self.v[key]) - self.lr * grads[key]
                params[key] += self.v[key]
        """),
    ),
}
