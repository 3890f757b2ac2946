"""Names and values of WordprocessingML."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def value(element: "Element | None") -> str | None:
    """Return the value of a property; None where there is none."""
    return element.get(W + "val") if element is not None else None


def is_on(element: "Element | None") -> bool:
    """Tell whether a property that is on or off is there and on."""
    return element is not None and element.get(W + "val", "true") not in ("0", "false", "off")


def number(element: "Element | None", otherwise: int) -> int:
    """Return the value of a property that is a number; `otherwise` where it is none."""
    text = value(element) or ""
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 7 else otherwise
