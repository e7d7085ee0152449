"""The brand of a report before it is written."""

from __future__ import annotations

from pathlib import Path

from cxaudit.app.brand import Brand, BrandFont, BrandKit, BrandProblem, Logo
from cxaudit.presentation.brand_line import BrandLine, brand_line

FOLDER = Path("/brands/fjord")


def test_without_a_folder_there_is_no_brand() -> None:
    assert brand_line(None, None, "").title == "No brand"


def test_a_folder_is_named_before_it_is_read() -> None:
    assert brand_line(FOLDER, None, "") == BrandLine("fjord", "", (), ())


def test_a_folder_that_cannot_be_read_says_why() -> None:
    line = brand_line(FOLDER, None, "There is no brand.toml.")
    assert line.detail == "The report is written without it."
    assert line.problems == ("There is no brand.toml.",)


def test_a_brand_is_told_by_its_name_colours_and_parts() -> None:
    brand = Brand(
        name="Fjord & Partners",
        consultant="Ann Berg",
        primary="#102030",
        secondary="#405060",
        logo=Logo(b"", 1, 1, "Fjord"),
        font=BrandFont("Spectral", b""),
    )
    line = brand_line(FOLDER, BrandKit(brand, (BrandProblem("primary", "Too pale.", "Take #102030."),)), "")
    assert line.title == "Fjord & Partners"
    assert line.detail == "Ann Berg · with a logo · titles in Spectral"
    assert line.colors == ("#102030", "#405060")
    assert line.problems == ("primary: Too pale. Take #102030.",)
    assert brand_line(FOLDER, BrandKit(Brand()), "").title == "fjord"
