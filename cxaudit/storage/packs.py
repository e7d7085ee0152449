"""The published packs: canonical JSON files that are read strictly, and believed only where the digests agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import cast

from pydantic import ValidationError
from typing_extensions import override

from cxaudit.app.ports import PackLibrary
from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.errors import InputError, Problem, UnknownPackError
from cxaudit.domain.questionnaire import Pack, release
from cxaudit.i18n import _
from cxaudit.storage.pack_rules import actions, anchors, facts, flags, identity, plain, rubric, sources, vignettes
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding
from cxaudit.storage.schema_problems import dotted, schema_problems
from cxaudit.storage.strict_json import parse_strictly

MOST_BYTES = 2_000_000
MOST_PROBLEMS = 200
"""How many mistakes are told of one file; nobody reads more."""

_NAME = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-((?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2})\.json")

Rule = Callable[[Draft], Iterator[Finding]]

COHERENCE: tuple[Rule, ...] = (
    identity.counts,
    identity.unique_ids,
    identity.homes,
    identity.retired_ids,
    identity.level_names,
    anchors.empty,
    anchors.lengths,
    anchors.alike,
    rubric.thresholds,
    rubric.weights,
    rubric.ages,
    facts.parts,
    facts.rules,
    vignettes.ratings,
    flags.conditions,
    flags.cleared,
    actions.references,
    actions.bands,
    actions.independence,
    actions.cycles,
    sources.citations,
    sources.claims,
    plain.plain_texts,
)
"""The rules that any pack must keep, whoever wrote it: the engine and the screens rely on them."""


def read_pack(data: bytes, source: str) -> Pack:
    """Return the pack that the bytes of a published file hold.

    Raises InputError (naming `source`) with everything that is wrong: not strict JSON of at most 2 MB, unknown or
    missing keys, wrong types or sizes, a digest that doesn't fit, references to nothing, texts that aren't plain.
    """
    raw = parse_strictly(data, source, MOST_BYTES)
    try:
        pack = Pack.model_validate_json(data)
    except ValidationError as error:
        found = (Problem(dotted(path) or _("file"), what) for path, what in schema_problems(error))
        raise InputError(source, tuple(islice(found, MOST_PROBLEMS))) from error
    problems = (*_wrong_digests(pack, cast("Mapping[str, object]", raw)), *incoherences(pack))
    if problems:
        raise InputError(source, problems)
    return pack


def incoherences(pack: Pack) -> Iterator[Problem]:
    """Yield what makes a well-formed pack unusable."""
    draft = Draft.of(pack)
    for rule in COHERENCE:
        for found in rule(draft):
            if not found.warning:
                yield Problem(f"{found.place.label}, {found.key}", found.what, found.mend)


def _wrong_digests(pack: Pack, raw: Mapping[str, object]) -> Iterator[Problem]:
    mend = _("The file was changed or damaged; get it again, or publish the pack anew.")
    rows = (("content", pack.content, content_digest(raw)), ("scoring", pack.scoring, scoring_digest(pack)))
    for key, told, found in rows:
        if told != found:
            yield Problem(key, _("The digest does not fit: it should be {digest}.").format(digest=found), mend)


def file_name(pack: str, version: str) -> str:
    """Return the name of the file that a version is published in."""
    return f"{pack}-{version}.json"


class PublishedPacks(PackLibrary):
    """The packs published in one folder; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, Pack] = {}

    def known(self) -> tuple[tuple[str, str], ...]:
        """Return (id, version) of every published file, by id and then oldest first."""
        names = (_NAME.fullmatch(path.name) for path in self._folder.glob("*.json"))
        pairs = [(match[1], match[2]) for match in names if match]
        return tuple(sorted(pairs, key=lambda pair: (pair[0], release(pair[1]))))

    @override
    def newest(self, pack: str = "cx-core") -> Pack:
        """Return the newest published version. Raises UnknownPackError, or InputError where its file is damaged."""
        versions = [version for name, version in self.known() if name == pack]
        if not versions:
            raise UnknownPackError(pack, "", self._names())
        return self.get(pack, versions[-1])

    @override
    def get(self, pack: str, version: str) -> Pack:
        """Return one published version. Raises UnknownPackError, or InputError where its file is damaged."""
        if (pack, version) not in self.known():
            raise UnknownPackError(pack, version, self._names())
        path = self._folder / file_name(pack, version)
        if path not in self._read:
            self._read[path] = read_pack_file(path)
        return self._read[path]

    def _names(self) -> tuple[str, ...]:
        return tuple(f"{name} {version}" for name, version in self.known())


def read_pack_file(path: Path) -> Pack:
    """Return the pack in a published file, whose name must be its id and version. Raises InputError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        what = _("The file cannot be read ({reason}).").format(reason=error.strerror or type(error).__name__)
        raise InputError(str(path), (Problem(_("file"), what),)) from error
    pack = read_pack(data, str(path))
    wanted = file_name(pack.id, pack.version)
    if path.name != wanted:
        what = _("The file holds {id} {version}.").format(id=pack.id, version=pack.version)
        mend = _("Its name must be {name}.").format(name=wanted)
        raise InputError(str(path), (Problem(_("file name"), what, mend),))
    return pack
