"""Elements of the page; outside text only ever becomes text or the value of an attribute, which the writer escapes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from cxaudit.report.plain import plain, right_to_left

Child = Element | str


def tag(name: str, /, *children: Child, **attributes: str) -> Element:
    """Return an element with its children, elements and texts.

    A last `_` of an attribute's name is dropped, others become hyphens. Line breaks in a text become `<br>`.
    """
    made = Element(name, {key.rstrip("_").replace("_", "-"): plain(value) for key, value in attributes.items()})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        else:
            _add_text(made, plain(child))
    return made


def _add_text(into: Element, text: str) -> None:
    first, *more = text.split("\n")
    _append(into, first)
    for line in more:
        into.append(Element("br"))
        _append(into, line)


def _append(into: Element, text: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def raw(name: str, /, text: str, **attributes: str) -> Element:
    """Return an element that holds the program's own text as it stands, such as a style sheet."""
    made = Element(name, attributes)
    made.text = text
    return made


def turned(made: Element, text: str) -> Element:
    """Let an element read from right to left where its text does."""
    if right_to_left(text):
        made.set("dir", "rtl")
    return made


def page(root: Element) -> bytes:
    """Return a page as the bytes of its file."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n".encode()
