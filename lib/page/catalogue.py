"""What the library offers, known to the page before the library itself has been loaded."""

import json


class Catalogue:
    """Landscapes and methods as plain dicts, in teaching order (see worker.catalogue)."""

    def __init__(self, path="catalogue.json"):
        with open(path) as file:
            offered = json.load(file)
        self.landscapes, self.methods = offered["landscapes"], offered["methods"]
        self.exercises, self.own = offered["exercises"], offered["own"]
        self._landscapes = {landscape["key"]: landscape for landscape in self.landscapes}
        self._methods = {method["name"]: method for method in self.methods}

    def landscape(self, key):
        return self._landscapes[key]

    def method(self, name):
        return self._methods[name]

    def style(self, name):
        """(colour, marker) of a route by the name of its method; the student's has its own."""
        method = self._methods.get(name, self.own)
        return method["colour"], method["marker"]
