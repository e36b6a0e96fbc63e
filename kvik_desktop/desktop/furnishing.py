"""Puts the window together and lets it move in behind the first picture."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from kvik_desktop.desktop import later
from kvik_desktop.desktop.cover import Cover
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.choosing import SystemChooser
from kvik_desktop.shell.look.marks import window_icon
from kvik_desktop.shell.settings import SettingsFile
from kvik_desktop.shell.tasks import InstantTasks, Tasks, WorkerTasks
from kvik_desktop.shell.window import Window


def furnish(app: QApplication, cover: Cover, paths: Sequence[Path]) -> Window:
    """Show the start page in the cover, and open what was named when the program was started."""
    window = _window(app, WorkerTasks(), Places.of_user().settings)
    _catch_faults(window)
    cover.move_in(window)
    app.setWindowIcon(window_icon(window.ui.theme))
    window.start.refresh()
    if paths:
        window.take(paths)
    return window


def is_shown() -> bool:
    """Build everything once and look whether there is a picture: a frozen program may lack a part of Qt."""
    found = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(found, QApplication)
    with tempfile.TemporaryDirectory(prefix="kvik-") as folder:
        cover = Cover(Path(folder) / "indstillinger.json", Resources())
        cover.move_in(_window(found, InstantTasks(), Path(folder) / "indstillinger.json"))
        cover.show()
        picture = cover.grab().toImage()
        cover.close()
    centre = picture.pixelColor(picture.rect().center())
    return any(
        picture.pixelColor(x, y) != centre for x in range(0, picture.width(), 8) for y in range(0, 200, 8)
    )


def _window(app: QApplication, tasks: Tasks, settings: Path) -> Window:
    return Window(
        app,
        tasks,
        SystemClock(),
        SettingsFile(settings),
        Resources(),
        StartPage,
        later.open_kept,
        SystemChooser,
    )


def _catch_faults(window: Window) -> None:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            window.crashed(error)

    sys.excepthook = hook
