"""Every page and dialog, in both languages and at both ends of the type size.

Heard, reached, not cut, its zones where they always are, and nothing left in Danish for who reads English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.settings import Recent, Settings
from kvik_desktop.shell.window import Window
from tests import access
from tests.billeder import SCENES, Studio
from tests.coordinator_stage import open_then
from tests.drivers.hand import activate
from tests.still_danish import Danish
from tests.window import window

View = Sequence[QWidget]
Check = Callable[[View, Window], Iterator[str]]
WRITTEN = frozenset(
    {"2020: Selvevaluering", "Selvevaluering 2022", "Selvevaluering 2026", "Selvevaluering 2028"}
)
"""What people have written in the scenes that the program says somewhere too."""


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
        # Pages that were left end when their event is heard, which no loop does within one test.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.made.change_settings(replace(self.made.settings, recent=recent))
        self.made.leave()
        return self.made

    def open_path(self, path: Path, stop: str, place: str = "") -> Window:
        """See :class:`Studio`; straight there, so that no page on the way is made for nothing."""
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


def heard(view: View, made: Window) -> Iterator[str]:
    yield from access.unheard(view)


def cut(view: View, made: Window) -> Iterator[str]:
    yield from access.cut(view)
    yield from access.sizes_of_type(view, made.ui)


def reached(view: View, made: Window) -> Iterator[str]:
    yield from access.unreached(view)


def zones() -> Check:
    """Rail, top line, content and foot lie where they lay on the first page that had them."""
    places: dict[str, QRect] = {}

    def check(view: View, made: Window) -> Iterator[str]:
        if made.room is None or made.room.status.remark is not None:
            return  # what the file asks for stands over every page, and takes the same room of each
        frame = made.room.frame
        for zone in (frame.rail_column, frame.top, frame.page, frame.foot):
            assert zone is not None, "a page is seen"
            is_content = zone is frame.page
            place = QRect(zone.mapTo(made, QPoint(0, 0)), zone.size())
            if is_content:
                place.setHeight(0)  # a line under it may take some of its room
            name = "content" if is_content else type(zone).__name__
            first = places.setdefault(name, place)
            if place != first:
                yield f"{name} lies at {place.getRect()}, on the first page at {first.getRect()}"

    return check


def translated() -> Check:
    """Nothing of the program's own is left in Danish for who reads English."""
    danish = Danish(WRITTEN)
    return lambda view, _made: danish.left(view)


LOOKS = {
    "da-100": (Settings("da", "light", 100), (heard, cut, reached, zones())),
    "da-200": (Settings("da", "dark", 200), (heard, cut)),
    "en-100": (Settings("en", "dark", 100), (heard, cut, zones(), translated())),
    "en-200": (Settings("en", "light", 200), (cut,)),
}
"""With type twice as large a foot that holds much has more lines, so its zones are not compared."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the scenes' files are made once, for all looks."""
    return tmp_path_factory.mktemp("forlag")


@pytest.mark.parametrize("look", LOOKS)
def test_nobody_is_shut_out(qtbot: QtBot, tmp_path: Path, templates: Path, look: str) -> None:
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
            view = access.seen(root)
            for check in checks:
                for fault in check(view, made):
                    found.setdefault(fault, name)

        folder = tmp_path / name
        folder.mkdir()
        walk = Walk(app, folder, settings, templates, made=made, judge=judge)
        scene(walk)
        if not walk.is_judged:
            judge(made)
    if found:
        pytest.fail("\n".join(f"{name}: {fault}" for fault, name in found.items()), pytrace=False)
