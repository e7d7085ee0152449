"""Words for a question that a workshop closed: how, and the way to open it again."""

from __future__ import annotations

from cxaudit.domain.workshop import Lock
from cxaudit.i18n import _


def closed_words(lock: Lock) -> str:
    """Return how a room closed a question, in one sentence."""
    if lock.kind == "agreed":
        return _("The workshop closed this question: it agreed on level {level}.").format(level=lock.level)
    if lock.kind == "none":
        return _("The workshop closed this question without agreement.")
    return _("The workshop closed this question with the votes as they stand.")


def way_to_open() -> str:
    """Return how a closed question is opened again."""
    return _("To change the answer, run a workshop from this question and press U there; it asks why.")
