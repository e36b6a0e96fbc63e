"""What one can press in the meeting, and what the page is for."""

from __future__ import annotations

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.shortcuts import Shortcut

NEXT = Shortcut("Ctrl+Down", say("Næste på dagsordenen"))
LAST = Shortcut("Ctrl+Up", say("Forrige på dagsordenen"))
MOVE = Shortcut("1-4", say("Gå til et af de fire skridt"))
ROUND = Shortcut("R", say("Ny runde"))
PARK = Shortcut("P", say("Parkér"))
MERGE = Shortcut("M", say("Saml to tekster: M på den ene, M på den anden"))
EDIT = Shortcut("E", say("Ret en tekst"))
DELETE = Shortcut("Del", say("Slet en tekst"))
HEADING = Shortcut("O", say("Sæt en tekst under en overskrift"))
NOTE = Shortcut("N", say("Skriv en note til dig selv"))
TIME = Shortcut("T", say("Se dagen: planlagt og brugt tid"))
PAUSE = Shortcut("Space", say("Sæt uret på pause, eller fortsæt"))

KEYS = (NEXT, LAST, MOVE, ROUND, PARK, MERGE, EDIT, HEADING, DELETE, NOTE, TIME, PAUSE)

HELP = say(
    "Her åbner I svarene sammen og taler jer frem til et fælles tal. Dagsordenen har det, I er mest "
    "uenige om, øverst, og I kan selv flytte rundt på punkterne. Hvert delkriterium har fire skridt: "
    "dokumentation, styrker og områder, spredning og enighed. Medianen er skrevet ind på forhånd, så "
    "I har et sted at begynde. Det, I er enige om, kan fastlægges samlet. Til sidst godkender lederen "
    "resultatet."
)
