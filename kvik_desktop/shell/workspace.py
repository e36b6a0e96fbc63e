"""What the window shows beside the pages: the stops of the rail, and how far each is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from kvik_desktop.foundation.text import Text, Translator
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.passages import Passage
from kvik_desktop.shell.ui import Ui

State = Literal["done", "open", "waiting"]


@dataclass(frozen=True)
class Stop:
    """A place in the rail, with its page; ``number`` for a step of a journey, else ``icon``."""

    key: str
    name: Text
    make: Callable[[Ui, Desk[Any]], Page]
    number: int | None = None
    icon: str = ""


@dataclass(frozen=True)
class StopState:
    """How far a stop is, and what is missing there or what it waits for."""

    state: State = "open"
    missing: Text | None = None


@dataclass(frozen=True)
class Jump:
    """The way to where something is done: its words, a stop, and a place there."""

    words: Text
    stop: str
    place: str = ""


@dataclass(frozen=True)
class Remark:
    """Something the file asks for now, said over every page with the ways to where it is done."""

    text: Text
    advice: Text
    jumps: tuple[Jump, ...]


@dataclass(frozen=True)
class Status:
    """What the rail says: whose it is, and the state of each stop."""

    title: str
    subtitle: Text | str = ""
    stops: Mapping[str, StopState] = field(default_factory=dict)
    current: str = ""
    """The stop one is at when nothing else is said."""
    remark: Remark | None = None


@dataclass(frozen=True)
class Workspace:
    """An open file with its pages. ``status`` is asked in the tasks' thread after every change."""

    kind: Literal["institution", "facilitator", "coordinator"]
    stops: Sequence[Stop]
    status: Callable[[Any], Status]
    asides: Sequence[Stop] = ()
    """Pages that are no step: the program's menu leads there."""
    erase: Callable[[Path], None] | None = None
    """Deletes a closed file with all that is kept of it here; run in the tasks' thread."""
    texts: Callable[[Any, Translator], Sequence[Passage]] | None = None
    """Everything that may be found in it now; asked in the tasks' thread. None where pages search alone."""

    @property
    def pages(self) -> Sequence[Stop]:
        """Everything one can go to."""
        return (*self.stops, *self.asides)
