"""`cxaudit show` tells of a workshop: rounds, locks, what was said, and what was parked; nothing that nobody saw."""

from __future__ import annotations

from pathlib import Path

from support.command_line import CommandLine

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_rounds_and_the_parking_lot_are_shown(cxaudit: CommandLine) -> None:
    out = cxaudit("show", EXAMPLES / "nordlys-workshop.toml").out
    assert "Workshop: 14 present (Leaders 6, Front line 8)" in out
    assert "Round 2, secret ballot: 8 at level 1, 1 at level 3, 5 at level 4" in out
    assert "Opened again: it was closed: agreed on level 3, because: The pay rule has said so since May." in out
    assert "Closed: no agreement, levels 1 to 4" in out
    assert "What would settle it: One piece of work" in out
    assert "(Leeway for staff (M4)): Head of field service, by 15 December 2026" in out
    assert "A new name for the newsletter: Dropped" in out


def test_a_room_without_groups_is_shown(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "room.toml"
    path.write_text("[workshop]\npresent = 3\n", "utf-8")
    out = cxaudit("show", path).out
    assert "Workshop: 3 present\n" in out
    assert "Parked" not in out
