"""What the four sectors are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Sector

SECTORS: Mapping[Sector, Text] = {
    Sector.DAYCARE: say("Dagtilbud"),
    Sector.SCHOOL: say("Skole"),
    Sector.ELDERLY: say("Plejecenter eller ældrepleje"),
    Sector.SOCIAL: say("Socialt tilbud eller handicaptilbud"),
}
"""As the answer to what one is."""

QUESTIONS: Mapping[Sector, Text] = {
    Sector.DAYCARE: say("Særligt i dagtilbud"),
    Sector.SCHOOL: say("Særligt på skoler"),
    Sector.ELDERLY: say("Særligt på plejecentre"),
    Sector.SOCIAL: say("Særligt i sociale tilbud"),
}
"""Over a sector's own questions."""
