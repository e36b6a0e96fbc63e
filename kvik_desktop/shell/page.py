"""A page: what one sees between the rail and the foot, and what it tells the window about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.panes import CONTENT, GUIDANCE, INDEX, Panes
from kvik_desktop.shell.projector.projection import Projection
from kvik_desktop.shell.shortcuts import Shortcut
from kvik_desktop.shell.ui import Ui


@dataclass(frozen=True)
class Asked:
    """What the room is asked before an act, where the projector covers the page that warns of it.

    Only words that the room may see: no names, and nothing of what comes next.
    """

    what: str
    """The act, as its button says it."""
    warning: str
    do: Callable[[], None] = field(compare=False)
    """The act itself, without asking once more."""


@dataclass(frozen=True)
class Act:
    """Something a button does. ``asleep`` says why not now; then it keeps its place and its focus."""

    text: str
    do: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    """As ``Ctrl+N``, shown beside it. The primary act has Ctrl+Return anyway."""
    asleep: str = ""
    asked: Asked | None = None
    """For what cannot be undone, and for what the page asks about first."""


@dataclass(frozen=True)
class Foot:
    """The bottom line: the one thing to do next at the right, others at the left, a hint between."""

    primary: Act | None = None
    secondary: Sequence[Act] = ()
    hint: str = ""


class Page(QWidget):
    """One question to the user.

    A page is made for one :class:`Ui` and thrown away when language, theme or size of type change, so it
    sets its texts once. It asks for what it shows in ``refresh``, which is called when the page comes
    forward and whenever something of its ``kinds`` has changed while it is seen.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset()
    """What it shows; a change of one of these makes it ask anew."""

    help: ClassVar[Text | None] = None
    """Three to five sentences for somebody who is here for the first time."""

    keys: ClassVar[Sequence[Shortcut]] = ()
    """The keys that work on this page only, for the overview."""

    guidance_name: Text = say("Vejledning")
    """What the pane at the right is called in the top line."""

    projects: ClassVar[bool] = False
    """It has something for the room to see; others are a neutral slide there."""

    foot_changed = Signal()
    moved = Signal()
    """The ``place`` is another."""
    projected = Signal()
    """The room sees something else."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self.retired = False
        self.desk = desk.copy(stands=lambda: not self.retired)
        self._foot = Foot()
        self._projection: Projection | None = None
        self.driving: Mapping[str, Callable[[], object]] = {}
        """The keys that drive a meeting, as Qt writes them: they work with the projector in front as well."""
        self.top: QWidget | None = None
        """What the top bar shows at the left while this page is seen."""
        self.panes: Panes | None = None

    def refresh(self) -> None:
        """Ask for what is shown. A field with typing that is not saved yet keeps it."""

    def flush(self) -> None:
        """Save now what is being typed; called before anything takes the page away."""

    @property
    def place(self) -> str:
        """Where in the page one is, as a word of its own; kept, and handed to ``go_to`` later."""
        return ""

    @property
    def lasting_place(self) -> str:
        """The place to come back to another day; less than ``place`` where that is one person's own."""
        return self.place

    def go_to(self, place: str) -> None:
        """Show a place; one that is not there any more is the page's beginning."""

    def drop(self, paths: Sequence[Path]) -> bool:
        """Take files that were dropped on the window; False where the page has no use for them."""
        return False

    def first_focus(self) -> QWidget | None:
        """What has focus when the page comes forward; None leaves it to the order of the page."""
        return None

    @property
    def foot(self) -> Foot:
        """The bottom line now."""
        return self._foot

    def set_top(self, part: QWidget) -> None:
        """Show ``part`` in the top line. The page may hide and show it; another page never shows it."""
        self.top = QWidget()
        line = QHBoxLayout(self.top)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(part)

    def set_foot(self, foot: Foot) -> None:
        """Change the bottom line."""
        self._foot = foot
        self.foot_changed.emit()

    @property
    def projection(self) -> Projection | None:
        """What the room sees now; None leaves it what it saw, until the page knows."""
        return self._projection

    def set_projection(self, projection: Projection) -> None:
        """Let the room see something else; nothing is done where it is what it sees."""
        if projection != self._projection:
            self._projection = projection
            self.projected.emit()

    @property
    def may_act_unseen(self) -> bool:
        """Whether what the filled button says may be done where only the slide is seen."""
        return True

    def set_panes(
        self,
        content: QWidget,
        *,
        index: QWidget | None = None,
        guidance: QWidget | None = None,
        index_width: int = INDEX,
        guidance_width: int = GUIDANCE,
        least: int = CONTENT,
    ) -> None:
        """Lay out the page: a list of places at the left, the content, guidance at the right.

        Where the content would be narrower than ``least`` (at 100 %) guidance folds to a drawer, then the
        list to the top bar.
        """
        self.panes = Panes(
            self.ui,
            content,
            index,
            guidance,
            index_width=index_width,
            guidance_width=guidance_width,
            least=least,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
