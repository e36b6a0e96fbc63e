"""The colours of the design by name, read from the one file that window, figures and templates share."""

from __future__ import annotations

import json
from typing import Literal

from kvik_desktop.foundation.resources import Resources

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")


def read_tokens(resources: Resources, theme: Theme) -> dict[str, str]:
    """The shipped tokens of a theme, each as ``#RRGGBB``."""
    themes: dict[str, dict[str, str]] = json.loads(resources.read("stil", "farver.json"))
    return themes[theme]
