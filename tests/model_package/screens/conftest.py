"""What these tests share: an Ui at 100 %, and a shipped model."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.reading import load
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui


@pytest.fixture
def ui(qtbot: QtBot) -> Ui:
    """Danish, light, 100 %."""
    return Ui(Translator(), Theme.read(Resources(), motion=False))


@pytest.fixture
def package() -> ModelPackage:
    """The full model."""
    return load("kvik", Resources())
