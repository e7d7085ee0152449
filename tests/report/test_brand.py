"""A brand's folder: what is used, what is said of the rest; nothing in it stops an export."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cxaudit import assets
from cxaudit.app.brand import PRIMARY, SECONDARY, BrandKit
from cxaudit.domain.errors import BrandError
from cxaudit.report.brand.colors import contrast, legible, parsed, text_on
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.brand.logo import MOST

SAMPLES = assets.examples() / "brands"


def folder(at: Path, toml: str, **files: bytes) -> Path:
    (at / "brand.toml").write_text(toml, encoding="utf-8")
    for name, content in files.items():
        (at / name.replace("_", ".")).write_bytes(content)
    return at


def picture(mode: str = "RGB", size: tuple[int, int] = (30, 20), kind: str = "PNG", **more: object) -> bytes:
    file = BytesIO()
    Image.new(mode, size, "red").save(file, kind, **more)
    return file.getvalue()


def told(kit: BrandKit) -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in kit.problems]


@pytest.mark.parametrize("name", ["fjord", "lighthouse"])
def test_the_sample_brands_are_used_whole(name: str) -> None:
    kit = read_brand(SAMPLES / name)
    assert kit.problems == ()
    assert kit.brand.name
    assert kit.brand.logo is not None
    assert (kit.brand.font is not None) == (name == "fjord")
    assert contrast(kit.brand.primary, "#FFFFFF") >= 4.5


def test_an_empty_brand_is_the_programs_own(tmp_path: Path) -> None:
    brand = read_brand(folder(tmp_path, "")).brand
    assert (brand.primary, brand.secondary, brand.logo, brand.font, brand.footer) == (
        PRIMARY,
        SECONDARY,
        None,
        None,
        "",
    )


@pytest.mark.parametrize(
    ("toml", "said"), [(None, "There is no brand.toml"), ("name = ", "cannot be read"), ("\udc80", "cannot be read")]
)
def test_a_folder_that_is_no_brand_is_refused_with_a_way_out(tmp_path: Path, toml: str | None, said: str) -> None:
    if toml is not None:
        (tmp_path / "brand.toml").write_bytes(toml.encode("utf-8", "surrogateescape"))
    with pytest.raises(BrandError) as error:
        read_brand(tmp_path)
    assert said in error.value.detail
    assert error.value.mend


def test_a_file_in_place_of_the_folder_and_one_too_large_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(b"")
    with pytest.raises(BrandError):
        read_brand(path)
    with pytest.raises(BrandError, match="too large"):
        read_brand(folder(tmp_path, "#" * 100_001))


def test_a_pale_colour_is_darkened_to_the_nearest_shade_that_passes(tmp_path: Path) -> None:
    kit = read_brand(folder(tmp_path, 'primary = "#F2C14E"\nsecondary = "#F2C14E"'))
    assert contrast(kit.brand.primary, "#FFFFFF") >= 4.5
    assert kit.brand.secondary == "#F2C14E"
    ((where, what),) = told(kit)
    assert where == "brand.toml, primary"
    assert "#F2C14E" in what
    assert kit.brand.primary in kit.problems[0].mend


@pytest.mark.parametrize("color", ["green", "#12", "#GGGGGG", "12345678", "rgb(1,2,3)", "#123456; x"])
def test_no_colour_is_said_and_ours_is_used(tmp_path: Path, color: str) -> None:
    kit = read_brand(folder(tmp_path, f'primary = "{color}"'))
    assert kit.brand.primary == PRIMARY
    assert [where for where, _what in told(kit)] == ["brand.toml, primary"]


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_becomes_legible_and_one_that_is_stays(number: int) -> None:
    color = f"#{number:06X}"
    shade = legible(color)
    assert contrast(shade, "#FFFFFF") >= 4.5
    assert shade == color or contrast(color, "#FFFFFF") < 4.5
    assert contrast(text_on(color), color) >= 4.5
    assert parsed(color.lower()) == color


def test_short_colours_and_the_known_contrast() -> None:
    assert parsed(" abc ") == "#AABBCC"
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54  # the usual example of the lightest grey that passes
    assert contrast("#000000", "#FFFFFF") == 21


def test_texts_of_a_wrong_kind_unknown_entries_and_long_ones_are_said_all_at_once(tmp_path: Path) -> None:
    kit = read_brand(folder(tmp_path, f'name = 3\ncolour = "red"\nfooter = "{"long " * 40}"\nlogo = true'))
    assert [where for where, _what in told(kit)] == [
        "brand.toml, colour",
        "brand.toml, name",
        "brand.toml, footer",
        "brand.toml, logo",
    ]
    assert kit.brand.name == ""
    assert len(kit.brand.footer) == 120


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture()[:40],
        picture(size=(300, 300))[:-60],
        picture(kind="GIF"),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 30,
    ],
    ids=["empty", "svg", "head only", "cut short", "gif", "zeros"],
)
def test_a_logo_that_cannot_be_used_is_said_and_left_out(tmp_path: Path, content: bytes) -> None:
    kit = read_brand(folder(tmp_path, 'logo = "logo.png"', logo_png=content))
    assert kit.brand.logo is None
    assert [where for where, _what in told(kit)] == ["logo.png"]
    assert "PNG or JPEG" in kit.problems[0].mend


def test_a_missing_logo_and_one_outside_the_folder_are_said(tmp_path: Path) -> None:
    inner = tmp_path / "brand"
    inner.mkdir()
    (tmp_path / "logo.png").write_bytes(picture())
    for name in ("none.png", "../logo.png", str(tmp_path / "logo.png").replace("\\", "/")):
        kit = read_brand(folder(inner, f'logo = "{name}"'))
        assert kit.brand.logo is None
        assert len(kit.problems) == 1
        assert "the brand's folder" in kit.problems[0].what
        assert kit.problems[0].mend.startswith("Copy it there")
        assert kit.problems[0].mend.endswith("Until then reports have no logo.")


def huge_png(width: int, height: int) -> bytes:
    """A small file that says it is a very large picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(9000, 9000), (60_000, 60_000)])
def test_a_logo_of_too_many_pixels_is_refused_by_its_head(tmp_path: Path, size: tuple[int, int]) -> None:
    kit = read_brand(folder(tmp_path, 'logo = "logo.png"', logo_png=huge_png(*size)))
    assert kit.brand.logo is None
    assert str(size[0]) in kit.problems[0].what or "no PNG" in kit.problems[0].what


def test_a_large_logo_is_made_as_large_as_it_is_printed(tmp_path: Path) -> None:
    logo = read_brand(folder(tmp_path, 'logo = "logo.png"', logo_png=picture(size=(3000, 1000)))).brand.logo
    assert logo is not None
    assert (logo.width, logo.height) == (MOST[0], round(MOST[0] / 3))


def test_a_photo_that_lies_on_its_side_is_turned_and_tells_nothing_of_the_camera(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    turned[0x010F] = "Zebracam"
    content = picture(size=(40, 20), kind="JPEG", exif=turned)
    logo = read_brand(folder(tmp_path, 'logo = "logo.jpg"', logo_jpg=content)).brand.logo
    assert logo is not None
    assert (logo.width, logo.height) == (20, 40)
    assert b"Zebracam" not in logo.png


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_picture_is_read(tmp_path: Path, mode: str) -> None:
    content = picture(mode, kind="JPEG" if mode == "CMYK" else "PNG") if mode != "I;16" else picture16()
    kit = read_brand(folder(tmp_path, 'name = "Fjord"\nlogo = "logo.png"', logo_png=content))
    assert kit.problems == ()
    assert kit.brand.logo is not None
    assert kit.brand.logo.alt == "Fjord"


def picture16() -> bytes:
    file = BytesIO()
    Image.new("I;16", (30, 20), 4000).save(file, "PNG")
    return file.getvalue()


def sfnt(content: bytes, bits: int) -> bytes:
    """The font with other licence bits."""
    (tables,) = struct.unpack(">H", content[4:6])
    for number in range(tables):
        tag, _sum, offset, _length = struct.unpack(">4sLLL", content[12 + 16 * number : 28 + 16 * number])
        if tag == b"OS/2":
            return content[: offset + 8] + struct.pack(">H", bits) + content[offset + 10 :]
    raise AssertionError


TITLE = (SAMPLES / "fjord" / "title.ttf").read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no TrueType font"),
        (b"OTTO" + bytes(100), "CFF"),
        (b"wOF2" + bytes(100), "web font"),
        (TITLE[:9000], "no TrueType font"),
        (TITLE[:200], "no TrueType font"),
        (sfnt(TITLE, 0x0002), "forbid"),
        (bytes(10_000_001), "larger than"),
    ],
    ids=["empty", "cff", "web", "cut short", "head only", "restricted", "too large"],
)
def test_a_font_that_cannot_be_used_is_said_and_inter_stays(tmp_path: Path, content: bytes, said: str) -> None:
    kit = read_brand(folder(tmp_path, 'font = "title.ttf"', title_ttf=content))
    assert kit.brand.font is None
    ((where, what),) = told(kit)
    assert where == "title.ttf"
    assert said in what


def test_a_font_without_the_letters_of_titles_is_said(tmp_path: Path) -> None:
    fonts = assets.script_fonts()
    assert fonts is not None
    arabic = fonts / "NotoSansArabic-Regular.ttf"
    kit = read_brand(folder(tmp_path, 'font = "title.ttf"', title_ttf=arabic.read_bytes()))
    assert kit.brand.font is None
