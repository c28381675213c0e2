"""Looking a sentence up in two languages.

    from bilingual import Sentences

    sentences = Sentences({"missing": ("{name} がありません。", "There is no {name}.")})
    sentences.say("missing", "en", name="lr")
    sentences.both("missing", name="lr")["ja"]

Plain Python: MicroPython reads it, too.
"""

LANGUAGES = ("ja", "en")


class Sentences:
    """One package's table of all that it says to its users.

    table: {key: (Japanese, English)}, texts with the same {blanks}, none of which is called "key"
        or "language"
    """

    def __init__(self, table: dict[str, tuple[str, str]]) -> None:
        self.table = table

    def say(self, key: str, language: str, **values: object) -> str:
        """The sentence of a key in one language, its blanks filled in."""
        return self.table[key][LANGUAGES.index(language)].format(**values)

    def both(self, key: str, **values: object) -> dict[str, str]:
        """The sentence of a key in both languages: {"ja": …, "en": …}."""
        return {language: self.say(key, language, **values) for language in LANGUAGES}
