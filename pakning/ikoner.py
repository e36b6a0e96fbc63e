"""The pictures that the window's style sheet asks for: our icons in the colours of each theme.

Qt's style sheets can show a picture but not recolour it. Run by ``python -m pakning.ikoner`` after a
colour, an icon or the sheet has changed; a test compares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import THEMES, read_tokens


def pictures(resources: Resources) -> Mapping[str, bytes]:
    """Every picture by its path under ressourcer/stil."""
    sheet = resources.read("stil", "vindue.qss").decode()
    made = {}
    for theme in THEMES:
        tokens = read_tokens(resources, theme)
        pattern = rf"@image/([a-z-]+?)-({'|'.join(tokens)})\.svg"
        for icon, token in re.findall(pattern, sheet):
            drawing = resources.read("ikoner", f"{icon}.svg")
            made[f"{theme}/{icon}-{token}.svg"] = drawing.replace(b"currentColor", tokens[token].encode())
    return made


def write(resources: Resources) -> None:
    """Put the pictures where the sheet looks, in place of those that are there."""
    folder = resources.path("stil")
    for old in folder.glob("*/*.svg"):
        old.unlink()
    for name, drawing in pictures(resources).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(drawing)


if __name__ == "__main__":
    write(Resources())
