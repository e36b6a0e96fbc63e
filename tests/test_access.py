"""Every page and dialog, in both languages and at both ends of the type size: heard, reached and not cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.example import Stage
from kvik_desktop.shell.settings import Recent, Settings
from kvik_desktop.shell.window import Window
from tests import access
from tests.billeder import SCENES, Studio
from tests.coordinator_stage import open_then
from tests.drivers.hand import activate
from tests.window import window

Check = Callable[[QWidget, Window], Iterator[str]]


@dataclass
class Walk(Studio):
    """All scenes in one window: each begins at the start page again."""

    made: Window = field(kw_only=True)
    judge: Callable[[QWidget], None] = field(kw_only=True)
    is_judged: bool = field(default=False, init=False)
    """Whether the scene was of a dialog, which is closed again."""

    def begin(self, recent: tuple[Recent, ...] = ()) -> Window:
        """See :class:`Studio`."""
        self.window = self.made
        self.made.change_settings(replace(self.made.settings, recent=recent))
        self.made.leave()
        return self.made

    def open(self, name: str, stage: Stage, stop: str, place: str = "") -> Window:
        """See :class:`Studio`; straight there, so that no page on the way is made for nothing."""
        path = self.file(name, stage)
        self.begin((Recent(str(path), place=f"{stop} {place}"),)).open(path)
        return self.made

    def office(self, town: str, stop: str, place: str = "") -> Window:
        """See :class:`Studio`; straight there as well."""
        path = self.town(town)
        recent = Recent(str(path), kind="coordinator", place=f"{stop} {place}")
        self.begin((recent,)).open(path, "coordinator")
        return self.made

    def show_dialog(self, dialog: QWidget) -> None:
        """Judge it instead of taking its picture."""
        self.is_judged = True
        self.judge(dialog)


def heard(root: QWidget, made: Window) -> Iterator[str]:
    yield from access.unheard(root)


def cut(root: QWidget, made: Window) -> Iterator[str]:
    yield from access.cut(root)
    yield from access.sizes_of_type(root, made.ui)


def reached(root: QWidget, made: Window) -> Iterator[str]:
    yield from access.unreached(root)


LOOKS = {
    "da-100": (Settings("da", "light", 100), (heard, cut, reached)),
    "da-200": (Settings("da", "dark", 200), (heard, cut)),
    "en-100": (Settings("en", "dark", 100), (heard, cut)),
    "en-200": (Settings("en", "light", 200), (cut,)),
}


@pytest.mark.parametrize("look", LOOKS)
def test_nobody_is_shut_out(qtbot: QtBot, tmp_path: Path, look: str) -> None:
    settings, checks = LOOKS[look]
    made = window(qtbot, settings, opener=open_then)
    activate(made)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found: dict[str, str] = {}
    for name, scene in SCENES.items():

        def judge(root: QWidget, name: str = name) -> None:
            if root is made:
                activate(made)
            for _ in range(3):
                app.processEvents()
            for check in checks:
                for fault in check(root, made):
                    found.setdefault(fault, name)

        folder = tmp_path / name
        folder.mkdir()
        walk = Walk(app, folder, settings, made=made, judge=judge)
        scene(walk)
        if not walk.is_judged:
            judge(made)
    if found:
        pytest.fail("\n".join(f"{name}: {fault}" for fault, name in found.items()), pytrace=False)
