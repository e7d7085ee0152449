"""Lints an authored pack: every mistake at once, each with file, line, table, key and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError
from typing_extensions import override

from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.questionnaire import Dimension, Pack
from cxaudit.i18n import _
from cxaudit.storage.authoring.assemble import assemble
from cxaudit.storage.authoring.assembly import Assembly, Spot, key_path
from cxaudit.storage.authoring.keys import KEYS, authored
from cxaudit.storage.authoring.source import read_folder
from cxaudit.storage.authoring.versions import half_marks, read_twice, version_findings
from cxaudit.storage.pack_rules import anchors, budget, facts, reach, scripts, sources, vignettes, wording
from cxaudit.storage.pack_rules.budget import Totals
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Place
from cxaudit.storage.packs import COHERENCE, PublishedPacks, Rule
from cxaudit.storage.schema_problems import dotted, schema_problems

RULES: tuple[Rule, ...] = (
    *COHERENCE,
    sources.unused,
    budget.reading_time,
    budget.practice_sizes,
    anchors.adverbs,
    anchors.forms,
    wording.questions,
    wording.plain_words,
    wording.sizes,
    wording.grades,
    wording.flag_numbers,
    wording.debates,
    facts.whys,
    vignettes.lengths,
    scripts.missing,
    scripts.spoken,
    scripts.probes,
    scripts.hints,
    scripts.minutes,
    reach.caps,
    reach.levels,
)
"""What an author is told about one version by itself."""

_NO_DIGEST = "0" * 64


@dataclass(frozen=True, slots=True)
class Message:
    """One finding with the place in the source."""

    spot: Spot
    finding: Finding

    @override
    def __str__(self) -> str:
        """Return it as one line: file:line, table, key, what is wrong, how to mend it."""
        found = self.finding
        kind = _("warning") if found.warning else _("error")
        where = ", ".join(part for part in (found.place.label, found.key) if part)
        return " ".join(f"{self.spot.file}:{self.spot.line}: {kind}: {where}: {found.what} {found.mend}".split())


@dataclass(frozen=True, slots=True)
class Lint:
    """What the linter says: messages by file and line, and the pack where nothing is wrong (warnings aside).

    `built` is the pack wherever the tables make one, mistakes or not; `editorial` are the tables whose change of
    wording a second reader found to change no answer.
    """

    messages: tuple[Message, ...]
    draft: Draft
    pack: Pack | None
    built: Pack | None
    editorial: frozenset[Place]

    @property
    def totals(self) -> Totals:
        """Return the sizes of the draft."""
        return Totals.of(self.draft)

    @property
    def errors(self) -> tuple[Message, ...]:
        """Return the messages that keep a pack from being published."""
        return tuple(m for m in self.messages if not m.finding.warning)

    @property
    def warnings(self) -> tuple[Message, ...]:
        """Return the messages that an author may disagree with."""
        return tuple(m for m in self.messages if m.finding.warning)


def lint(folder: Path, published: PublishedPacks) -> Lint:
    """Return everything that is wrong with an authored pack, seen beside its published versions.

    Raises InputError where a file cannot be read as TOML at all.
    """
    assembly = assemble(read_folder(folder))
    messages = [Message(spot, finding) for spot, finding in assembly.findings]
    messages += [_message(assembly, found) for found in _told(assembly)]
    pack, found = _built(assembly.draft)
    found += half_marks(assembly.marks)
    if pack is not None:
        found += version_findings(pack, assembly.marks, published)
    messages += [_message(assembly, finding) for finding in found]
    right = all(message.finding.warning for message in messages)
    ordered = tuple(sorted(messages, key=_order))
    return Lint(ordered, assembly.draft, pack if right else None, pack, read_twice(assembly.marks))


def _told(assembly: Assembly) -> Iterator[Finding]:
    found = (finding for rule in RULES for finding in rule(assembly.draft))
    return (finding for finding in found if not assembly.stood_in(finding))


def _message(assembly: Assembly, finding: Finding) -> Message:
    keys = KEYS.get(finding.place.kind, {})
    told = replace(finding, key=dotted(authored(key_path(finding.key), keys)))
    return Message(assembly.spot(told), told)


def _order(message: Message) -> tuple[str, int, bool, str, str]:
    finding = message.finding
    return message.spot.file, message.spot.line, finding.warning, finding.key, finding.what


def _built(draft: Draft) -> tuple[Pack | None, list[Finding]]:
    """Return the pack that a draft makes, coherent or not; or None, with what the whole pack has too much of."""
    if draft.head is None or draft.broken:
        return None, []
    try:
        pack = Pack(
            **dict(draft.head),
            dimensions=tuple(Dimension(**dict(s.head), practices=s.practices) for s in draft.sections),
            flags=draft.flags,
            actions=draft.actions,
            sources=draft.sources,
            claims=draft.claims,
            vignettes=draft.vignettes,
            content=_NO_DIGEST,
            scoring=_NO_DIGEST,
        )
    except ValidationError as error:
        return None, [Finding(HEAD, dotted(path), what) for path, what in schema_problems(error)]
    return sealed(pack), []


def sealed(pack: Pack) -> Pack:
    """Return a pack with both of its digests."""
    scored = pack.model_copy(update={"scoring": scoring_digest(pack)})
    return scored.model_copy(update={"content": content_digest(scored.model_dump(mode="json"))})
