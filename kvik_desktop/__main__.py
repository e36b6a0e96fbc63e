"""The start of the program: the window at once, or what an option asks for."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

WINDOW = "kvik_desktop.desktop.app"
OPTIONS = "kvik_desktop.desktop.options"

NO_LIBRARY = (
    "KVIK kan ikke åbne et vindue: {reason}\n"
    "Kør »sh pakning/start.sh«, som henter det, maskinen mangler, eller siger, hvad du skal bede om. "
    "Kommandoen kvik virker uden. Ingen filer er ændret."
)


def start() -> None:
    """Open the files that are named, or the start page; options have a module of their own."""
    arguments = sys.argv[1:]
    if any(argument.startswith("-") for argument in arguments):
        importlib.import_module(OPTIONS).start()
        return
    try:
        window = importlib.import_module(WINDOW)
    except ImportError as error:
        print(NO_LIBRARY.format(reason=error), file=sys.stderr)  # noqa: T201  (there is nothing else to say it with)
        sys.exit(1)
    sys.exit(window.run([Path(argument) for argument in arguments]))


if __name__ == "__main__":
    start()
