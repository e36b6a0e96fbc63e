"""The program with its window: put together as late as possible, so that the first picture comes at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from kvik_desktop import __version__
from kvik_desktop.desktop import later
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.choosing import SystemChooser
from kvik_desktop.shell.settings import SettingsFile
from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.window import Window


def run(paths: Sequence[Path]) -> int:
    """Show the window, with a file where one is named; returns when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("KVIK Desktop")
    app.setApplicationVersion(__version__)
    window = Window(
        app,
        WorkerTasks(),
        SystemClock(),
        SettingsFile(Places.of_user().settings),
        Resources(),
        StartPage,
        later.open_kept,
        lambda window: SystemChooser(window, Path(window.settings.folder or Path.home())),
    )
    _catch_faults(window)
    window.show()
    if paths:
        window.take(paths)
    return app.exec()


def _catch_faults(window: Window) -> None:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            window.crashed(error)

    sys.excepthook = hook
