"""What Qt itself says, in the reader's language: file dialogs, and the menus of fields."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from kvik_desktop.foundation.text import Language

OWN = "en"
"""What Qt says where nothing is translated."""

LACKING: Mapping[tuple[str, str], str] = {
    ("QFileDialog", "&Look in:"): "&Kig i:",
    ("QFileDialog", "Files of &type:"): "Filer af &type:",
    ("QAbstractFileIconProvider", "Folder"): "Mappe",
}
"""Context and words that Qt's Danish catalogue has not, among those that are seen here."""


class QtWords(QTranslator):
    """The one catalogue of Qt's words that is in use; it belongs to the application."""

    def __init__(self, app: QApplication, language: Language) -> None:
        super().__init__(app)
        self.spoken = language

    @classmethod
    def speak(cls, app: QApplication, language: Language) -> None:
        """Let Qt speak this language from now on; a language it does not know leaves its own."""
        before = app.findChild(cls)
        if before is not None and before.spoken == language:
            return
        if before is not None:
            app.removeTranslator(before)
            before.setParent(None)
        words = cls(app, language)
        if language != OWN and words.load(f"qtbase_{language}", _folder()):
            app.installTranslator(words)

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words in Danish; None leaves them as they are."""
        known = super().translate(context, source, disambiguation, n)
        return known or LACKING.get((context, source))


def is_there(language: Language) -> bool:
    """Whether Qt can speak the language here: a frozen program may lack the catalogue."""
    return language == OWN or QTranslator().load(f"qtbase_{language}", _folder())


def _folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
