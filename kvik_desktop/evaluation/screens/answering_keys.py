"""The keys of the page of individual answers."""

from __future__ import annotations

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.shortcuts import Shortcut

NEXT = Shortcut("Ctrl+Down", say("Næste delkriterium"))
LAST = Shortcut("Ctrl+Up", say("Forrige delkriterium"))
AGAIN = Shortcut("Ctrl+M", say("Mærk svaret, så du kan se på det igen, eller fjern mærket"))
FIND = Shortcut("Ctrl+F", say("Søg i spørgsmål, vejledning og dine egne svar"))
LEAVE = Shortcut("Ctrl+W", say("Luk mine svar, så andre ikke kan se dem"))
IN_THE_LISTS = (
    Shortcut("Enter", say("I listerne: næste punkt")),
    Shortcut("Alt+↑ ↓", say("I listerne: flyt punktet")),
)
ON_THE_STAIR = (
    Shortcut("← →", say("På trappen: et trin ned eller op")),
    Shortcut("↑ ↓", say("På trappen: ét point op eller ned")),
    Shortcut("0-9", say("På trappen: skriv tallet")),
    Shortcut("K", say("På trappen: kan ikke vurdere")),
)
KEYS = (NEXT, LAST, *IN_THE_LISTS, *ON_THE_STAIR, AGAIN, FIND, LEAVE)
"""In the order of the overview."""
