"""What everything on the screen is built with: one reader's language and one look."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.look.theme import Theme


@dataclass(frozen=True)
class Ui:
    """Handed to every page and widget; another language or look means another Ui and new pages."""

    tr: Translator
    theme: Theme
