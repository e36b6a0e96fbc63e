"""What tests of widgets share: an Ui at 100 %, and the six steps in words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step

NAMES = ("Intet", "Planlagt", "Udført", "Evalueret", "Justeret", "Lærende")
RANGES = ((0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100))


@pytest.fixture
def ui(qtbot: QtBot) -> Ui:
    """Danish, light, 100 %, without motion: what is animated is there at once."""
    return Ui(Translator(), Theme.read(Resources(), motion=False))


@pytest.fixture
def steps() -> tuple[Step, ...]:
    """The stair of 0-100."""
    return tuple(Step(*span, name, f"Vi er {name}.") for span, name in zip(RANGES, NAMES, strict=True))


@pytest.fixture
def six_steps() -> tuple[Step, ...]:
    """The stair of 0-5."""
    return tuple(Step(score, score, name, f"Vi er {name}.") for score, name in enumerate(NAMES))
