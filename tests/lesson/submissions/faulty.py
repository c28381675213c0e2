"""Answers that end in an error or never end: name → (exercise, fault's kind, line, code)."""

from submissions import code, momentum, sgd

FAULTY = {
    "no colon": ("sgd", "syntax.colon", 1, sgd("pass").replace("SGD:", "SGD")),
    "no brackets": ("sgd", "syntax.unclosed", 6, sgd("print((params)\npass")),
    "full-width brackets": (
        "sgd",
        "syntax.fullwidth",
        5,
        sgd("pass").replace("(self, params, grads)", "（self, params, grads）"),
    ),
    "full-width space": (
        "sgd",
        "syntax.fullwidth_space",
        7,
        sgd("""
            for key in params:
            　　params[key] -= self.lr * grads[key]
        """),
    ),
    "no indentation": (
        "sgd",
        "syntax.block",
        7,
        sgd("""
            for key in params:
            params[key] -= self.lr * grads[key]
        """),
    ),
    "only a comment": ("sgd", "syntax.block", None, sgd("# ここを考えよう！")),
    "lr without self": (
        "sgd",
        "name.self",
        7,
        sgd("""
            for key in params:
                params[key] -= lr * grads[key]
        """),
    ),
    "grad for grads": (
        "sgd",
        "name.similar",
        7,
        sgd("""
            for key in params:
                params[key] -= self.lr * grad[key]
        """),
    ),
    "whole dicts": ("sgd", "type.dict", 6, sgd("params -= self.lr * grads")),
    "keys for values": (
        "sgd",
        "type.text",
        7,
        sgd("""
            for key in params:
                key -= self.lr * grads[key]
        """),
    ),
    "index for name": (
        "sgd",
        "key",
        7,
        sgd("""
            for i in range(2):
                params[i] -= self.lr * grads[i]
        """),
    ),
    "attribute for key": ("sgd", "attribute.key", 6, sgd("params.x -= self.lr * grads.x")),
    "caret": (
        "sgd",
        "type.caret",
        7,
        sgd("""
            for key in params:
                params[key] -= self.lr * grads[key]^2
        """),
    ),
    "lr not kept": (
        "sgd",
        "attribute.self",
        7,
        code("""
            class SGD:
                def __init__(self, lr=0.01):
                    lr = lr

                def update(self, params, grads):
                    for key in params:
                        params[key] -= self.lr * grads[key]
        """),
    ),
    "no velocity yet": (
        "momentum",
        "type.none",
        None,
        momentum(
            beginning="",
            body="""
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
            """,
        ),
    ),
    "empty velocity": (
        "momentum",
        "key",
        None,
        momentum(
            beginning="self.v = self.v or {}",
            body="""
                for key in params:
                    self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
                    params[key] += self.v[key]
            """,
        ),
    ),
    "numpy not imported": (
        "momentum",
        "name.import",
        None,
        momentum("pass").replace("import numpy as np", ""),
    ),
    "text in params": ("sgd", "update.value", 5, sgd('params["x"] = "left"')),
    "None in params": ("sgd", "update.value", 5, sgd('params["y"] = print("y")')),
    "list in params": ("sgd", "update.value", 5, sgd('params["x"] = [[1], [2, 3]]')),
    "key dropped": ("sgd", "update.dropped", 5, sgd('params.pop("y")')),
    "params cleared": ("sgd", "update.dropped", 5, sgd("params.clear()")),
    # Stopped by the guard
    "endless update": ("sgd", "time", None, sgd("while True: pass")),
    "endless search for the minimum": (
        "sgd",
        "time",
        None,
        sgd("""
            while abs(grads["x"]) > 0.1:
                params["x"] -= self.lr * grads["x"]
        """),
    ),
    "endless, catching all": (
        "sgd",
        "time",
        None,
        sgd("""
            while True:
                try:
                    for key in params:
                        params[key] -= 1
                except:
                    pass
        """),
    ),
    "endless constructor": (
        "sgd",
        "time",
        None,
        sgd("pass").replace("self.lr = lr", "while lr: self.lr = lr"),
    ),
    "endless before the class": ("sgd", "time", 1, "while True: pass\n" + sgd("pass")),
    "endless on arrays only": (
        "sgd",
        "time",
        None,
        sgd("""
            for key in params:
                while hasattr(params[key], "shape"):
                    pass
                params[key] -= self.lr * grads[key]
        """),
    ),
    "endless recursion": ("sgd", "recursion", None, sgd("self.update(params, grads)")),
    "huge list": ("sgd", "memory", 6, sgd("self.history = [params] * 10**13")),
    "huge array": (
        "momentum",
        "memory",
        None,
        momentum("pass", beginning="self.v = np.zeros((10**9, 10**9))"),
    ),
    "input": ("sgd", "input", 6, sgd('self.lr = float(input("lr? "))')),
    "exit": ("sgd", "exit", 6, sgd("exit()")),
    "sys.exit": ("sgd", "exit", 7, sgd("import sys\nsys.exit()")),
    "prints without end": ("sgd", "output", None, sgd("while True:\n    print(params)")),
}
