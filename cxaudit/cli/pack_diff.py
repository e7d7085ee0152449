"""`cxaudit pack diff`: what changed between two versions of a questionnaire, by class."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, cast

from cxaudit import assets
from cxaudit.app.ports import Services
from cxaudit.cli.plain import one_line
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.authoring.versions import class_name
from cxaudit.storage.pack_rules.change import Change, Difference, smallest_version
from cxaudit.storage.pack_rules.changes import differences, largest
from cxaudit.storage.pack_rules.finding import Place
from cxaudit.storage.packs import PublishedPacks, read_pack_file

_ABOUT = _(
    "Says what changed from one version of a questionnaire to another. Breaking: an answer may mean something else. "
    "Compatible: the same practices can still be compared. Editorial: no number moves."
)


@dataclass(frozen=True, slots=True)
class Named:
    """A pack that a verb was given, and the tables whose new wording a second reader found to change no answer."""

    pack: Pack
    editorial: frozenset[Place] = frozenset()


def add(verbs: Verbs) -> None:
    """Add the verb to those of `cxaudit pack`."""
    parser = verb(
        verbs,
        "diff",
        _("Say what changed between two versions."),
        _ABOUT,
        "cxaudit pack diff cx-core@1.0.0 cx-core@1.1.0\ncxaudit pack diff cx-core@1.0.0 questionnaires/cx-core --json",
    )
    what = _("ID@VERSION, a published file, or the folder of an authored pack")
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help=_("the same"))
    parser.add_argument("--json", action="store_true", help=_("print it as JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print what changed."""
    del err
    old, new = (find_pack(cast("str", name), services) for name in (args.old, args.new))
    found = differences(old.pack, new.pack, new.editorial)
    if cast("bool", args.json):
        print(json.dumps(_data(old.pack, new.pack, found), ensure_ascii=False, indent=2), file=out)
    else:
        for line in _lines(old.pack, new.pack, found):
            print(one_line(line) if not line.startswith("  ") else f"  {one_line(line)}", file=out)
    return OK


def find_pack(name: str, services: Services) -> Named:
    """Return the pack of an id (its newest version), an id and version, a published file or an authored folder.

    Raises UnknownPackError, or InputError where the file or the folder holds mistakes that leave no pack.
    """
    path = Path(name)
    if path.is_dir():
        return _authored(path)
    if name.endswith(".json") or path.is_file():
        return Named(read_pack_file(path))
    pack, at, version = name.partition("@")
    return Named(services.packs.get(pack, version) if at else services.packs.newest(pack))


def _authored(folder: Path) -> Named:
    found = lint(folder, PublishedPacks(assets.questionnaires() / "published"))
    if found.built is None:
        told = tuple(Problem(f"{m.spot.file}:{m.spot.line}", m.finding.what, m.finding.mend) for m in found.errors)
        raise InputError(str(folder), told)
    return Named(found.built, found.editorial)


def _lines(old: Pack, new: Pack, found: tuple[Difference, ...]) -> Iterator[str]:
    yield f"{old.id} {old.version} > {new.id} {new.version}"
    change = largest(found)
    if change is Change.NONE:
        yield _("Nothing changed.")
        return
    text = _("The change is {kind}: the next version is {version} or later.")
    yield text.format(kind=class_name(change), version=smallest_version(old.version, change))
    for name, moved in (("content", old.content != new.content), ("scoring", old.scoring != new.scoring)):
        yield _("{name} digest: {state}").format(name=name, state=_("moved") if moved else _("the same"))
    for kind in (Change.BREAKING, Change.COMPATIBLE, Change.EDITORIAL):
        rows = [difference for difference in found if difference.change is kind]
        if rows:
            yield ""
            yield f"{class_name(kind).capitalize()} ({len(rows)})"
            yield from (f"  {row.place.label}: {row.what}" for row in rows)


def _data(old: Pack, new: Pack, found: tuple[Difference, ...]) -> dict[str, object]:
    change = largest(found)
    digests = [{"id": p.id, "version": p.version, "content": p.content, "scoring": p.scoring} for p in (old, new)]
    return {
        "old": digests[0],
        "new": digests[1],
        "class": change.name.lower(),
        "needs": smallest_version(old.version, change),
        "content_moved": old.content != new.content,
        "scoring_moved": old.scoring != new.scoring,
        "changes": [
            {"class": d.change.name.lower(), "table": d.place.kind, "id": d.place.id, "what": d.what} for d in found
        ],
    }
