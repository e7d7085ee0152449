"""Fonts for scripts that the report's own typeface lacks: the files lie in the folder `fonts`."""

from __future__ import annotations

__version__ = "1.0.0"
