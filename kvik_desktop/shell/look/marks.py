"""Marks: filled shapes that carry a meaning, each with its colour and the word it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QIcon, QPixmap

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.icons import painted
from kvik_desktop.shell.look.theme import Theme


@dataclass(frozen=True)
class Mark:
    """A shape under ressourcer/ikoner/maerker, the token it is painted in, and its word."""

    shape: str
    token: str
    word: Text


MARKS: Mapping[str, Mark] = {
    "large-disagreement": Mark("trekant", "red", say("Stor uenighed")),
    "some-disagreement": Mark("rude-halv", "amber", say("Nogen uenighed")),
    "to-talk-about": Mark("taleboble", "text-2", say("Tal om det")),
    "together": Mark("ring", "green", say("Kan tages samlet")),
    "overview": Mark("liste", "text-2", say("Overblik")),
    "settled": Mark("skive-flueben", "green", say("Afgjort")),
    "parked": Mark("skive-pause", "text-2", say("Parkeret")),
    "approved": Mark("skive-flueben", "green", say("Godkendt")),
    "done": Mark("skive-flueben", "green", say("Færdig")),
    "quarantine": Mark("rude-to-streger", "amber", say("Karantæne")),
    "waiting": Mark("rude-to-streger", "amber", say("Venter")),
    "rejected": Mark("ottekant-kryds", "red", say("Afvist")),
    "stale": Mark("ring-streg", "text-3", say("Forældet")),
    "duplicate": Mark("skive-flueben", "green", say("Modtaget før")),
    "revoked": Mark("ottekant-kryds", "red", say("Spærret")),
    "ends-soon": Mark("rude-halv", "amber", say("Udløber snart")),
    "expired": Mark("ring-streg", "text-3", say("Udløbet")),
    "problem": Mark("ottekant-kryds", "red", say("Problem")),
    "missing": Mark("rude-halv", "amber", say("Mangler noget")),
    "not-begun": Mark("ring-tynd", "edge", say("Ikke begyndt")),
    "in-progress": Mark("skive-halv", "accent", say("I gang")),
    "planned": Mark("ring-tynd", "edge", say("Planlagt")),
    "dropped": Mark("ring-streg", "text-2", say("Droppet")),
    "answered": Mark("skive-flueben", "accent", say("Besvaret")),
    "skipped": Mark("ring-streg", "edge", say("Sprunget over")),
    "cannot-judge": Mark("ring-streg", "text-3", say("Kan ikke vurdere")),
}
"""Marks by name; the same shape and colour never means two things that can be taken for one another."""


def mark(theme: Theme, name: str, size: int = 16) -> QPixmap:
    """A mark as a picture; ``size`` is at 100 % and grows with the type. Its word belongs beside it."""
    found = MARKS[name]
    return painted(shape(theme, found.shape), theme.tokens[found.token], theme.px(size))


def mark_icon(theme: Theme, name: str, size: int = 16) -> QIcon:
    """A mark where Qt wants an icon, as on a button or in a model."""
    return QIcon(mark(theme, name, size))


def program_mark(theme: Theme, size: int = 24) -> QPixmap:
    """The program's own mark, the stair."""
    return painted(shape(theme, "trappen"), theme.tokens["accent"], theme.px(size))


def window_icon(theme: Theme) -> QIcon:
    """The stair for title bars and task bars, in a tone that is seen on light and on dark ones."""
    found = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(painted(shape(theme, "trappen"), theme.tokens["heat-4"], side))
    return found


def shape(theme: Theme, file: str) -> bytes:
    """The drawing of a mark."""
    return theme.drawing("maerker", f"{file}.svg")
