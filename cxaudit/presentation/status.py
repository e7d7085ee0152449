"""Words for the status line, the undo menu, a recovery, and the place of a new file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxaudit.app.ports import Recovery, SaveStatus
from cxaudit.domain.edits import (
    ActionEdit,
    AnswerEdit,
    DateEdit,
    Edit,
    ModeEdit,
    OrganisationEdit,
    PredictionEdit,
    ReportEdit,
    ReviewEdit,
    TargetEdit,
    TogetherEdit,
    WorkshopEdit,
)
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class StatusView:
    """The left end of the status line, whether all is on disk, whether all is well, and the reason if it is not."""

    text: str
    saved: bool
    well: bool
    story: str


def status_view(status: SaveStatus | None, sent: int) -> StatusView:
    """Word what is on disk; `sent` is the sequence number of the newest edit."""
    if status is None:
        return StatusView("", saved=False, well=True, story="")
    if not status.journal_ok:
        return StatusView(_("Not saved"), saved=False, well=False, story=status.problem)
    time = f"{status.journal_time:%H:%M:%S}" if status.journal_time else ""
    saved = _("Saved {time}").format(time=time) if time else ""
    if status.acknowledged < sent:
        saved = _("Saving…")
    file = {
        "up to date": "",
        "waiting": "",
        "read-only": _("file is read-only"),
        "conflict": _("file was changed by another program"),
        "failed": _("file could not be written"),
    }[status.file]
    text = " · ".join(part for part in (saved, file) if part)
    return StatusView(text, saved=status.acknowledged >= sent, well=not file, story=status.problem)


@dataclass(frozen=True, slots=True)
class Message:
    """What is said above the page: what came back when a document was opened, or where it lies after Save As."""

    title: str
    sentence: str


def moved_view(asked: Path, now: Path) -> Message:
    """Say where the document lies after Save As; a file that was there is never written over."""
    stays = _("The old file stays where it was.")
    if now.name == asked.name:
        return Message(_("Saved as {name}").format(name=now.name), f"{now}. {stays}")
    taken = _("{name} was there already and was left alone.").format(name=asked.name)
    return Message(_("Saved as {name}").format(name=now.name), f"{now}. {taken} {stays}")


def newer_view(newest: Pack) -> Message:
    """Say that the questionnaire of the audit at hand has a newer version, and that nothing has to be done."""
    title = _("There is a newer questionnaire, {version}").format(version=newest.version)
    return Message(title, _("This audit goes on as it is. You may also continue in a copy; the original stays."))


def recovery_view(recovery: Recovery) -> Message:
    """Say how many answers came back, and when the last one was made; or that the record of changes is damaged."""
    if not recovery.edits:
        sentence = _("The file was opened as it is. Look through the last answers ({note}).").format(note=recovery.note)
        return Message(_("The record of changes and the file do not fit together"), sentence)
    sentence = _("The program ended before the file was written. Nothing is lost.")
    if recovery.last is not None:
        last = _("The last was made at {time}.").format(time=f"{recovery.last:%H:%M}")
        sentence = f"{last} {sentence}"
    if recovery.note:
        sentence = _("{sentence} The end of the record was damaged ({note}).").format(
            sentence=sentence, note=recovery.note
        )
    return Message(came_back(recovery), sentence)


def came_back(recovery: Recovery) -> str:
    """Say how many answers came back, or how many other changes where no answer did."""
    if recovery.answers:
        return ngettext("{count} answer came back", "{count} answers came back", recovery.answers).format(
            count=recovery.answers
        )
    return ngettext("{count} change came back", "{count} changes came back", recovery.edits).format(
        count=recovery.edits
    )


def edit_label(pack: Pack, edit: Edit) -> str:
    """Word an edit for the undo menu ("answer to Recall")."""
    if isinstance(edit, AnswerEdit):
        practice = pack.practices.get(edit.practice)
        return _("answer to {title}").format(title=practice.title if practice else edit.practice)
    if isinstance(edit, ActionEdit):
        action = pack.actions_by_id.get(edit.action)
        return _("change of {title}").format(title=action.title if action else edit.action)
    words = {
        TargetEdit: _("change of a target"),
        OrganisationEdit: _("name of the organisation"),
        DateEdit: _("date"),
        ModeEdit: _("kind of audit"),
        PredictionEdit: _("guess"),
        WorkshopEdit: _("step of the workshop"),
        TogetherEdit: _("step of the workshop"),
        ReviewEdit: _("end of the review"),
        ReportEdit: _("change of the report"),
    }
    return words[type(edit)]


def new_file(folder: Path, day: str) -> Path:
    """Return where a new audit is kept; the library adds a number where that name is taken."""
    return folder / (_("Audit {day}").format(day=day) + ".cxaudit")
