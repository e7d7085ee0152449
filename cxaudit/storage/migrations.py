"""Brings the payload of an older version to the present form, one pure step at a time, before it is validated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from cxaudit.domain.errors import DocumentError, NewerDocumentError

Raw = dict[str, object]
Step = Callable[[Raw], Raw]

MAJOR = 1
MINOR = 3

STEPS: Mapping[int, Step] = {}
"""`STEPS[n]` makes version n + 1 out of version n. Version 1 is the first, so there is no step yet."""


def migrate(raw: Raw, path: str, steps: Mapping[int, Step] | None = None, current: int | None = None) -> Raw:
    """Return the payload in the present major version; the same object where it is already.

    Raises NewerDocumentError where it comes from a newer major version, DocumentError where it names no version.
    """
    steps = STEPS if steps is None else steps
    current = MAJOR if current is None else current
    found = _major(raw, path)
    if found > current:
        raise NewerDocumentError(path, writer_of(raw))
    for version in range(found, current):
        raw = steps[version](raw)
    return raw


def writer_of(raw: Mapping[str, object]) -> str:
    """Return the version of the program that wrote a payload, or an empty text where it does not say."""
    name, _space, version = str(raw.get("written_by", "")).partition(" ")
    return version if name == "cxaudit" and len(version) <= 40 else ""


def _major(raw: Raw, path: str) -> int:
    form = raw.get("format")
    major = cast("dict[str, object]", form).get("major") if isinstance(form, dict) else None
    if not isinstance(major, int) or isinstance(major, bool) or major < 1:
        raise DocumentError(path, "it does not say which format it has")
    return major
