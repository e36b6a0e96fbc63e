"""Looks at all that others could see of a facilitator's meeting: the room, other programs, the disk."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.projector.projector import Projector
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.settings import SettingsFile
from tests.drivers.hand import Keys, activate
from tests.looking import look
from tests.planted_meeting import planted_in
from tests.window import PATIENCE

Texts = Collection[tuple[str, str]]
"""Of which subcriteria, and of which kind."""


class Watcher:
    """Sits in the room, and comes by the computer when nobody is there.

    ``secrets`` are words that nobody of these ever is to see: names, private notes, why something is parked.
    """

    def __init__(
        self, qtbot: QtBot, folder: Path, file: Path, log: pytest.LogCaptureFixture, secrets: Collection[str]
    ) -> None:
        self._qtbot, self._folder, self._file, self._log = qtbot, folder, file, log
        self._secrets = secrets
        self._hand: Keys | None = None

    # The projector

    def put_on(self, hand: Keys) -> ProjectorWindow:
        """F5 where there is one screen: it covers the facilitator's window and has the keyboard."""
        self._hand = hand
        hand.key(Qt.Key.Key_F5)
        self._qtbot.waitUntil(self.screen.isActiveWindow, timeout=PATIENCE)
        assert self._projector.is_over
        return self.screen

    def put_beside(self, hand: Keys) -> None:
        """F5 as where there are two: the facilitator's window keeps the keyboard."""
        self.put_on(hand).showNormal()
        self.screen.resize(1366, 768)
        activate(hand.window)

    @property
    def _projector(self) -> Projector:
        assert self._hand is not None
        room = self._hand.window.room
        assert room is not None
        return room.projector

    @property
    def screen(self) -> ProjectorWindow:
        """What the room sees."""
        found = self._projector.window
        assert isinstance(found, ProjectorWindow), "the projector is off"
        return found

    # What can be seen

    def sees(self, may: Texts = (), *words: str) -> str:
        """All that the room is told; of people's texts only these, and of the secrets only ``words``."""
        told = " ".join(look("", self.screen).words)
        early = planted_in(told) - set(may)
        assert not early, f"seen before its time: {early}"
        self._clean(told, *words)
        self.passes_by()
        return told

    def passes_by(self) -> None:
        """Titles, the recent list, the clipboard, the log, and every file but the evaluation's own."""
        told = [each.windowTitle() for each in QApplication.topLevelWidgets()]
        told += [repr(SettingsFile(Places.of_user().settings).read())]
        told += [QApplication.clipboard().text(), self._log.text]
        for path in self._folder.rglob("*"):
            told.append(path.name)
            if path.is_file() and not self._is_own(path):
                told.append(path.read_bytes().decode("utf-8", "replace"))
        assert not [each for each in told if "PLANTET" in each]
        self._clean(" ".join(told))

    def _is_own(self, path: Path) -> bool:
        """The file, what lies beside it while it is open, and its backups: who has them has it all."""
        return path.name.startswith(self._file.name) or Places.of_user().backups in path.parents

    def _clean(self, told: str, *may: str) -> None:
        assert {secret for secret in self._secrets if secret in told} <= set(may)
