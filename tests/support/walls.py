"""Walls in every state, with the longest texts there may be, and what of them can be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from cxaudit.presentation.wall import Clock, ParkedItem, Row, Seats, WallView
from cxaudit.presentation.wall_band import Band
from cxaudit.ui.tokens import WALL_LIGHT, WallLook
from cxaudit.ui.wall.faces import face
from cxaudit.ui.wall.paint import paint_part, paint_wall
from cxaudit.ui.wall.parts import HEIGHT, Dot, Panel, Part, Ring, Sign, Words

RESOLUTIONS = ((1280, 720), (1920, 1080), (3840, 2160))

QUESTION = "What happened to front-line pay when survey scores moved?"
ANCHORS = (
    "Pay moved with the scores",
    "No pay link, but rankings or pleading",
    "Written rules keep scores out of anyone's pay",
    "Gaming was checked and dealt with",
    "Fixes are rewarded; the rules are audited",
)
LONG = (
    "Decisions of that meeting or plan changed hiring, training or rewards so",
    "Most customers of several teams, when asked, said that it was solved now",
    "Through a yearly survey, a manager, or a route without any sure replies,",
    "Counted again since that fix: failures fell, or the fix was changed then",
    "The kinds were checked against each other; the mix kept or changed there",
)
LONG_QUESTION = "Which part does your customer mission play whenever your managers face hard choices between two goods?"
SPLIT = Band("arrow-left-right", "Split 1\u20135", "Lowest and highest speak first, 60 seconds each")
NEAR = Band("check", "Near each other", "Level 3 is proposed; speak up if it is wrong")
UP = Clock("Time is up", 0.0, over=True)
PARKED = (
    ParkedItem("Who decides on the pay of those who answer calls at night?"),
    ParkedItem("Spot checks at two sites, with the new forms and the old ones side by side", "Operations"),
    ParkedItem("A list of the cases that came back twice within a month", "Customer care"),
    ParkedItem("Another system for the calls that come in at night", dropped=True),
)

Votes = tuple[int, int, int, int, int]


def revealed(votes: Votes, *earlier: Votes, anchors: tuple[str, ...] = ANCHORS, band: Band = SPLIT) -> WallView:
    """A reveal with these votes by level, and those of the rounds before, the newest first."""
    rows = tuple(
        Row(level, anchors[level - 1], votes[level - 1], tuple(before[level - 1] for before in earlier))
        for level in range(1, 6)
    )
    names = [f"Round {n}" for n in range(len(earlier) + 1, 0, -1)]
    shown = WallView("reveal", "Metric hygiene", QUESTION, rows=rows, band=band, clock=Clock("1:40", 5 / 12))
    return replace(shown, filled=names[0], hollow=", ".join(names[1:])) if earlier else shown


def voted(given: int | None, present: int, anchors: tuple[str, ...] = ANCHORS) -> WallView:
    rows = tuple(Row(level, anchors[level - 1]) for level in range(1, 6))
    clock = Clock("1:40", 5 / 12)
    return WallView("vote", "Metric hygiene", QUESTION, rows=rows, seats=Seats(given, present), clock=clock)


def closed() -> WallView:
    bare = revealed((0, 2, 9, 3, 0), (5, 2, 2, 5, 0), band=Band("lock", "Closed", "Agreed on level 3"))
    return replace(
        bare, kind="locked", rows=tuple(replace(row, marked=row.level == 3) for row in bare.rows), clock=None
    )


STATES: dict[str, WallView] = {
    "read": WallView(
        "read",
        "Metric hygiene",
        QUESTION,
        "Question 3 of 15",
        clock=Clock("4:00", 1.0),
        foot=("Read it for yourself. The vote comes next.",),
    ),
    "vote": voted(9, 14),
    "vote-cards": voted(None, 14),
    "vote-time-is-up": replace(voted(14, 14), clock=UP),
    "reveal": revealed((5, 2, 2, 5, 0)),
    "reveal-25": replace(revealed((11, 3, 2, 1, 4)), clock=UP, foot=("Don't know: 2", "No vote: 2")),
    "revote": revealed((0, 2, 9, 3, 0), (5, 2, 2, 5, 0), band=NEAR),
    "locked": closed(),
    "parking": WallView("parking", "Put aside for later", parked=PARKED),
    "ended": WallView("ended", "Thank you", note="12 of 15 questions were closed."),
    "blank": WallView("blank"),
}
"""Every state of the wall, as people see it."""

_FOOT = ("Don't know: 3", "Does not apply: 2", "No vote: 2")
LONGEST: dict[str, WallView] = {
    "read": replace(STATES["read"], question=LONG_QUESTION),
    "vote": voted(24, 25, LONG),
    "vote-cards": replace(voted(None, 25, LONG), clock=UP),
    "vote-question": replace(voted(24, 25, LONG), question=LONG_QUESTION),
    "reveal": replace(revealed((5, 5, 5, 5, 5), anchors=LONG), clock=UP, foot=_FOOT),
    "reveal-one": revealed((25, 0, 0, 0, 0), anchors=LONG),
    "reveal-again": replace(revealed((0, 0, 25, 0, 0), (25, 0, 0, 0, 0), anchors=LONG), foot=_FOOT),
    "reveal-thrice": revealed((0, 0, 25, 0, 0), (25, 0, 0, 0, 0), (5, 5, 5, 5, 5), anchors=LONG),
    "parking": WallView("parking", "Put aside for later", parked=PARKED * 9),
}
"""The longest texts that the questionnaire's rules allow, and 25 dots."""


def painted(view: WallView, width: int, height: int, look: WallLook = WALL_LIGHT) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as p:
        paint_wall(p, QRectF(0, 0, width, height), view, look)
    return image


def ink(words: Words) -> QRectF:
    """Where the letters of a line stand: its advance across, from ascent to descent."""
    font = QFontMetricsF(face(words.size, strong=words.strong))
    across = font.horizontalAdvance(words.text)
    left = {
        "left": words.rect.left(),
        "middle": words.rect.center().x() - across / 2,
        "right": words.rect.right() - across,
    }[words.align]
    tight = font.tightBoundingRect(words.text)
    baseline = words.rect.center().y() - (font.ascent() + font.descent()) / 2 + font.ascent()
    return QRectF(left, baseline + tight.top(), across, tight.height())


def faults(parts: tuple[Part, ...], width: float) -> Iterator[str]:
    """What is cut off at the wall's edge, stands on something else, or sticks out of its box."""
    whole = QRectF(0, 0, width, HEIGHT)
    boxes = [part.rect for part in parts if isinstance(part, Panel)]
    marks = [(_name(part), _where(part)) for part in parts if not isinstance(part, Panel)]
    for at, (name, rect) in enumerate(marks):
        if not whole.contains(rect):
            yield f"{name} is cut off"
        yield from (f"{name} stands on {other}" for other, place in marks[at + 1 :] if _meet(rect, place))
        inner = rect.adjusted(1, 1, -1, -1)
        if any(box.intersects(inner) and not box.contains(inner) for box in boxes):
            yield f"{name} sticks out of its box"


def _where(part: Part) -> QRectF:
    return ink(part) if isinstance(part, Words) else part.rect


def _meet(one: QRectF, other: QRectF) -> bool:
    common = one.intersected(other)
    return common.width() > 1 and common.height() > 1


def _name(part: Part) -> str:
    match part:
        case Words():
            return repr(part.text)
        case Dot():
            return "a hollow dot" if part.hollow else "a dot"
        case Ring() | Sign() | Panel():
            return type(part).__name__


def spills(words: Words, height: int) -> bool:
    """Whether a line, painted at a resolution, leaves the place of its letters by more than a pixel or two."""
    scale, room = height / HEIGHT, 24
    place = ink(words)
    image = QImage(
        round(place.width() * scale) + 2 * room, round(place.height() * scale) + 2 * room, QImage.Format.Format_RGB32
    )
    image.fill(0xFFFFFF)
    with QPainter(image) as p:
        p.translate(room, room)
        p.scale(scale, scale)
        p.translate(-place.topLeft())
        paint_part(p, words, replace_ink(WALL_LIGHT, words.role))
    edge = room - 3
    inner = image.rect().adjusted(edge, edge, -edge, -edge)
    return any(
        image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF
        for x in range(image.width())
        for y in range(image.height())
        if not inner.contains(x, y)
    )


def replace_ink(look: WallLook, role: str) -> WallLook:
    """A look with one role in black, so that it is seen on white."""
    return look._replace(**{role: "#000000"})
