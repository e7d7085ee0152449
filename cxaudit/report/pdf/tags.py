"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8), free of any PDF library.

A `Tag` is one structure element as the author of a page sees it. A block that breaks over pages keeps its Tag, so
that the halves stay one element. Order among siblings is the order of first use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Attribute = str | float | tuple[float, ...]
"""A value of a structure attribute: a name, a number or an array of numbers."""


NONE: Mapping[str, Attribute] = MappingProxyType({})
"""The attributes of most elements."""


class Tag:
    """One structure element, told apart by identity.

    `alt` is the alternative text of a figure or link; `attributes` are those of its one attribute object, with
    the owner under "O".
    """

    __slots__ = ("alt", "attributes", "role")

    def __init__(self, role: str, alt: str = "", attributes: Mapping[str, Attribute] | None = None) -> None:
        self.role = role
        self.alt = alt
        self.attributes = attributes or NONE


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of marked content: its page (from 1) and its number there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the order of reading for content that is still to be drawn: its element's role, its number."""

    role: str
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation: its page (from 1) and the name it is stored under."""

    page: int
    name: str


@dataclass(slots=True)
class Element:
    """A node of the tree as it is written: `number` is its place among all, `kids` are in reading order."""

    tag: Tag
    number: int
    parent: Element | None
    kids: list[Element | Content | Annotation] = field(default_factory=list["Element | Content | Annotation"])

    def only_page(self) -> int | None:
        """Return the page that holds all marked content directly below, or None where there are none or several."""
        pages = {kid.page for kid in self.kids if isinstance(kid, Content)}
        return pages.pop() if len(pages) == 1 else None


class StructureTree:
    """Collects elements while pages are drawn, and the parent tree that leads back from content to element."""

    def __init__(self) -> None:
        self.root = Element(Tag("Document"), 0, None)
        self.elements = [self.root]
        self.parents: dict[int, list[Element] | Element] = {}
        self._by_tag: dict[Tag, Element] = {}
        self._stack = [self.root]
        self._on_page: list[Element] = []

    @property
    def next_key(self) -> int:
        """Return the first key of the parent tree that is not in use."""
        return len(self.parents)

    def element(self, tag: Tag) -> Element:
        """Return the tag's element, made below the one that is open where the tag is new."""
        found = self._by_tag.get(tag)
        if found is None:
            parent = self._stack[-1]
            found = Element(tag, len(self.elements), parent)
            parent.kids.append(found)
            self.elements.append(found)
            self._by_tag[tag] = found
        return found

    def enter(self, tag: Tag) -> None:
        """Open an element: new tags go below it until `leave`."""
        self._stack.append(self.element(tag))

    def leave(self) -> None:
        """Close the element that was opened last."""
        self._stack.pop()

    def add_content(self, tag: Tag, page: int) -> int:
        """Give the tag a stretch of marked content on the page and return its number."""
        element = self.element(tag)
        mcid = len(self._on_page)
        self._on_page.append(element)
        element.kids.append(Content(page, mcid))
        return mcid

    def add_annotation(self, tag: Tag, page: int, name: str) -> int:
        """Give the tag an annotation and return its key in the parent tree."""
        element = self.element(tag)
        element.kids.append(Annotation(page, name))
        key = self.next_key
        self.parents[key] = element
        return key

    def end_page(self) -> int:
        """Close a page and return its key in the parent tree."""
        key = self.next_key
        self.parents[key] = self._on_page
        self._on_page = []
        return key
