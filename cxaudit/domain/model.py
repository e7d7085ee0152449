"""The base of everything that is read from disk: frozen, strict, nothing unknown accepted."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

LO = 1
HI = 5
LEVELS = (1, 2, 3, 4, 5)

Level = Annotated[int, Field(ge=LO, le=HI)]
Limit = Annotated[int, Field(ge=1, le=4)]
"""The level at or below which a flag fires, and the level it holds a dimension at."""


class Frozen(BaseModel):
    """A value that never changes and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)
