"""What the plan page says of itself: help for a newcomer, and its keys."""

from __future__ import annotations

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.shortcuts import Shortcut

HELP = say(
    "Planen siger fire ting om hvert tiltag: hvad I gør, hvem der har ansvaret, hvornår det er gjort, og "
    "hvordan I kan se, at det virker. Ret direkte i tabellen; alt gemmes med det samme. Til højre står, "
    "hvad der mangler, med en vej derhen. Det stopper jer ikke: lederen kan godkende planen, når I "
    "synes, den er klar."
)

NEW = Shortcut("Ctrl+N", say("Nyt tiltag"))
COPY = Shortcut("Ctrl+D", say("Kopi af tiltaget"))
MORE = Shortcut("Ctrl+E", say("Flere felter for tiltaget"))
TIMELINE = Shortcut("Ctrl+T", say("Vis eller skjul tidslinjen"))
LOOK = Shortcut("Ctrl+G", say("Liste, tidslinje eller tavle, grupper og sortering"))
IN_TABLE = (
    Shortcut("Enter", say("I tabellen: ret cellen")),
    Shortcut("Tab", say("I et felt: gem, og ret den næste celle")),
    Shortcut("Alt+↑ Alt+↓", say("I tabellen: flyt tiltaget")),
    Shortcut("Delete", say("I tabellen: slet tiltaget")),
    Shortcut("1-4", say("På tavlen: hvor langt I er")),
    Shortcut("Alt+← Alt+→", say("På tavlen: flyt tiltaget")),
)
KEYS = (NEW, COPY, MORE, LOOK, TIMELINE, *IN_TABLE)
