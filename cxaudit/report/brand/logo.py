"""The logo: checked before it is opened, turned upright, and made no larger than it is printed."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from cxaudit.app.brand import Logo
from cxaudit.i18n import _

WIDTH_MM, HEIGHT_MM = 45, 20
DPI = 300
MOST_PIXELS = 40_000_000
MOST_BYTES = 30_000_000
MOST = (round(WIDTH_MM / 25.4 * DPI), round(HEIGHT_MM / 25.4 * DPI))
"""The largest logo that is kept, in pixels."""


class LogoError(ValueError):
    """The logo cannot be used: the message says what is wrong."""


def read_logo(content: bytes, alt: str) -> Logo:
    """Return a logo out of a PNG or JPEG file. Raises LogoError.

    The size is read from the file's head before a pixel is: a small file may claim a picture of gigabytes.
    """
    if len(content) > MOST_BYTES:
        raise LogoError(_("The file is larger than {most} MB.").format(most=MOST_BYTES // 1_000_000))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is checked right below
            image = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise LogoError(_("It is no PNG or JPEG picture.")) from error
    width, height = image.size
    if width * height > MOST_PIXELS:
        text = _("It has {width} by {height} pixels; at most {most} million in all are read.")
        raise LogoError(text.format(width=width, height=height, most=MOST_PIXELS // 1_000_000))
    try:
        return _ready(image, alt)
    except (OSError, SyntaxError, ValueError) as error:
        raise LogoError(_("The picture is damaged or cut short.")) from error


def _ready(image: Image.Image, alt: str) -> Logo:
    # draft() lets the JPEG reader shrink while it decodes
    image.draft("RGB", (MOST[0] * 2, MOST[1] * 2))
    clear = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    upright = ImageOps.exif_transpose(image).convert("RGBA" if clear else "RGB")
    upright.thumbnail(MOST, Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = BytesIO()
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)  # without what the camera or the drawing program wrote beside it
    bare.save(file, "PNG", optimize=False)
    return Logo(file.getvalue(), bare.width, bare.height, alt)
