"""Words what a schema found wrong, for people who write TOML or JSON by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cxaudit.domain.fields import CODE, FRACTION, LOCALE, PRACTICE_ID, SLUG, TAG, VERSION
from cxaudit.i18n import _

KeyPath = tuple[str | int, ...]


def schema_problems(error: ValidationError) -> Iterator[tuple[KeyPath, str]]:
    """Yield (key path, what is wrong there) for every mistake that validation found."""
    details = error.errors(include_url=False, include_context=True)
    above = {path[:length] for path in (detail["loc"] for detail in details) for length in range(len(path))}
    for detail in details:
        here = detail["loc"]
        if detail["type"] == "too_short" and here in above:
            continue  # entries that are wrong are not counted: to name them is enough
        yield here, _worded(detail)


def dotted(path: KeyPath) -> str:
    """Return a key path as people write it; list items count from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part[:80] for part in path)


def _worded(detail: ErrorDetails) -> str:
    context = cast("dict[str, object]", detail.get("ctx", {}))
    wording = _wordings().get(detail["type"])
    if detail["type"] == "literal_error" and detail["loc"][-1:] == ("check",):
        wording = _("No function of this name is known here; the known ones are {expected}.")
    if wording is None:
        return _("It is not as it should be: {reason}.").format(reason=detail["msg"])
    form = _forms().get(str(context.get("pattern")))
    return form or wording.format_map(context)


def _forms() -> dict[str, str]:
    return {
        SLUG: _("It must be small letters, digits and hyphens, such as 'close-the-gap'."),
        PRACTICE_ID: _("It must be a dimension and a name joined by a full stop, such as 'mission.recall'."),
        CODE: _("It must be a capital letter and a number, such as 'M1'."),
        VERSION: _("It must be three numbers, such as '1.0.0'."),
        FRACTION: _("It must be a fraction, such as '17/20'."),
        TAG: _("It must be letters, digits and hyphens, such as 'KEI'."),
        LOCALE: _("It must be the code of a language, such as 'en' or 'de-AT'."),
    }


def _wordings() -> dict[str, str]:
    return {
        "missing": _("It is missing; add it."),
        "extra_forbidden": _("Nothing of this name is known here; take it away or correct it."),
        "string_type": _("It must be text in quotes."),
        "int_type": _("It must be a whole number."),
        "bool_type": _("It must be true or false."),
        "tuple_type": _("It must be a list in square brackets."),
        "dict_type": _("It must be a table."),
        "model_type": _("It must be a table."),
        "model_attributes_type": _("It must be a table."),
        "literal_error": _("It must be one of {expected}."),
        "string_pattern_mismatch": _("It must have the form {pattern}."),
        "string_too_short": _("It is empty; write it."),
        "string_too_long": _("It has more than {max_length} characters."),
        "too_short": _("It has {actual_length} entries; at least {min_length} are needed."),
        "too_long": _("It has {actual_length} entries; at most {max_length} may stand."),
        "greater_than_equal": _("It must be {ge} or more."),
        "less_than_equal": _("It must be {le} or less."),
        "invalid_key": _("Its name must be text."),
    }
