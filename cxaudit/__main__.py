"""Starts the window, or the command line where a verb is given."""

from __future__ import annotations
