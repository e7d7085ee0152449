"""Words what a schema found wrong, for people who write TOML or JSON by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cxaudit.i18n import _

KeyPath = tuple[str | int, ...]


def schema_problems(error: ValidationError) -> Iterator[tuple[KeyPath, str]]:
    """Yield (key path, what is wrong there) for every mistake that validation found."""
    for detail in error.errors(include_url=False, include_context=True):
        yield detail["loc"], _worded(detail)


def dotted(path: KeyPath) -> str:
    """Return a key path as people write it; list items count from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part[:80] for part in path)


def _worded(detail: ErrorDetails) -> str:
    context = cast("dict[str, object]", detail.get("ctx", {}))
    wording = _wordings().get(detail["type"])
    if wording is None:
        return _("It is not as it should be: {reason}.").format(reason=detail["msg"])
    return wording.format_map(context)


def _wordings() -> dict[str, str]:
    return {
        "missing": _("It is missing."),
        "extra_forbidden": _("Nothing of this name is known here."),
        "string_type": _("It must be text in quotes."),
        "int_type": _("It must be a whole number."),
        "bool_type": _("It must be true or false."),
        "tuple_type": _("It must be a list in square brackets."),
        "dict_type": _("It must be a table."),
        "model_type": _("It must be a table."),
        "model_attributes_type": _("It must be a table."),
        "literal_error": _("It must be one of {expected}."),
        "string_pattern_mismatch": _("It must have the form {pattern}."),
        "string_too_short": _("It is empty."),
        "string_too_long": _("It has more than {max_length} characters."),
        "too_short": _("It has {actual_length} entries; at least {min_length} are needed."),
        "too_long": _("It has {actual_length} entries; at most {max_length} may stand."),
        "greater_than_equal": _("It must be {ge} or more."),
        "less_than_equal": _("It must be {le} or less."),
        "invalid_key": _("Its name must be text."),
    }
