"""Right answers to the exercise SGD, in many spellings."""

from submissions import code, sgd

RIGHT = {
    "items": sgd("""
        for key, value in params.items():
            params[key] = value - self.lr * grads[key]
    """),
    "one by one": sgd("""
        for name in list(params.keys()):
            gradient = grads[name]
            step = gradient * self.lr
            params[name] = -step + params[name]
    """),
    "update with a comprehension": sgd("""
        params.update({k: params[k] - self.lr * grads[k] for k in params})
    """),
    "zip": sgd("""
        for key, w, g in zip(list(params), list(params.values()), grads.values()):
            params[key] = w - self.lr * g
    """),
    "while": sgd("""
        keys = list(params)
        i = 0
        while i < len(keys):
            params[keys[i]] = params[keys[i]] - grads[keys[i]] * self.lr
            i += 1
    """),
    "numpy": code("""
        import numpy as np

        class SGD:
            def __init__(self, lr=0.01):
                self.learning_rate = np.float64(lr)
                self.history = []

            def update(self, params, grads):
                for key in params:
                    params[key] = np.subtract(params[key], self.learning_rate * grads[key])
                self.history.append(dict(params))
    """),
    "helpers": code("""
        def step(w, g, lr):
            return w - lr * g

        class SGD:
            def __init__(self, lr=0.01):
                self.lr = lr

            def update(self, params, grads):
                for key in params:
                    self._move(params, grads, key)

            def _move(self, params, grads, key):
                params[key] = step(params[key], grads[key], self.lr)
    """),
    "returns as well": sgd("""
        for key in grads.keys():
            params[key] += -self.lr * grads[key]
        return params
    """),
    "prints": sgd("""
        for key in params:
            print(key, params[key], grads[key])
            params[key] -= self.lr * grads[key]
    """),
    "dataclass": code("""
        from dataclasses import dataclass

        @dataclass
        class SGD:
            lr: float = 0.01

            def update(self, params, grads):
                for key in params:
                    params[key] -= self.lr * grads[key]
    """),
    "inherits": code("""
        class Optimizer:
            def __init__(self, lr=0.01):
                self.lr = lr

            def update(self, params, grads):
                for key in params:
                    params[key] = self.moved(params[key], grads[key])

        class SGD(Optimizer):
            def moved(self, w, g):
                return w - self.lr * g

        if __name__ == "__main__":
            optimizer = SGD(lr=0.1)
            params = {"x": 1.0}
            optimizer.update(params, {"x": 2.0})
            print(params)
    """),
    "annotated, other names": code("""
        class SGD:
            rate: float

            def __init__(self, lr: float = 0.01) -> None:
                self.rate = lr

            def update(self, p: dict, g: dict) -> None:
                for k in p: p[k] = p[k] - self.rate * g[k]
    """),
    "uses the gradient's array": sgd("""
        for key in params:
            grads[key] *= self.lr
            params[key] -= grads[key]
    """),
    "the deck's": code("""
        class SGD:
            def __init__(self, lr=0.1):
                self.lr = lr

            def update(self, params, grads):
                for key in params:
                    params[key] = params[key] - self.lr * grads[key]
    """),
    "the book's default rate": sgd("""
        for key in params:
            params[key] -= self.lr * grads[key]
    """).replace("lr=0.1", "lr=0.01"),
    "no default rate": sgd("""
        for key in params:
            params[key] -= self.lr * grads[key]
    """).replace("lr=0.1", "lr"),
    "prints all that it gets, again and again": sgd("""
        for key in params:
            print("params:", params, "grads:", grads, "rate:", self.lr)
            params[key] -= self.lr * grads[key]
            print("params:", params, "grads:", grads, "rate:", self.lr)
    """),
    "in Japanese": code("""
        class SGD:
            def __init__(self, lr=0.01):
                self.学習率 = lr

            def update(self, params, grads):
                for 名前 in params:
                    params[名前] -= self.学習率 * grads[名前]  # 傾きの逆へ
    """),
}
