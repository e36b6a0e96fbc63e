"""Elements of a web page: text is escaped wherever it is put in, and every element is closed."""

from __future__ import annotations

from html import escape

from kvik_desktop.report.pasted import fit

EMPTY = ("meta",)
"""Elements that hold nothing and have no end."""


class Html(str):
    """Finished markup; a plain ``str`` is text and never markup."""

    __slots__ = ()


Child = Html | str | None


def tag(name: str, /, *children: Child, **attributes: str | None) -> Html:
    """An element; ``class_`` is written ``class``, ``aria_label`` ``aria-label``, and None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(fit(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in EMPTY:
        return Html(f"<{name}{written}/>")
    return Html(f"<{name}{written}>{together(*children)}</{name}>")


def together(*children: Child) -> Html:
    """Elements and texts one after the other; a line break in a text is a line break."""
    return Html("".join(_written(child) for child in children if child))


def _written(child: Html | str) -> str:
    if isinstance(child, Html):
        return child
    return escape(fit(child), quote=False).replace("\n", "<br/>")
