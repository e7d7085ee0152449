"""How long each question was on screen, summed over visits."""

from __future__ import annotations

from math import ceil


class ScreenTime:
    """Counts the seconds of each question from a clock that only goes forward, which the caller reads.

    Only one question is on screen at a time.
    """

    def __init__(self) -> None:
        """Begin with nothing on screen."""
        self._spent: dict[str, float] = {}
        self._shown = ""
        self._since = 0.0

    def show(self, question: str, now: float, before: int = 0) -> None:
        """Say that a question is on screen from now on; `before` are the seconds on file when it is first seen."""
        self._spent.setdefault(question, float(before))
        if question != self._shown:
            self.hide(now)
            self._shown, self._since = question, now

    def hide(self, now: float) -> None:
        """Say that no question is on screen any more."""
        if self._shown:
            self._spent[self._shown] += now - self._since
        self._shown = ""

    def seconds(self, question: str, now: float) -> int:
        """Return how long a question was on screen until now, rounded up to whole seconds."""
        running = now - self._since if question == self._shown else 0.0
        return ceil(self._spent.get(question, 0.0) + running)
