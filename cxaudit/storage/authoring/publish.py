"""Writes a linted pack as canonical JSON and pins its digests in the lock file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.fields import Digest
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.storage.atomic import write_atomically
from cxaudit.storage.filesystem import FileSystem
from cxaudit.storage.packs import MOST_BYTES, file_name, read_pack, read_pack_file
from cxaudit.storage.strict_json import parse_strictly

LOCK = "published.lock"
READABLE_BY_ALL = 0o644

Pins = dict[str, dict[Literal["content", "scoring"], Digest]]
"""Digests by `id-version`."""

_PINS = TypeAdapter(Pins)


def published_bytes(pack: Pack) -> bytes:
    """Return the file of a published pack: keys sorted, one value a line, UTF-8, LF at the end."""
    return _written(pack.model_dump(mode="json"))


def _written(value: object) -> bytes:
    return (json.dumps(value, sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def publish(pack: Pack, folder: Path, *, again: bool = False) -> Path:
    """Write a pack and its line of the lock into a folder, and return the pack's path.

    A version that is published already stays as it is: the same content is written again without harm, other
    content only with `again`. Raises InputError where that, or the disk, forbids it.
    """
    path = folder / file_name(pack.id, pack.version)
    pins = read_lock(folder)
    if not again:
        _refuse_change(pack, path, pins)
    data = published_bytes(pack)
    read_pack(data, str(path))
    pins[f"{pack.id}-{pack.version}"] = {"content": pack.content, "scoring": pack.scoring}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, data)
        _write(folder / LOCK, _written(pins))
    except OSError as error:
        what = _("The file cannot be written ({reason}).").format(reason=error.strerror or type(error).__name__)
        raise InputError(str(path), (Problem(_("file"), what),)) from error
    return path


def read_lock(folder: Path) -> Pins:
    """Return the pinned digests by `id-version`, empty where there is no lock. Raises InputError."""
    path = folder / LOCK
    if not path.exists():
        return {}
    raw = parse_strictly(path.read_bytes(), str(path), MOST_BYTES)
    try:
        return _PINS.validate_python(raw)
    except ValidationError as error:
        what = _("This is not a lock file of published packs.")
        raise InputError(str(path), (Problem(_("file"), what, _("Get it back from the history.")),)) from error


def _refuse_change(pack: Pack, path: Path, pins: Pins) -> None:
    pin = pins.get(f"{pack.id}-{pack.version}")
    known = {pin["content"]} if pin else set[str]()
    if path.exists():
        known.add(read_pack_file(path).content)
    if known - {pack.content}:
        what = _("{id} {version} is published already, with other content.").format(id=pack.id, version=pack.version)
        mend = _(
            "Raise the version; or, before the first release, publish it with --again and say so in the changelog."
        )
        raise InputError(str(path), (Problem("version", what, mend),))


def _write(path: Path, data: bytes) -> None:
    write_atomically(FileSystem(), path, data)
    path.chmod(READABLE_BY_ALL)
