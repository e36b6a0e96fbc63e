"""What the page of the follow-up is given by rooms that draw and print: the trend, and minutes on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kvik_desktop.action_plan.status_meetings.usecases import Minutes
from kvik_desktop.action_plan.trend import Trend
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui


class TrendPlace(QWidget):
    """A view of the trend over all evaluations in the file."""

    moved = Signal()
    """Another course is chosen."""

    @property
    def key(self) -> str:
        """The chosen course."""
        raise NotImplementedError

    def show_trend(self, found: Trend) -> None:
        """Show the evaluations."""
        raise NotImplementedError

    def go_to(self, key: str) -> None:
        """Choose a course."""
        raise NotImplementedError


class MinutesOut(Protocol):
    """How minutes leave the program."""

    def save(self, evaluation: str, minutes: Minutes) -> None:
        """Ask where, and write them there in the form the name asks for."""

    def print(self, evaluation: str, minutes: Minutes) -> None:
        """Print them."""


@dataclass(frozen=True)
class LaterRooms:
    """What makes them."""

    trend: Callable[[Ui], TrendPlace]
    minutes: Callable[[Ui, Desk[Any], QWidget], MinutesOut]
