"""The keys that work everywhere, named once: the window binds them and the overview shows them."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.foundation.text import Text, say


@dataclass(frozen=True)
class Shortcut:
    """A key and what it does; ``keys`` as Qt writes them."""

    keys: str
    text: Text


PRIMARY = Shortcut("Ctrl+Return", say("Gør det, den fyldte knap siger"))
UNDO = Shortcut("Ctrl+Z", say("Fortryd"))
REDO = Shortcut("Ctrl+Y", say("Gør igen"))
GUIDANCE = Shortcut("F2", say("Vis eller skjul vejledningen"))
INDEX = Shortcut("Ctrl+L", say("Gå til listen over sidens punkter"))
NEXT_ZONE = Shortcut("F6", say("Næste område: trin, top, indhold, bund"))
LAST_ZONE = Shortcut("Shift+F6", say("Forrige område"))
FIND = Shortcut("Ctrl+F", say("Søg i alle tekster"))
HELP = Shortcut("F1", say("Hjælp og genveje"))
START = Shortcut("Alt+Home", say("Luk filen, og gå til startsiden"))
NEW = Shortcut("Ctrl+N", say("Ny selvevaluering"))
OPEN = Shortcut("Ctrl+O", say("Åbn en fil"))
LARGER = Shortcut("Ctrl++", say("Større skrift"))
SMALLER = Shortcut("Ctrl+-", say("Mindre skrift"))
NORMAL = Shortcut("Ctrl+0", say("Skrift i normal størrelse"))
CLOSE = Shortcut("Esc", say("Luk det, der sidst blev åbnet"))
PROJECTOR = Shortcut("F5", say("Projektoren: tænd eller sluk"))
BLANK = Shortcut("B", say("Projektoren: sort skærm, og tilbage igen"))
SLIDE_ON = Shortcut("Ctrl+PgDown", say("Projektoren: næste side"))
SLIDE_BACK = Shortcut("Ctrl+PgUp", say("Projektoren: forrige side"))
STOPS = Shortcut("Alt+1 … Alt+7", say("Gå til et trin"))

DOING = (PRIMARY.keys, "Ctrl+Enter")
"""The keys of the primary act; the second is that of the number pad."""

EVERYWHERE = (
    PRIMARY, UNDO, REDO, STOPS, GUIDANCE, INDEX, NEXT_ZONE, LAST_ZONE,
    LARGER, SMALLER, NORMAL, START, HELP, CLOSE,
)  # fmt: skip
"""In the order of the overview."""
ON_PROJECTED_PAGES = (PROJECTOR, BLANK, SLIDE_ON, SLIDE_BACK)
"""On the pages that have something for the room to see."""
ON_START = (NEW, OPEN)
ANYWHERE_ON_START = (PRIMARY, UNDO, LARGER, SMALLER, NORMAL, HELP, CLOSE)
"""Of those that work everywhere: where no file is open there are no steps and no zones."""
