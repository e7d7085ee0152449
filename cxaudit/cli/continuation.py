"""`cxaudit continue`: goes on with an audit in a newer version of its questionnaire, in a copy."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.continuation import continued_engagement
from cxaudit.app.new_audit import new_id
from cxaudit.app.ports import Services
from cxaudit.cli.documents import make_document
from cxaudit.cli.plain import plain
from cxaudit.cli.source import DOCUMENT, existing_document, new_document
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.i18n import _
from cxaudit.presentation.continuation import ContinuationView, Group, continuation_view

_ABOUT = _(
    "Makes a copy of an audit that goes on in a newer version of the questionnaire. Answers to questions that stayed "
    "the same come along and are to be confirmed. The original is not changed, and no file is ever overwritten."
)


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "continue",
        _("Go on with an audit in a newer version of its questionnaire."),
        _ABOUT,
        "cxaudit continue client.cxaudit --preview\ncxaudit continue client.cxaudit -o client-2027.cxaudit",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the document to go on with"))
    parser.add_argument("-o", "--output", metavar="NEW", type=Path, help=_("the copy to make; a free name beside FILE"))
    parser.add_argument("--to", metavar="VERSION", help=_("the version to go on in; the newest if left out"))
    parser.add_argument("--preview", action="store_true", help=_("say what would come along, and write nothing"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print the preview, make the copy and print its path."""
    del err
    path = existing_document(cast("Path", args.file), services)
    given, version = cast("Path | None", args.output), cast("str | None", args.to)
    target = path.with_name(f"{path.stem} continued{DOCUMENT}") if given is None else new_document(given)
    old = services.documents.read(path)
    pack = services.packs.newest(old.pack.id) if version is None else services.packs.get(old.pack.id, version)
    new = continued_engagement(old, pack, new_id(), services.today())
    print(plain("\n".join(_lines(continuation_view(old.newest, old.pack, pack)))), file=out)
    if not cast("bool", args.preview):
        print(f"\n{make_document(target, new, services)}", file=out)
    return OK


def _lines(view: ContinuationView) -> Iterator[str]:
    yield view.title
    yield from view.summary
    for group in view.groups:
        yield ""
        yield f"{group.title}. {group.hint}"
        yield from _practices(group)
    if view.notes:
        yield ""
        yield from view.notes


def _practices(group: Group) -> Iterator[str]:
    for dimension in group.dimensions:
        yield f"  {dimension.title}"
        for line in dimension.lines:
            note = f" ({line.note})" if line.note else ""
            yield f"    {line.code:<3} {line.title}{note}"
