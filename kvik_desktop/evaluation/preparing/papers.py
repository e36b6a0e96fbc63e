"""What a team may want on paper before it begins, how many of each, and what it is good for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.foundation.text import Text, say


class Paper(StrEnum):
    """A leaflet; its value is a part of a file's name."""

    NOTICE = "oplysning"
    STAFF = "opslag"
    PROGRAMME = "program"
    STAIR = "trappen"
    QUESTIONS = "spørgsmål"
    CHECKLIST = "ti trin"


@dataclass(frozen=True, slots=True)
class Offer:
    """One paper as it is offered: what it is, what it is good for, how many, and whether it is advised."""

    paper: Paper
    name: Text
    why: Text
    copies: int
    advised: bool = True


def offers(found: Preparation) -> tuple[Offer, ...]:
    """What to print for this team; everybody gets the programme, the wall gets the rest."""
    each = found.circumstances.people or 1
    return (
        Offer(
            Paper.NOTICE,
            say("Oplysning til deltagerne"),
            say("Hvad der gemmes om dem, hvor længe, og hvem der ser det hvornår. Én til hver deltager."),
            each,
        ),
        Offer(
            Paper.STAFF,
            say("Opslag til alle ansatte"),
            say("Hvad I gør, hvornår, og hvem der ser hvad. Til opslagstavlen og personalemødet."),
            1,
        ),
        Offer(
            Paper.PROGRAMME,
            say("Program"),
            say("Hvad der sker hvornår, med pauser. Et til hver deltager."),
            each,
        ),
        Offer(
            Paper.STAIR,
            say("Trappen"),
            say("De seks trin med en sætning til hvert. Hæng den op, hvor I mødes."),
            1,
        ),
        Offer(
            Paper.QUESTIONS,
            say("Spørgsmålene"),
            say("Alt det, I bliver spurgt om, på et par sider. Godt at læse før mødet."),
            each,
            advised=False,
        ),
        Offer(
            Paper.CHECKLIST,
            say("De ti trin"),
            say("Tjeklisten til tovholderen, med felter at sætte kryds i."),
            1,
            advised=False,
        ),
    )
