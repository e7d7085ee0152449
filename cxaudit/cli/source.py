"""Opens what a verb is given to read: a document, or an answers file."""

from __future__ import annotations

from pathlib import Path

from cxaudit.app.audit_file import AuditFile
from cxaudit.app.ports import Services
from cxaudit.i18n import _
from cxaudit.storage.audit_files import DOCUMENT, is_document, read_start, wrong

__all__ = ["DOCUMENT", "Source", "existing_document", "new_document", "read_source", "there", "wrong"]

Source = AuditFile


def read_source(path: Path, services: Services) -> Source:
    """Read a document (with its journal) or an answers file. Raises as `app.audit_file.AuditReader` does."""
    return services.read_audit(path)


def existing_document(path: Path, services: Services) -> Path:
    """Return the path of a document.

    Raises InputError where there is no such file, or it is something else, and DamagedDocumentError where the
    document was there once and a copy is left.
    """
    if not is_document(path, read_start(path, services.documents)):
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
