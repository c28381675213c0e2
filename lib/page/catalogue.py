"""What the library offers, known to the page before the library itself has been loaded."""

import json


class Catalogue:
    """Landscapes and methods as plain dicts, in teaching order (see worker.catalogue)."""

    def __init__(self, path="catalogue.json"):
        with open(path) as file:
            offered = json.load(file)
        self.landscapes, self.methods = offered["landscapes"], offered["methods"]
        self._landscapes = {landscape["key"]: landscape for landscape in self.landscapes}
        self._methods = {method["name"]: method for method in self.methods}

    def landscape(self, key):
        return self._landscapes[key]

    def method(self, name):
        return self._methods[name]
