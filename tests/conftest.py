"""Settings that all tests share."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# the window's tests need no screen
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a slow machine is no failure: no test is timed, and whole packs take a moment to draw
settings.register_profile("cxaudit", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.load_profile("cxaudit")
