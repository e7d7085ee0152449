"""`cxaudit pack`: checks, publishes, compares and shows questionnaire packs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO, cast

from cxaudit import assets
from cxaudit.app.ports import Services
from cxaudit.cli import pack_diff
from cxaudit.cli.pack_diff import find_pack
from cxaudit.cli.plain import one_line, plain
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.pack_text import pack_text
from cxaudit.storage.authoring.lint import Lint, lint
from cxaudit.storage.authoring.publish import publish
from cxaudit.storage.packs import PublishedPacks

MISTAKES = 1

_LINT = _("Checks an authored pack (a folder of TOML files) and lists everything that is wrong at once.")
_PUBLISH = _("Checks an authored pack and writes it as canonical JSON, its digests pinned in the lock file.")
_SHOW = _("Prints a pack as plain text.")


def add(verbs: Verbs) -> None:
    """Add the verb with its own verbs."""
    parser = verb(
        verbs, "pack", _("Check, publish, compare and show questionnaire packs."), _("Works on questionnaire packs.")
    )
    own = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)

    checker = verb(own, "lint", _("Check an authored pack."), _LINT, "cxaudit pack lint questionnaires/cx-core")
    checker.add_argument("folder", metavar=_("FOLDER"), type=Path, help=_("the folder that holds pack.toml"))
    checker.add_argument("--against", metavar=_("DIR"), type=Path, help=_("the folder of published packs"))
    checker.set_defaults(run=run_lint)

    writer = verb(
        own, "publish", _("Publish an authored pack."), _PUBLISH, "cxaudit pack publish questionnaires/cx-core"
    )
    writer.add_argument("folder", metavar=_("FOLDER"), type=Path, help=_("the folder that holds pack.toml"))
    writer.add_argument("--into", metavar=_("DIR"), type=Path, help=_("the folder of published packs"))
    writer.add_argument("--again", action="store_true", help=_("replace a version published before the first release"))
    writer.set_defaults(run=run_publish)

    pack_diff.add(own)

    reader = verb(own, "show", _("Print a pack."), _SHOW, "cxaudit pack show cx-core@1.0.0")
    reader.add_argument("pack", metavar=_("ID[@VERSION]|FILE|FOLDER"), nargs="?", default="cx-core")
    reader.set_defaults(run=run_show)


def run_lint(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Lint a folder; 1 where there are errors."""
    del services, err
    found = lint(cast("Path", args.folder), PublishedPacks(_published(args.against)))
    _print_messages(found, out)
    print(*found.totals.lines, sep="\n", file=out)
    return MISTAKES if found.errors else OK


def run_publish(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Publish a folder; 1, and nothing written, where there are errors."""
    del services
    into = _published(args.into)
    found = lint(cast("Path", args.folder), PublishedPacks(into))
    _print_messages(found, err)
    if found.pack is None:
        print(_("Nothing was written."), file=err)
        return MISTAKES
    path = publish(found.pack, into, again=cast("bool", args.again))
    if cast("bool", args.again):
        print(_("Published anew: commit it with its lock and a line in CHANGELOG.md."), file=err)
    print(path, f"content {found.pack.content}", f"scoring {found.pack.scoring}", sep="\n", file=out)
    return OK


def run_show(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print a pack, found by id, id and version, file, or folder."""
    del err
    shown = find_pack(cast("str", args.pack), services).pack
    print(plain(pack_text(shown)), end="", file=out)
    return OK


def _published(given: Path | None) -> Path:
    return given or assets.questionnaires() / "published"


def _print_messages(found: Lint, stream: TextIO) -> None:
    for message in found.messages:
        print(one_line(str(message)), file=stream)
    errors, warnings = len(found.errors), len(found.warnings)
    told = ngettext("{count} error", "{count} errors", errors).format(count=errors)
    also = ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings)
    print(f"{told}, {also}", file=stream)
