"""An audit with a mark of its own in every field that can hold one, so that a copy can be searched for each."""

from __future__ import annotations

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fact_check import TextValue
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.domain.workshop import (
    GroupVotes,
    Lock,
    Merged,
    Opened,
    Parked,
    Room,
    RoomGroup,
    Round,
    Talk,
    Timer,
    Workshop,
)

NOTES = ("Zebranote", "Zebrareason", "Zebrawhynot")
WORDS = (
    "Zebralow",
    "Zebrahigh",
    "Zebrasettle",
    "Zebradissent",
    "Zebralock",
    "Zebrastand",
    "Zebraopened",
    "Zebraparked",
    "Zebraagreed",
    "Zebraminority",
)
NAMES = ("Zebraowner", "Zebrataker", "Zebramerged")
EVIDENCE = ("Zebrafolder", "Zebramission")
NEVER = ("Zebrafile", "Zebrabefore", "Zebrabasis", "1999-09-09T09:09:09")
"""What goes to nobody: ids of merged files, what an edited text replaced, when a session began."""
PUBLIC = ("Zebra Ltd", "Zebralead", "Zebraleaders", "Zebrafront")

LOCK = Lock(kind="none", level=2, lowest=1, highest=4, reason="Zebralock", dissent="Zebrastand")


def private_audit(pack: Pack) -> Assessment:
    """An audit of this pack in which every field of every record says something."""
    first, second, third, *rest = pack.practices.values()
    left_out = next((p for p in rest if p.may_not_apply), rest[0])
    groups = (
        GroupVotes(group="Zebraleaders", votes=(1, 1, 2)),
        GroupVotes(group="Zebrafront", votes=(2, 3, 4, 4, 5, 5)),
    )
    voted = Round(method="cards", groups=groups)
    talk = Talk(low="Zebralow", high="Zebrahigh", settle="Zebrasettle", dissent="Zebradissent")
    opened = Opened(
        lock=Lock(kind="agreed", level=3, reason="Zebraagreed", dissent="Zebraminority"), reason="Zebraopened"
    )
    in_room = Answer(
        votes=(5, 1, 4, 2, 3, 1, 5, 4, 2), rounds=(voted, voted), lock=LOCK, opened=(opened,), talk=talk, mark=True
    )
    alone = Answer(
        level=4,
        evidence="Zebrafolder",
        evidence_kind="record",
        evidence_date="2026-10-01",
        facts={"mission": TextValue(text="Zebramission we serve")},
        note="Zebranote",
        seconds=777_777,
        quick=True,
        revision=2,
    )
    answers = {
        first.id: in_room,
        second.id: alone,
        third.id: Answer(dont_know=True, carried=True),
        left_out.id: Answer(not_applicable="Zebrareason"),
        next(p for p in rest if p is not left_out).id: Answer(votes=(3, 1, 2), agreed=2),
    }
    return Assessment(
        id="a" * 32,
        pack=pack.id,
        version=pack.version,
        content=pack.content,
        mode="quick",
        organisation="Zebra Ltd",
        date="2026-11-20",
        targets={first.id: 4},
        answers=answers,
        actions={
            pack.actions[0].id: ActionState(
                status="accepted", reason="Zebrawhynot", owner="Zebraowner", due="2027-01-31"
            )
        },
        reviewed=True,
        prediction=3,
        workshop=_workshop(first.id),
        report=ReportChoices(
            sections=("profile",),
            texts={"summary.lead": EditedText(text="Zebralead", own="Zebrabefore", basis="Zebrabasis")},
        ),
    )


def printed_audit(pack: Pack) -> Assessment:
    """The same as it is printed in most places: all questions, all sections, all actions owned, an item not dropped."""
    audit = private_audit(pack)
    owned = {action.id: ActionState(owner="Zebraowner", due="2027-01-31") for action in pack.actions}
    open_item = Parked(text="Zebraparked", practice=pack.actions[0].practice, owner="Zebrataker", due="2027-02-01")
    workshop = _workshop(next(iter(audit.answers))).model_copy(update={"parked": (open_item,)})
    choices = ReportChoices(texts=audit.report.texts if audit.report else {})
    update = {"mode": "full", "actions": {**owned, **audit.actions}, "workshop": workshop, "report": choices}
    return audit.model_copy(update=update)


def _workshop(at: str) -> Workshop:
    groups = (RoomGroup(label="Zebraleaders", present=3), RoomGroup(label="Zebrafront", present=6))
    return Workshop(
        room=Room(present=9, groups=groups, method="tally", minutes=5),
        at=at,
        phase="locked",
        timer=Timer(left=99, since="1999-09-09T09:09:09"),
        parked=(Parked(text="Zebraparked", practice=at, owner="Zebrataker", due="2027-02-01", dropped=True),),
        merged=(Merged(label="Zebramerged", assessment="Zebrafile", group="Zebrafront"),),
        started="1999-09-09T09:09:09",
        done_before=7,
        ended=True,
    )
