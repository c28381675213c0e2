"""The program that the page's code tab begins with."""

FREE_PROGRAM = """\
from visualizer import Adventurer, Field

def f(x, y):
    return x**2 / 20 + y**2

class MySGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]

field = Field(f, (-10, 10), (-5, 5))
routes = {}
for lr in (0.5, 0.95):
    adventurer = Adventurer(-7, 2)
    routes[f"lr = {lr}"] = adventurer.optimize(field, MySGD(lr))
    print(lr, adventurer.x, adventurer.y)
field.plot(route=routes, arrows=True)
"""
