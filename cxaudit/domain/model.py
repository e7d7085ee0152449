"""The base of everything that is read from disk: frozen, strict, nothing unknown accepted."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

LO = 1
HI = 5
LEVELS = (1, 2, 3, 4, 5)

Level = Annotated[int, Field(ge=LO, le=HI)]
Limit = Annotated[int, Field(ge=1, le=4)]
"""The level at or below which a flag fires, and the level it holds a dimension at."""


class Frozen(BaseModel):
    """A value that never changes and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class Grown(Frozen):
    """A table that got fields after its first version was published.

    Those named in `later` are written only where they differ from their default, so that what was published before
    is written, and digested, as it was.
    """

    later: ClassVar[frozenset[str]] = frozenset()

    @model_serializer(mode="wrap")
    def _without_later_defaults(self, handler: SerializerFunctionWrapHandler) -> dict[str, object]:
        row: dict[str, object] = handler(self)
        fields = type(self).model_fields
        return {k: v for k, v in row.items() if k not in self.later or getattr(self, k) != fields[k].default}
