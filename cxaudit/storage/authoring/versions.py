"""An authored pack beside its published versions: the step is large enough, revisions move, nothing comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxaudit.domain.errors import InputError
from cxaudit.domain.questionnaire import Pack, Practice, release
from cxaudit.i18n import _
from cxaudit.storage.authoring.assembly import Mark
from cxaudit.storage.pack_rules.change import Change, smallest_version, step
from cxaudit.storage.pack_rules.changes import differences, largest
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Place
from cxaudit.storage.pack_rules.head_changes import rules_reworded
from cxaudit.storage.pack_rules.practice_changes import reworded
from cxaudit.storage.packs import PublishedPacks

MOST_REASONS = 5
"""How many changes are named where the version is too small for them."""


def class_name(change: Change) -> str:
    """Return the class of a change in a word."""
    names = {
        Change.NONE: _("none"),
        Change.EDITORIAL: _("editorial"),
        Change.COMPATIBLE: _("compatible"),
        Change.BREAKING: _("breaking"),
    }
    return names[change]


def version_findings(new: Pack, marks: Mapping[Place, Mark], published: PublishedPacks) -> Iterator[Finding]:
    """Yield what is wrong with a pack as the successor of the newest version published before it.

    The same version, published with other content, is a warning: only `publish --again` replaces it.
    """
    versions = [version for name, version in published.known() if name == new.id]
    if any(release(version) > new.release for version in versions):
        what = _("Version {newest} is published already.").format(newest=versions[-1])
        yield Finding(HEAD, "version", what, _("Choose a later version than that."))
    if new.version in versions and _published_content(new, published) != new.content:
        what = _("{version} is published with other content.").format(version=new.version)
        mend = _("Raise the version; or, before the first release, publish it with --again.")
        yield Finding(HEAD, "version", what, mend, warning=True)
    earlier = [version for version in versions if release(version) < new.release]
    if earlier:
        yield from _as_successor(published.get(new.id, earlier[-1]), new, marks)
    else:
        yield from (_idle(place) for place, mark in marks.items() if mark.holds)


def _published_content(pack: Pack, published: PublishedPacks) -> str:
    try:
        return published.get(pack.id, pack.version).content
    except InputError:  # a damaged file is other content, too: to publish again is the way to mend it
        return ""


def _as_successor(old: Pack, new: Pack, marks: Mapping[Place, Mark]) -> Iterator[Finding]:
    editorial = read_twice(marks)
    yield from _steps(old, new, editorial)
    yield from _retirements(old, new)
    for name, practice in new.practices.items():
        if name in old.practices:
            yield from _revision(old.practices[name], practice, editorial)
        elif practice.revision != 1:
            what = _("A new practice starts at revision 1.")
            yield Finding(Place("practice", name), "revision", what, _("Set revision = 1."))
    if HEAD in editorial and not rules_reworded(old, new):
        yield _idle(HEAD)


def _steps(old: Pack, new: Pack, editorial: frozenset[Place]) -> Iterator[Finding]:
    found = differences(old, new, editorial)
    needed = largest(found)
    if step(old.version, new.version) < needed:
        reasons = [f"{d.what} ({d.place.label})" for d in found if d.change == needed]
        told = " ".join(reasons[:MOST_REASONS])
        if len(reasons) > MOST_REASONS:
            told += " " + _("And {count} more: see cxaudit pack diff.").format(count=len(reasons) - MOST_REASONS)
        what = _("The change since {old} is {kind}, more than the version says: {reasons}")
        what = what.format(old=old.version, kind=class_name(needed), reasons=told)
        mend = _("Make it {version}.").format(version=smallest_version(old.version, needed))
        yield Finding(HEAD, "version", what, mend)


def _revision(old: Practice, new: Practice, editorial: frozenset[Place]) -> Iterator[Finding]:
    place, changed = Place("practice", new.id), reworded(old, new)
    if new.revision not in {old.revision, old.revision + 1}:
        what = _("The revision goes from {old} to {new}.").format(old=old.revision, new=new.revision)
        mend = _("Keep it, or raise it by one where somebody might answer differently.")
        yield Finding(place, "revision", what, mend)
    elif changed and new.revision == old.revision and place not in editorial:
        what = _("The question or an anchor changed, the revision did not.")
        mend = _("Set revision = {next}, or editorial = true with the name of a second_reader.")
        yield Finding(place, "revision", what, mend.format(next=old.revision + 1))
    elif new.revision > old.revision and place in editorial:
        what = _("It has a new revision and says that the change is editorial.")
        yield Finding(place, "editorial", what, _("Take away one of the two."))
    elif place in editorial and not changed:
        yield _idle(place)


def _retirements(old: Pack, new: Pack) -> Iterator[Finding]:
    gone = [
        *(name for name in old.practices if name not in new.practices),
        *sorted({f.id for f in old.flags} - {f.id for f in new.flags}),
        *sorted(old.actions_by_id.keys() - new.actions_by_id.keys()),
        *old.retired,
    ]
    for name in dict.fromkeys(gone):
        if name not in new.retired:
            what = _("{id} was in version {version} and is not in the list of retired ids.")
            what = what.format(id=name, version=old.version)
            yield Finding(HEAD, "retired", what, _("Add it there, so that it is never used again."))


def read_twice(marks: Mapping[Place, Mark]) -> frozenset[Place]:
    """Return the tables whose change of wording is editorial, as a second reader says."""
    return frozenset(place for place, mark in marks.items() if mark.holds)


def half_marks(marks: Mapping[Place, Mark]) -> Iterator[Finding]:
    """Yield the editorial marks that lack their other half, which can be told of any draft."""
    for place, mark in marks.items():
        if mark.given and not mark.holds:
            what = _("An editorial change needs both editorial = true and the name of a second_reader.")
            yield Finding(place, "editorial", what, _("Give both, or neither."))


def _idle(place: Place) -> Finding:
    what = _("It is marked as an editorial change, but its wording did not change.")
    mend = _("Take away editorial and second_reader.")
    return Finding(place, "editorial", what, mend, warning=True)
