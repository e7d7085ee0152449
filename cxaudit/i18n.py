"""Texts of the interface go through gettext, so that command line and report need no Qt."""

from __future__ import annotations

import gettext

_translations = gettext.NullTranslations()


def _(text: str) -> str:
    """Return the text in the interface's language."""
    return _translations.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form of a text that fits the number."""
    return _translations.ngettext(one, many, n)
