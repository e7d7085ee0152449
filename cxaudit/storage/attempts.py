"""How soon something that failed is tried again."""

from __future__ import annotations

FIRST_PAUSE = 2.0
LAST_PAUSE = 30.0
"""Seconds: the pause doubles from the first to the last."""


class Attempts:
    """Counts failed attempts in a row. `not_before` is when the next may begin, on the monotonic clock."""

    def __init__(self) -> None:
        """Begin without a failure: the first attempt may begin at any time."""
        self._pause = FIRST_PAUSE
        self.not_before = 0.0

    def begin(self, now: float) -> None:
        """Count an attempt that begins now, as failed until `succeeded` is called."""
        self.not_before = now + self._pause
        self._pause = min(2 * self._pause, LAST_PAUSE)

    def succeeded(self) -> None:
        """Forget the failures."""
        self._pause = FIRST_PAUSE
        self.not_before = 0.0
