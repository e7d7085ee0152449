"""Charts as pictures for documents that cannot draw."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from cxaudit.presentation.charts_report import level_chip, level_strip
from cxaudit.presentation.drawing import Drawing, RectOp, TextOp
from cxaudit.report.painted import MARGIN, SCALE, look, pictures
from cxaudit.report.palette import PALETTE
from cxaudit.report.pdf.text import Cleaner


def test_each_look_is_painted_once_at_its_size() -> None:
    one, other = level_strip(2, 4, "Listening"), level_strip(2, 4, "Deciding")
    chip = level_chip(5)
    made = pictures([one, other, chip], Cleaner())
    assert set(made) == {look(one), look(chip)}
    for drawing in (one, chip):
        with Image.open(BytesIO(made[look(drawing)])) as image:
            assert image.size == (
                round((drawing.width + 2 * MARGIN) * SCALE),
                round((drawing.height + 2 * MARGIN) * SCALE),
            )


def test_colours_and_white_are_kept() -> None:
    drawing = Drawing(20, 10, (RectOp(0, 0, 10, 10, "accent"),), "", "")
    with Image.open(BytesIO(pictures([drawing], Cleaner())[look(drawing)])) as image:
        colors = image.convert("RGB")
        ink = tuple(bytes.fromhex(PALETTE["accent"][1:]))
        found = colors.getpixel((20, 20))
        assert isinstance(found, tuple)
        assert max(abs(one - other) for one, other in zip(found, ink, strict=True)) <= 2
        assert colors.getpixel((60, 20)) == (255, 255, 255)


def test_no_charts_are_no_pictures() -> None:
    assert pictures([], Cleaner()) == {}


def test_only_what_is_drawn_may_lack_a_letter() -> None:
    drawing = Drawing(20, 10, (TextOp(0, 8, "ok", 8),), "\U0001f600", "\U0001f600")
    cleaner = Cleaner()
    pictures([drawing], cleaner)
    assert not cleaner.unknown
    pictures([replace(drawing, ops=(TextOp(0, 8, "\U0001f600", 8),))], cleaner)
    assert cleaner.unknown == {"\U0001f600"}
