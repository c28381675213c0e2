"""What the library and the lesson offer, known to the page before Python has been loaded."""

import json


class Catalogue:
    """Landscapes, methods, sections and exercises as plain dicts, in teaching order.

    path: of the file that tools/sync.py writes.
    """

    def __init__(self, path: str = "catalogue.json") -> None:
        with open(path) as file:
            offered = json.loads(file.read())  # MicroPython's load reads byte by byte
        self.landscapes, self.methods = offered["landscapes"], offered["methods"]
        self.sections, self.exercises = offered["sections"], offered["exercises"]
        self.programs, self.student = offered["programs"], offered["student"]
        self._landscapes = {landscape["key"]: landscape for landscape in self.landscapes}
        self._methods = {method["name"]: method for method in self.methods}
        self._sections = {section["key"]: section for section in self.sections}

    def landscape(self, key: str) -> dict:
        return self._landscapes[key]

    def method(self, name: str) -> dict:
        return self._methods[name]

    def section(self, key: str) -> dict:
        return self._sections[key]

    def style(self, name: str) -> tuple:
        """(colour, marker) of a route by the name of its method; the student's has its own."""
        method = self._methods.get(name, self.student)
        return method["colour"], method["marker"]
