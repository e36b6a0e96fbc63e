"""Asks the user for files and folders, with the system's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from kvik_desktop.shell.window import Window


class Chooser(Protocol):
    """Asks for places among the user's files; a test answers instead."""

    def file(self, title: str, kinds: str) -> Path | None:
        """One file that is there; None where the user does not want to. ``kinds`` as ``Navn (*.csv)``."""

    def files(self, title: str, kinds: str) -> Sequence[Path]:
        """Any number of files that are there."""

    def folder(self, title: str) -> Path | None:
        """A folder that is there."""

    def save(self, title: str, proposed: str, kinds: str) -> Path | None:
        """Where something new is to lie; the dialog has asked before an old file is chosen."""


def _within_reach(path: Path) -> Path:
    """The same name in the nearest folder above that is there: from any other, Qt's dialog begins where the
    program was started."""
    return next((above for above in path.parents if above.is_dir()), Path.home()) / path.name


class SystemChooser:
    """The system's own dialogs, beginning where the user was last, also the last time."""

    def __init__(self, window: Window) -> None:
        self._window = window

    @property
    def _folder(self) -> Path:
        """Where the user was last; their own folder where that one is gone."""
        last = self._window.settings.folder
        return Path(last) if last and Path(last).is_dir() else Path.home()

    def file(self, title: str, kinds: str) -> Path | None:
        """See :class:`Chooser`."""
        return self._taken(QFileDialog.getOpenFileName(self._window, title, str(self._folder), kinds)[0])

    def files(self, title: str, kinds: str) -> Sequence[Path]:
        """See :class:`Chooser`."""
        chosen = QFileDialog.getOpenFileNames(self._window, title, str(self._folder), kinds)[0]
        return [path for path in map(self._taken, chosen) if path is not None]

    def folder(self, title: str) -> Path | None:
        """See :class:`Chooser`."""
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._folder))
        if not chosen:
            return None
        self._window.keep_folder(Path(chosen))
        return Path(chosen)

    def save(self, title: str, proposed: str, kinds: str) -> Path | None:
        """See :class:`Chooser`."""
        start = str(_within_reach(self._folder / proposed))
        return self._taken(QFileDialog.getSaveFileName(self._window, title, start, kinds)[0])

    def _taken(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        path = Path(chosen)
        self._window.keep_folder(path.parent)
        return path
