"""The application's style: palette, type and the sheet of ressourcer/stil/vindue.qss in one theme."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from kvik_desktop.shell.look.focus_ring import FocusRing
from kvik_desktop.shell.look.theme import Theme

Role = QPalette.ColorRole

PALETTE: Mapping[QPalette.ColorRole, str] = {
    Role.Window: "surface",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "window",
    Role.Text: "text",
    Role.PlaceholderText: "text-3",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "red",
    Role.Highlight: "heat-2",
    Role.HighlightedText: "text",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.ToolTipBase: "text",
    Role.ToolTipText: "surface",
    Role.Light: "surface",
    Role.Midlight: "sunk",
    Role.Mid: "line",
    Role.Dark: "edge",
    Role.Shadow: "edge",
    Role.Accent: "accent",
}
"""The token of every colour that Qt itself asks for."""

FAINT = "99"
"""How much of ``edge`` a scroll bar that nobody touches has: 60 %, in hexadecimal digits."""

SLEEPING = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText)


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application: all windows, those that are open as well. What it wears already stays."""
    worn = app.findChild(FocusRing)
    if worn is not None and worn.theme == theme and app.styleSheet():
        return
    if not app.styleSheet():
        app.setStyle("Fusion")
    app.setFont(theme.font())
    QToolTip.setFont(theme.font("small"))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))
    FocusRing.follow(app, theme)


def palette(theme: Theme) -> QPalette:
    """The colours of what no rule of the sheet meets."""
    made = QPalette()
    for role, token in PALETTE.items():
        made.setColor(role, theme.colour(token))
    for role in SLEEPING:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text-3"))
    return made


def stylesheet(theme: Theme) -> str:
    """The sheet with its tokens and lengths filled in. Raises KeyError for a token that is not there."""
    rules = theme.resources.read("stil", "vindue.qss").decode().partition("*/")[2]
    images = theme.resources.path("stil", theme.name).as_posix()
    tokens = {**theme.tokens, "image": images, "edge-faint": f"#{FAINT}{theme.tokens['edge'][1:]}"}
    scaled = re.sub(r"(radius: )?\b(\d+)px", lambda found: _length(theme, found), rules)
    return re.sub(r"@([a-z]+(?:-[a-z0-9]+)*)", lambda found: tokens[found[1]], scaled)


def _length(theme: Theme, found: re.Match[str]) -> str:
    """A length of the sheet at the size of type; Qt squares a corner rounder than half its side."""
    radius, pixels = found[1] or "", int(found[2])
    if pixels == 1:
        return found[0]
    return f"{radius}{pixels * theme.percent // 100 if radius else theme.px(pixels)}px"


def restyle(widget: QWidget) -> None:
    """Let the sheet meet a widget anew, after one of the properties it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
