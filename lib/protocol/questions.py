"""Numbers for questions, and the one place that decides whether an answer is still wanted."""


class Question:
    """A question that has been asked.

    number: counted from 1.
    topic: what kind of answer it is for, such as "figure".
    subject: what it is about, any value that can be compared.
    """

    def __init__(self, number: int, topic: str, subject: object) -> None:
        self.number, self.topic, self.subject = number, topic, subject


class Questions:
    """Numbers questions, and knows for each topic what the reader looks at now.

    An answer is wanted as long as its question is about that, and no later one of the same topic
    has been answered before.
    """

    def __init__(self) -> None:
        self._count = 0
        self._subjects: dict[str, object] = {}
        self._answered: dict[str, int] = {}

    def ask(self, topic: str, subject: object) -> Question:
        """A new question; the topic is about its subject from now on."""
        self._count += 1
        self.turn_to(topic, subject)
        return Question(self._count, topic, subject)

    def turn_to(self, topic: str, subject: object) -> None:
        """The reader looks at something else: answers about what was before are not wanted."""
        self._subjects[topic] = subject

    def wants(self, question: Question) -> bool:
        """Whether an answer that has just come may be shown."""
        if self._subjects[question.topic] != question.subject:
            return False
        if question.number < self._answered.get(question.topic, 0):
            return False
        self._answered[question.topic] = question.number
        return True
