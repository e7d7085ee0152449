"""The command line: the same core as the window, and no Qt."""

from __future__ import annotations

VERBS = (
    "new",
    "answer",
    "show",
    "score",
    "report",
    "verify",
    "handout",
    "what-if",
    "lift",
    "continue",
    "merge",
    "margin",
    "pack",
)
"""The first words that make `cxaudit` a command line; anything else is the window's. Kept free of imports."""
