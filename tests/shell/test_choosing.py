"""The system's own dialogs: where they begin, and what language Qt's own ones speak."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.choosing import SystemChooser
from kvik_desktop.shell.settings import Settings, SettingsFile
from tests.window import window


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where each dialog was asked to begin; each is answered with a file in tmp_path."""
    places: list[str] = []

    def answer(_parent: QWidget, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        places.append(begin)
        return str(tmp_path / "liste.csv"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return places


def test_a_dialog_begins_where_one_was_last_and_the_next_start_knows_it(
    qtbot: QtBot, tmp_path: Path, begun: list[str]
) -> None:
    chooser = SystemChooser(window(qtbot))
    assert chooser.file("Hent", "") == tmp_path / "liste.csv"
    chooser.save("Gem", "rapport.pdf", "")
    assert begun == [str(Path.home()), str(tmp_path / "rapport.pdf")]
    assert SettingsFile(Places.of_user().settings).read().folder == str(tmp_path)


def test_a_folder_that_is_gone_is_the_users_own(qtbot: QtBot, tmp_path: Path, begun: list[str]) -> None:
    SystemChooser(window(qtbot, Settings(folder=str(tmp_path / "væk")))).file("Hent", "")
    assert begun == [str(Path.home())]


def test_a_folder_that_is_not_made_yet_is_proposed_from_the_nearest_that_is_there(
    qtbot: QtBot, tmp_path: Path, begun: list[str]
) -> None:
    chooser = SystemChooser(window(qtbot))
    chooser.save("Gem", str(tmp_path / "KVIK" / "2026" / "børnehuset.kvikdb"), "")
    assert begun == [str(tmp_path / "børnehuset.kvikdb")]


def menu_words(field: QLineEdit) -> set[str]:
    """The words of a field's own menu, without keys."""
    menu = field.createStandardContextMenu()
    words = {action.text().split("\t")[0].replace("&", "") for action in menu.findChildren(QAction)}
    menu.deleteLater()
    return words


def test_qt_speaks_the_language_of_the_program(qtbot: QtBot) -> None:
    shown = window(qtbot, Settings(language="da"))
    field = QLineEdit()
    qtbot.addWidget(field)
    assert {"Klip", "Kopiér", "Sæt ind", "Markér alt"} <= menu_words(field)
    shown.change_settings(Settings(language="en"))
    assert {"Cut", "Copy", "Paste", "Select All"} <= menu_words(field)
    shown.change_settings(Settings(language="da"))
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "&Kig i:"
