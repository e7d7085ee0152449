"""Words what went wrong, once, for the command line and the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from cxaudit.domain.errors import (
    BallotBoxError,
    BrandError,
    CxAuditError,
    DamagedDocumentError,
    DocumentError,
    HandoutError,
    InputError,
    LockedDocumentError,
    NewerDocumentError,
    NotMovedError,
    NotNewerError,
    OtherQuestionnaireError,
    ReceiptError,
    ReportError,
    UnknownPackError,
    UnusableDocumentError,
)
from cxaudit.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class ErrorView:
    """An error as it is shown.

    `title` says what happened, `sentence` where and how things stand now, `items` are single mistakes, and `cures`
    what to do, the likeliest first. `detail` is the system's own reason, for those who can use it; it may be empty.
    """

    title: str
    sentence: str
    items: tuple[str, ...] = ()
    cures: tuple[str, ...] = ()
    detail: str = ""

    @property
    def text(self) -> str:
        """Return all of it as plain lines."""
        reason = (_("The reason given: {detail}").format(detail=self.detail),) if self.detail else ()
        items = tuple(f"- {item}" for item in self.items)
        return "\n".join(line for line in (self.title, self.sentence, *items, *reason, *self.cures) if line)


@singledispatch
def error_view(error: CxAuditError) -> ErrorView:
    """Return the words for a foreseen error."""
    return ErrorView(_("That did not work."), str(error))


@error_view.register
def _input(error: InputError) -> ErrorView:
    problems = error.problems
    if len(problems) == 1 and problems[0].where == _("file"):
        title = _("{source} cannot be used.").format(source=error.source)
        cures = (problems[0].mend,) if problems[0].mend else ()
        return ErrorView(title, problems[0].what, cures=cures)
    title = ngettext("There is {count} mistake in {source}.", "There are {count} mistakes in {source}.", len(problems))
    return ErrorView(
        title.format(count=len(problems), source=error.source),
        _("Nothing was written."),
        items=tuple(str(problem) for problem in problems),
    )


@error_view.register
def _brand(error: BrandError) -> ErrorView:
    return ErrorView(_("This folder holds no brand that can be read."), error.folder, (error.detail,), (error.mend,))


@error_view.register
def _document(error: DocumentError) -> ErrorView:
    return ErrorView(
        _("The file could not be opened or written."),
        error.path,
        cures=(_("Check that its folder is there and that you may write in it, then try again."),),
        detail=error.detail,
    )


@error_view.register
def _unusable(error: UnusableDocumentError) -> ErrorView:
    return ErrorView(
        _("The file holds something that cxaudit cannot use."),
        _("It was left as it is: {path}.").format(path=error.path),
        cures=(_("Undo what was changed in it by hand, or open an older copy of the file."),),
        detail=error.detail,
    )


@error_view.register
def _damaged(error: DamagedDocumentError) -> ErrorView:
    kept = _("{path} is not as it was saved. It was left as it is.").format(path=error.path)
    if error.backup:
        cure = _("The newest good copy is {backup}. Copy it to where you want it and open that.")
        cures = (cure.format(backup=error.backup),)
    else:
        cures = (_("Look for an older copy of the file: in a backup, a mail, or the recycle bin."),)
    return ErrorView(_("The file is damaged."), kept, cures=cures, detail=error.detail)


@error_view.register
def _newer(error: NewerDocumentError) -> ErrorView:
    needed = _("{path} needs {version}. It was left as it is.")
    version = _("cxaudit {version}").format(version=error.detail) if error.detail else _("a newer cxaudit")
    return ErrorView(
        _("The file was made by a newer version of the program."),
        needed.format(path=error.path, version=version),
        cures=(_("Install the newer version, then open the file again."),),
    )


@error_view.register
def _locked(error: LockedDocumentError) -> ErrorView:
    return ErrorView(
        _("The file is open elsewhere."),
        _("Another cxaudit window or command on this computer is working on {path}.").format(path=error.path),
        cures=(_("Close the file there, then try again."),),
    )


@error_view.register
def _not_moved(error: NotMovedError) -> ErrorView:
    return ErrorView(
        _("Save As failed. The audit is still in its old file."),
        _("It could not be written to {path}. Your answers are kept in {kept}.").format(
            path=error.path, kept=error.kept
        ),
        cures=(_("Choose another folder with Save As."),),
        detail=error.detail,
    )


@error_view.register
def _unknown_pack(error: UnknownPackError) -> ErrorView:
    asked = f"{error.pack} {error.version}".strip()
    known = ", ".join(error.known) or _("none")
    return ErrorView(
        _("The questionnaire {name} is not here.").format(name=asked),
        _("Published here: {known}.").format(known=known),
        cures=(_("Install the version of cxaudit that came with it, or name one of these."),),
    )


@error_view.register
def _other_questionnaire(error: OtherQuestionnaireError) -> ErrorView:
    return ErrorView(
        _("An audit goes on in its own questionnaire only."),
        _("It was begun with {old}; {new} asks other things.").format(old=error.old, new=error.new),
        cures=(_("Make a new audit with the other questionnaire."),),
    )


@error_view.register
def _not_newer(error: NotNewerError) -> ErrorView:
    return ErrorView(
        _("There is nothing newer to go on in."),
        _("The audit uses {pack} {old}; {new} is not a later version.").format(
            pack=error.pack, old=error.old, new=error.new
        ),
        cures=(_("Go on with the audit as it is: it opens and scores the same."),),
    )


@error_view.register
def _ballot_box(error: BallotBoxError) -> ErrorView:
    return ErrorView(
        _("The votes could not be kept on disk."),
        _("They are still counted. If the program ends before they are revealed, the room has to vote again."),
        cures=(_("Reveal them soon, or make room on the disk and go on."),),
        detail=error.detail,
    )


@error_view.register
def _receipt(error: ReceiptError) -> ErrorView:
    title, sentence, cure = {
        "no pdf": (
            _("{path} is no PDF that can be read."),
            _("It may be another kind of file, or cut short."),
            _("Name the PDF that was handed over, and not a part or a print of it."),
        ),
        "locked": (
            _("{path} wants a password."),
            _("It cannot be read without."),
            _("Save a copy without the password, then check that."),
        ),
        "none": (
            _("{path} has no receipt attached."),
            _("It may be no report of cxaudit, written without its receipt, or saved by a program that dropped it."),
            _("Ask for the file as it was written."),
        ),
        "damaged": (
            _("The receipt in {path} is damaged."),
            _("It is not as a report holds it, so that nothing in the report can be checked by it."),
            _("Ask for the file as it was written."),
        ),
        "newer": (
            _("{path} was made by a newer version of the program."),
            _("Its receipt was written by {detail}."),
            _("Install the newer version, then check the report again."),
        ),
        "questionnaire": (
            _("{path} was made with another questionnaire."),
            _("The {detail} here has other content than the one of the same name behind the report."),
            _("Install the version of cxaudit that it was made with."),
        ),
    }[error.why]
    technical = error.detail if error.why in {"no pdf", "locked", "damaged"} else ""
    return ErrorView(
        title.format(path=error.path), sentence.format(detail=error.detail), cures=(cure,), detail=technical
    )


@error_view.register
def _report(error: ReportError) -> ErrorView:
    return ErrorView(
        _("The report could not be written."),
        _("Nothing was written to {path}; a report that was there is as it was.").format(path=error.path),
        cures=(
            _("If the old report is open in another program, close it there."),
            _("Or choose another name or folder."),
        ),
        detail=error.detail,
    )


@error_view.register
def _handout(error: HandoutError) -> ErrorView:
    return ErrorView(
        _("The printed pack could not be written."),
        _("Nothing was written to {path}; a file that was there is as it was.").format(path=error.path),
        cures=(_("If it is open in another program, close it there."), _("Or choose another name or folder.")),
        detail=error.detail,
    )
