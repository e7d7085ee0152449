"""The report as one web page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from xml.etree.ElementTree import Element

from cxaudit import __version__
from cxaudit.app.brand import Brand
from cxaudit.app.reporting import BuiltReport
from cxaudit.i18n import _
from cxaudit.presentation.manuscript import Manuscript, manuscript
from cxaudit.presentation.report_summary import CoverView
from cxaudit.report.job import Job
from cxaudit.report.web.markup import page, raw, tag, turned
from cxaudit.report.web.pieces import section
from cxaudit.report.web.style import style_sheet
from cxaudit.report.web.text import Desk

POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def render(job: Job) -> BuiltReport:
    """Return the report as a page that needs nothing from anywhere."""
    told, brand = manuscript(job.view), job.options.brand
    desk = Desk(told.keys())
    sections = list[Element]()
    for number, chapter in enumerate(told.chapters, 1):
        sections.append(section(desk, chapter))
        job.progress(number, len(told.chapters))
    body = tag(
        "body",
        tag("a", _("Skip to the report"), href="#report", class_="skip"),
        _cover(told.cover, brand),
        tag("div", _contents(told), tag("main", *sections, id="report"), class_="body"),
        _foot(told),
    )
    return BuiltReport(page(tag("html", _head(told, brand, style_sheet(brand, desk.shares)), body, lang=told.language)))


def _head(told: Manuscript, brand: Brand, style: str) -> Element:
    """Return the page's head, which allows its own style sheet, the pictures and font in it, and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = POLICY.format(digest=digest)
    author = (tag("meta", name="author", content=brand.consultant),) if brand.consultant else ()
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"cxaudit {__version__}"),
        *author,
        tag("title", told.title),
        raw("style", style),
    )


def _cover(cover: CoverView, brand: Brand) -> Element:
    """Return the page's header: title, facts, and the five steps, which say nothing in words."""
    badge = (tag("span", cover.badge, class_="badge"),) if cover.badge else ()
    kind = [tag("p", cover.kind, *badge, class_="kind")]
    if brand.logo is not None:
        source = f"data:image/png;base64,{b64encode(brand.logo.png).decode()}"
        kind.append(tag("img", src=source, alt=brand.logo.alt, class_="logo"))
    facts = [part for fact in cover.facts for part in (tag("dt", fact.label), tag("dd", fact.value))]
    return tag(
        "header",
        tag(
            "div",
            tag("div", *kind, class_="top"),
            turned(tag("h1", cover.name), cover.name),
            turned(tag("p", cover.subtitle, class_="subtitle"), cover.subtitle),
            tag("dl", *facts),
        ),
        _ladder(),
        class_="cover",
    )


def _ladder() -> Element:
    steps = (
        tag("rect", x=str(step - 1), y=str(5 - step), width="1", height=str(step), class_=f"f-step{step}")
        for step in range(1, 6)
    )
    shape = {"viewBox": "0 0 5 5", "preserveAspectRatio": "none", "aria_hidden": "true", "class_": "ladder"}
    return tag("svg", *steps, **shape)


def _contents(told: Manuscript) -> Element:
    items = (tag("li", tag("a", chapter.name, href=f"#{chapter.id}")) for chapter in told.chapters)
    return tag("nav", tag("h2", _("Contents"), id="nav-title"), tag("ul", *items), aria_labelledby="nav-title")


def _foot(told: Manuscript) -> Element:
    lines = (
        told.cover.note,
        told.imprint,
        told.cover.confidentiality,
        _("Written by cxaudit {version}.").format(version=__version__),
    )
    return tag("footer", *(tag("p", line) for line in dict.fromkeys(lines) if line))
