"""What one writes to a participant who is given a sheet: how to answer, how it comes back, who can see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kvik_desktop.evaluation.model import Participant, Way
from kvik_desktop.foundation.text import Text, Translator, say


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail; it is shown in the reader's language."""

    to: Participant
    subject: Text
    paragraphs: tuple[Text, ...]

    def body(self, translate: Translator) -> str:
        """The mail's text, with an empty line between paragraphs."""
        return "\n\n".join(translate(each) for each in self.paragraphs)


_HOW: Mapping[Way, tuple[Text, ...]] = {
    Way.ANSWER_PAGE: (
        say(
            "Med mailen følger en fil, der ender på .html. Det er din svarside. Gem den, og åbn den i en "
            "browser; den virker også på en telefon og uden net."
        ),
        say(
            "Svar, og vælg »Gem svarfil« til sidst. Send så den fil, der ender på .kviksvar, tilbage til "
            "mig. Bliver du ikke færdig, kan du gemme nu og sende en ny fil senere."
        ),
    ),
    Way.PDF_FORM: (
        say(
            "Med mailen følger dit skema som PDF. Gem det, og udfyld det i et PDF-program eller i browseren."
        ),
        say("Gem det igen, når du er færdig, og send filen tilbage til mig. Udskriv den ikke som en ny PDF."),
    ),
    Way.PAPER: (
        say("Her er dit skema på papir. Skriv et tal ud for hvert spørgsmål, og giv mig skemaet tilbage."),
    ),
    Way.LAPTOP: (say("Vi svarer efter tur på computeren. Vælg dit navn, når det er din tur."),),
}

_WHO: Mapping[Way, Text] = {
    Way.ANSWER_PAGE: say(
        "Svarfilen er forseglet til vores evaluering, så ingen kan læse den undervejs. Kan din browser ikke "
        "forsegle den, siger siden det. Så er filen åben: giv mig den på en USB-nøgle i stedet for i en mail."
    ),
    Way.PDF_FORM: say(
        "Skemaet er ikke låst: den, der får filen i hånden, kan læse dine svar. Send den kun til mig."
    ),
    Way.PAPER: say("Den, der taster papiret ind, ser dine svar. Derefter skal papiret makuleres."),
    Way.LAPTOP: say("Du kan låse dine svar med din egen kode. Kun du kan se dem, til vi åbner dem sammen."),
}
"""How far others are kept from reading it on its way: honestly, for each way."""

_SKIP = say("Ved du ikke nok om noget, så svar »kan ikke vurdere«. Det tæller ikke som 0.")
_HIDDEN = say(
    "Programmet viser ikke dine svar for andre i gruppen, før vi åbner alles på én gang. Den, der har "
    "evalueringens fil, har også svarene."
)


def mail(to: Participant, way: Way, unit: str, deadline: date | None) -> Mail:
    """What to write with the sheet."""
    by = () if deadline is None else (say("Svar senest {day}.", day=deadline),)
    return Mail(
        to,
        say("Din vurdering til selvevalueringen i {unit}", unit=unit),
        (say("Hej {name}", name=to.name), *_HOW[way], _SKIP, *by, _WHO[way], _HIDDEN),
    )
