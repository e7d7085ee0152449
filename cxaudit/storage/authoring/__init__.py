"""Packs as authors write them: TOML read with line numbers, put together, linted and published."""

from __future__ import annotations
