"""Printing pages that are pictures, with the system's own dialog; by a PDF reader where Qt cannot print."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter
from PySide6.QtWidgets import QWidget

PPI = 200
"""Sharp enough for type on paper."""


class Printing(Protocol):
    """How a document comes on paper."""

    def ask(self, parent: QWidget, title: str) -> bool:
        """Let the user choose a printer; False where they do not want to."""

    def put(self, pages: Sequence[bytes]) -> None:
        """Print pages, each a PNG, on the printer that was chosen."""


def can_print() -> bool:
    """Whether Qt's printing is installed."""
    return importlib.util.find_spec("PySide6.QtPrintSupport") is not None


class SystemPrinting:
    """Qt's own printing; loaded by the first who prints, for it looks for printers."""

    def __init__(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)

    def ask(self, parent: QWidget, title: str) -> bool:
        """See :class:`Printing`."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(self._printer, parent)
        dialog.setWindowTitle(title)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return chosen

    def into_file(self, path: Path) -> None:
        """Print into a PDF instead of on paper."""
        self._printer.setOutputFileName(str(path))

    def put(self, pages: Sequence[bytes]) -> None:
        """Every page as large as the paper allows, within its margins."""
        painter = QPainter(self._printer)
        for number, page in enumerate(pages):
            if number:
                self._printer.newPage()
            image = QImage.fromData(page)
            room = painter.viewport()
            size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(room.topLeft(), size), image)
        painter.end()


def open_file(path: Path) -> bool:
    """Open a file with the program the system has for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
