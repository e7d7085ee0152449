"""`cxaudit pack`: works on questionnaire packs."""

from __future__ import annotations

from cxaudit.cli.verb import Verbs, verb
from cxaudit.i18n import _


def add(verbs: Verbs) -> None:
    """Add the verb with its own verbs."""
    verb(verbs, "pack", _("Check, publish and show questionnaire packs."), _("Works on questionnaire packs."))
