"""cxaudit: how mature is your customer-experience practice, and what to do first."""

from __future__ import annotations

__version__ = "0.1.0"
