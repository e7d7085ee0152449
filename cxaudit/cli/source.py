"""Opens what a verb is given to read: a document, or an answers file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxaudit.app.answers_file import read_answers, unscored
from cxaudit.app.answers_syntax import LARGEST
from cxaudit.app.ports import Services
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import DamagedDocumentError, DocumentError, InputError, Problem
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _

DOCUMENT = ".cxaudit"
_HEADER = b"CXAUDIT "


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: the newest assessment of a document, or that of an answers file."""

    assessment: Assessment
    pack: Pack
    warnings: tuple[Problem, ...]
    sample: bool = False


def read_source(path: Path, services: Services) -> Source:
    """Read a document (with its journal) or an answers file.

    Raises:
        InputError: The file is missing, cannot be read, or is a wrong answers file.
        DocumentError: It is a document that cannot be read.
    """
    content = _read(path, services)
    if path.suffix.lower() == DOCUMENT or content.startswith(_HEADER):
        engagement = services.documents.read(path)
        assessment, pack = engagement.newest, engagement.pack
        return Source(assessment, pack, unscored(assessment, pack), engagement.sample)
    suffix = path.suffix.lower()
    if suffix not in {".toml", ".json"}:
        what = _("It is neither an audit nor an answers file.")
        raise wrong(path, what, _("An answers file is named .toml or .json."))
    found = read_answers(content, "toml" if suffix == ".toml" else "json", str(path), services.packs)
    return Source(found.assessment, found.pack, found.warnings)


def existing_document(path: Path, services: Services) -> Path:
    """Return the path of a document.

    Raises InputError where there is no such file, or it is something else, and DamagedDocumentError where the
    document was there once and a copy is left.
    """
    content = _read(path, services)
    if path.suffix.lower() != DOCUMENT and not content.startswith(_HEADER):
        raise wrong(path, _("It is not an audit."), _("Make one with: cxaudit new FILE."))
    return path


def new_document(path: Path) -> Path:
    """Return the path of a document to make, with its ending.

    Raises InputError for another ending, a file that is there, or a folder that is not.
    """
    if path.name in {"", ".."}:
        raise wrong(path, _("It is a folder."), _("Give the name of a file."))
    whole = path.with_name(f"{path.name}{DOCUMENT}")
    named = path if path.suffix else whole
    if named.suffix.lower() != DOCUMENT:
        mend = _("Name it {name}.").format(name=whole.name)
        raise wrong(named, _("An audit's name ends in .cxaudit."), mend)
    if there(named):
        raise wrong(named, _("The file is there already, and stays as it is."), _("Choose another name."))
    if not there(named.parent):
        raise wrong(named, _("There is no such folder."), _("Make the folder first."))
    return named


def there(path: Path) -> bool:
    """Return whether something lies at a path, as far as the system tells."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # a name that is too long, say
        return False


def wrong(path: Path, what: str, mend: str = "") -> InputError:
    """Return the error for a file that cannot be used at all."""
    return InputError(str(path), (Problem(_("file"), what, mend),))


def _read(path: Path, services: Services) -> bytes:
    """Return the file's start, as much as an answers file may have and one byte more."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        if path.suffix.lower() == DOCUMENT:
            _look_for_copy(path, services)
        raise wrong(path, _("There is no such file.")) from None
    except IsADirectoryError:
        raise wrong(path, _("It is a folder.")) from None
    except (OSError, ValueError) as e:  # ValueError: a path with a NUL
        reason = getattr(e, "strerror", None) or str(e)
        raise wrong(path, _("It cannot be read ({reason}).").format(reason=reason)) from None


def _look_for_copy(path: Path, services: Services) -> None:
    """Raise DamagedDocumentError, which names the newest good copy, for a document that is gone."""
    try:
        services.documents.read(path)
    except DamagedDocumentError:
        raise
    except DocumentError:
        return  # nothing is known of it
