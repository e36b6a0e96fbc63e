"""The program with its window: first a picture, at once, and then everything else."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kvik_desktop import __version__
from kvik_desktop.desktop.cover import Cover
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources

FURNISHING = "kvik_desktop.desktop.furnishing"
"""Imported after the first picture: it brings the window with all its widgets."""

MEASURED = "KVIK_MEASURED"
"""The variable that `kvik bench startup` sets in the programs it starts."""

NO_SCREEN = (
    "KVIK kan ikke åbne et vindue her: der er ingen skærm, eller Qt kan ikke bruge den.\n"
    "Åbn programmet fra skrivebordet, eller brug kommandoen kvik, som ikke behøver en skærm. "
    "Ingen filer er ændret."
)


def run(paths: Sequence[Path]) -> int:
    """Show the window, with a file where one is named; returns when it is closed."""
    app = _application()
    app.setApplicationName("KVIK Desktop")
    app.setApplicationVersion(__version__)
    cover = Cover(Places.of_user().settings, Resources())

    def furnish() -> None:
        _tell("first")
        window = importlib.import_module(FURNISHING).furnish(app, cover, paths)
        if window.start is not None:
            window.start.home.pictured.connect(lambda: _tell("start"))

    cover.name.pictured.connect(furnish)
    cover.show()
    sys.excepthook = _give_up
    return app.exec()


def _tell(picture: str) -> None:
    """Say that a picture is on the screen, to who measures it."""
    if os.environ.get(MEASURED):
        print(picture, flush=True)  # noqa: T201  (for `kvik bench startup`)


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Until the window is there to tell a fault, a fault ends the program."""
    sys.__excepthook__(kind, error, trace)
    QApplication.exit(1)


def _application() -> QApplication:
    """Qt's own answer to a missing screen is to abort: ours is a sentence."""
    before = qInstallMessageHandler(_say_why)
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(before)
    return app


def _say_why(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind is QtMsgType.QtFatalMsg:
        print(NO_SCREEN, file=sys.stderr, flush=True)  # noqa: T201  (the program ends here)
        os._exit(1)
