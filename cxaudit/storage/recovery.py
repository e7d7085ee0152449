"""Joins a document and its journal: what the journal knows beyond the document comes back when it is opened.

The journal continues a document when the document's last line is an ancestor of the journal's end. It is the other
way round where the document's lineage holds the journal's end: it was continued on another computer. Where neither
holds, each went its own way; the document is opened as it is and the journal's state is put aside, never dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from cxaudit.app.ports import Recovery
from cxaudit.domain.edits import Edit, apply
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import DocumentError
from cxaudit.storage.journal_lines import Segment, Snapshot
from cxaudit.storage.payload import Content, read_payload


@dataclass(frozen=True, slots=True)
class Joined:
    """What a document and its journal come to.

    `behind` says that the file lacks something that `content` holds; `aside` is a state of the journal that the
    document does not continue.
    """

    content: Content
    recovery: Recovery | None = None
    behind: bool = False
    aside: Content | None = None


def join(
    document: Content, segments: Iterable[Segment | str], belongs: Callable[[Snapshot], bool], path: str
) -> Joined:
    """Join a document with the segments of its journal, newest first.

    `belongs` tells whether a segment was written for this file and not for a copy of it. Raises DocumentError where
    the journal was written by a newer version.
    """
    rest = iter(segments)
    newest, notes = _newest(rest, belongs)
    if newest is None:
        return Joined(document, _told(notes))
    state = replay(newest, path)
    if document.head.hash in _ancestors(newest, state, rest, belongs, wanted=document.head.hash):
        return _continued(document, state, newest, notes)
    if newest.end.hash in document.lineage:
        return Joined(document, _told(notes))
    count = newest.end.seq - document.head.seq
    notes = (*notes, f"{newest.name}: the journal ({count:+d} edits) and the file do not continue each other")
    return Joined(document, _told(notes), aside=state)


def newest_state(segments: Iterable[Segment | str], belongs: Callable[[Snapshot], bool], path: str) -> Content | None:
    """Return the journal's own state, for a document that is lost or damaged; None where there is none."""
    newest, _notes = _newest(iter(segments), belongs)
    return None if newest is None else replay(newest, path)


def replay(segment: Segment, path: str) -> Content:
    """Return the content at the end of a segment. Raises DocumentError where an edit fits no assessment."""
    content = read_payload(segment.snapshot.payload, path)
    engagement = content.engagement
    for line in segment.edits:
        engagement = edited(engagement, line.assessment, line.edit, path)
    return replace(content, engagement=engagement, head=segment.end)


def edited(engagement: Engagement, assessment: str, edit: Edit, path: str) -> Engagement:
    """Return the engagement with one of its assessments edited. Raises DocumentError where there is no such one."""
    if all(a.id != assessment for a in engagement.assessments):
        raise DocumentError(path, f"an edit of an assessment that is not there: {assessment}")
    assessments = tuple(apply(a, edit) if a.id == assessment else a for a in engagement.assessments)
    return replace(engagement, assessments=assessments)


def _newest(
    segments: Iterator[Segment | str], belongs: Callable[[Snapshot], bool]
) -> tuple[Segment | None, tuple[str, ...]]:
    notes: list[str] = []
    for segment in segments:
        if isinstance(segment, str):
            notes.append(segment)
        elif belongs(segment.snapshot):
            return segment, (*notes, segment.note) if segment.note else tuple(notes)
    return None, tuple(notes)


def _ancestors(
    newest: Segment, state: Content, rest: Iterator[Segment | str], belongs: Callable[[Snapshot], bool], wanted: str
) -> set[str]:
    lineage = {newest.snapshot.prev, *state.lineage}
    known = {*newest.hashes, *lineage}
    for segment in rest:
        if wanted in known:
            break
        if isinstance(segment, Segment) and belongs(segment.snapshot):
            shared = max((i for i, line in enumerate(segment.hashes) if line in lineage), default=-1)
            known.update(segment.hashes[: shared + 1])
    return known


def _continued(document: Content, state: Content, newest: Segment, notes: tuple[str, ...]) -> Joined:
    count = state.head.seq - document.head.seq
    if count <= 0:
        # Nothing is missing, but files that were saved on the way here have to be known as ancestors.
        return Joined(replace(document, head=state.head, lineage=state.lineage), _told(notes))
    last = newest.edits[-1].at if newest.edits else newest.snapshot.at
    content = replace(state, revision=max(state.revision, document.revision))
    return Joined(content, Recovery(count, _answers(document, state), _time(last), "; ".join(notes)), behind=True)


def _answers(before: Content, after: Content) -> int:
    """Return on how many practices the answers differ."""
    old = {a.id: a.answers for a in before.engagement.assessments}
    changed = 0
    for assessment in after.engagement.assessments:
        known = old.get(assessment.id, {})
        practices = known.keys() | assessment.answers.keys()
        changed += sum(known.get(p) != assessment.answers.get(p) for p in practices)
    return changed


def _told(notes: tuple[str, ...]) -> Recovery | None:
    return Recovery(0, 0, None, "; ".join(notes)) if notes else None


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
