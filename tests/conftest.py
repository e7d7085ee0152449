"""Settings that all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# a slow machine is no failure: no test is timed, and whole packs take a moment to draw
settings.register_profile("cxaudit", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.load_profile("cxaudit")
