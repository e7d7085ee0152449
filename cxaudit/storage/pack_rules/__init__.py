"""What must hold in a questionnaire pack: pure rules over a draft, shared by the linter and the reader.

Each rule takes a `Draft` and yields `Finding`s. A rule never raises, whatever the draft holds.
"""

from __future__ import annotations
