"""Wrong answers to the exercise SGD: name → (mistake, code)."""

from submissions import code, sgd

WRONG = {
    # The class cannot be used
    "empty": ("class_missing", ""),
    "another name": ("class_missing", sgd("pass").replace("SGD", "Sgd")),
    "a function": ("class_missing", "def SGD(lr=0.01):\n    pass\n"),
    "update dedented": (
        "update_outside",
        code("""
            class SGD:
                def __init__(self, lr=0.01):
                    self.lr = lr

            def update(self, params, grads):
                for key in params:
                    params[key] -= self.lr * grads[key]
        """),
    ),
    "update misspelled": ("update_missing", sgd("pass").replace("update", "updata")),
    "the library's": ("update_imported", "from visualizer import SGD"),
    "made of the library's": (
        "update_imported",
        "import visualizer\n\nclass SGD(visualizer.SGD):\n    pass\n",
    ),
    "one underscore": ("init_misspelled", sgd("pass").replace("__init__", "_init_")),
    "int for init": ("init_misspelled", sgd("pass").replace("__init__", "__int__")),
    "another argument": ("constructor", sgd("pass").replace("lr=0.1", "eta=0.1")),
    "no self": ("self_missing", sgd("pass").replace("self, params", "params")),
    "no grads": ("update_arguments", sgd("pass").replace(", grads", "")),
    "update is a number": (
        "update_arguments",
        "class SGD:\n    def __init__(self, lr=1): 0\n    update = 3",
    ),
    # Nothing moves
    "pass": ("nothing_changes", sgd("pass")),
    "only prints": ("nothing_changes", sgd("print(params, grads)")),
    "compares": (
        "nothing_changes",
        sgd("params == {k: params[k] - self.lr * grads[k] for k in params}"),
    ),
    "returns a dict": (
        "returns",
        sgd("return {key: params[key] - self.lr * grads[key] for key in params}"),
    ),
    "returns a number": ("returns", sgd('return params["x"] - self.lr * grads["x"]')),
    "rebinds params": (
        "params_replaced",
        sgd("params = {key: params[key] - self.lr * grads[key] for key in params}"),
    ),
    "changes a copy": (
        "params_replaced",
        sgd("""
            new = params.copy()
            for key in params:
                new[key] -= self.lr * grads[key]
        """),
    ),
    "changes a copy in a helper": (
        "params_replaced",
        code("""
            class SGD:
                def __init__(self, lr=0.01):
                    self.lr = lr

                def update(self, params, grads):
                    self.step(dict(params), grads)

                def step(self, params, grads):
                    for key in params:
                        params[key] -= self.lr * grads[key]
        """),
    ),
    "only a variable": (
        "local_only",
        sgd("""
            for key in params:
                W = params[key]
                W = W - self.lr * grads[key]
        """),
    ),
    "only x and y": (
        "local_only",
        sgd("""
            x, y = params["x"], params["y"]
            x -= self.lr * grads["x"]
            y -= self.lr * grads["y"]
        """),
    ),
    # Signs and the rate
    "plus": (
        "climbs",
        sgd("""
            for key in params:
                params[key] += self.lr * grads[key]
        """),
    ),
    "two minus signs": (
        "climbs",
        sgd("""
            for key in params:
                params[key] -= -self.lr * grads[key]
        """),
    ),
    "plus, fixed rate": (
        "climbs",
        sgd("""
            for key in params:
                params[key] += 0.1 * grads[key]
        """),
    ),
    "no rate": (
        "rate_forgotten",
        sgd("""
            for key in params:
                params[key] = params[key] - grads[key]
        """),
    ),
    "rate in the code": (
        "rate_fixed",
        sgd("""
            for key in params:
                params[key] -= 0.01 * grads[key]
        """),
    ),
    "rate that happens to be the shown one": (
        "rate_fixed",
        sgd("""
            for key in params:
                params[key] -= 0.95 * grads[key]
        """),
    ),
    "rate not taken over": (
        "rate_fixed",
        code("""
            class SGD:
                def __init__(self, lr=0.01):
                    self.lr = 0.01

                def update(self, params, grads):
                    for key in params:
                        params[key] -= self.lr * grads[key]
        """),
    ),
    "divided by rate": (
        "rate_divides",
        sgd("""
            for key in params:
                params[key] -= grads[key] / self.lr
        """),
    ),
    "rate added": (
        "rate_added",
        sgd("""
            for key in params:
                params[key] -= self.lr + grads[key]
        """),
    ),
    "twice": (
        "scaled",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key]
            for key in params:
                params[key] -= self.lr * grads[key] * 2
        """),
    ),
    "halved": (
        "scaled",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key] / 2
        """),
    ),
    # The formula
    "no gradient": (
        "gradient_forgotten",
        sgd("""
            for key in params:
                params[key] -= self.lr
        """),
    ),
    "equals minus": (
        "assigns_step",
        sgd("""
            for key in params:
                params[key] =- self.lr * grads[key]
        """),
    ),
    "equals": (
        "assigns_step",
        sgd("""
            for key in params:
                params[key] = self.lr * grads[key]
        """),
    ),
    "position for gradient": (
        "position_for_gradient",
        sgd("""
            for key in grads:
                params[key] -= self.lr * params[key]
        """),
    ),
    "brackets": (
        "bracket",
        sgd("""
            for key in params:
                params[key] = self.lr * (params[key] - grads[key])
        """),
    ),
    "other brackets": (
        "bracket",
        sgd("""
            for key in params:
                params[key] = (params[key] - self.lr) * grads[key]
        """),
    ),
    "squared": (
        "squared",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key] ** 2
        """),
    ),
    "sign": (
        "sign_only",
        sgd("""
            for key in params:
                if grads[key] > 0:
                    params[key] -= self.lr
                else:
                    params[key] += self.lr
        """),
    ),
    "AdaGrad": (
        "another_method",
        sgd("""
            self.h = getattr(self, "h", {})
            for key in params:
                self.h[key] = self.h.get(key, 0) + grads[key] ** 2
                params[key] -= self.lr * grads[key] / (self.h[key] ** 0.5 + 1e-7)
        """),
    ),
    # x and y
    "only x": ("only_first", sgd('params["x"] -= self.lr * grads["x"]')),
    "only y": ("only_last", sgd('params["y"] -= self.lr * grads["y"]')),
    "return in the loop": (
        "only_first",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key]
                return params
        """),
    ),
    "after the loop": (
        "only_last",
        sgd("""
            for key in params:
                step = self.lr * grads[key]
            params[key] -= step
        """),
    ),
    "gradients swapped": (
        "mixed_up",
        sgd("""
            params["x"] -= self.lr * grads["y"]
            params["y"] -= self.lr * grads["x"]
        """),
    ),
    "gradient of x for both": (
        "mixed_up",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads["x"]
        """),
    ),
    "gradient of y for both": (
        "mixed_up",
        sgd("""
            for key in params:
                params[key] -= self.lr * grads["y"]
        """),
    ),
    "results swapped": (
        "mixed_up",
        sgd("""
            x = params["x"] - self.lr * grads["x"]
            y = params["y"] - self.lr * grads["y"]
            params["x"], params["y"] = y, x
        """),
    ),
    "loop in a loop": (
        "repeated",
        sgd("""
            for key in params:
                for key in params:
                    params[key] -= self.lr * grads[key]
        """),
    ),
    # Right only sometimes
    "a variable, changed in place": (
        "arrays_only",
        sgd("""
            for key in params:
                W = params[key]
                W -= self.lr * grads[key]
        """),
    ),
    "slice": (
        "arrays_only",
        sgd("""
            for key in params:
                params[key][:] = params[key] - self.lr * grads[key]
        """),
    ),
    "gradient of the valley": (
        "field_fixed",
        sgd("""
            params["x"] -= self.lr * params["x"] / 10
            params["y"] -= self.lr * params["y"] * 2
        """),
    ),
    "rate of the class": (
        "state_shared_runs",
        code("""
            class SGD:
                rates = []

                def __init__(self, lr=0.01):
                    self.rates.append(lr)

                def update(self, params, grads):
                    for key in params:
                        params[key] -= self.rates[0] * grads[key]
        """),
    ),
    # No mistake that has a name
    "rate decays": (
        None,
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key]
            self.lr *= 0.9
        """),
    ),
    "cube root": (
        None,
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key] ** 3
        """),
    ),
    "stops after ten steps": (
        None,
        sgd("""
            self.steps = getattr(self, "steps", 0) + 1
            for key in params:
                params[key] -= self.lr * grads[key] * (self.steps <= 10)
        """),
    ),
}
