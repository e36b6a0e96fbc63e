"""What stands beside handing out, taking in and typing in: how one goes about it."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.evaluation.screens.collecting.collecting import Place
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.screens.guidance_words import Passage, Section

GUIDES: Mapping[str, tuple[Text, tuple[Text, ...]]] = {
    Place.HAND_OUT: (
        say("Sådan deler du skemaer ud"),
        (
            say("Hver person får sin egen fil med sit navn. Send kun filen til den person."),
            say("Vælg samme vej til alle, eller sæt kryds ved nogle ad gangen og giv dem hver sin vej."),
            say("På en iPhone kan en svarside ikke åbnes fra en mail. Giv dér et PDF-skema eller papir."),
            say("Ingen fil bliver overskrevet. Den, der mister sin, kan få en ny med de samme spørgsmål."),
            say("Skift ikke model, når skemaerne er delt ud. Så passer spørgsmålene ikke længere."),
        ),
    ),
    Place.TAKE_IN: (
        say("Sådan henter du svar ind"),
        (
            say("Læg det, I får tilbage, i én mappe, og træk mappen hertil."),
            say("Hver fil får sin egen afgørelse. En fil, der ikke kan bruges, standser ikke de andre."),
            say("Du ser, hvem filen er fra, og hvor mange svar der er i den, men ikke hvad der er svaret."),
            say("Har nogen svaret to gange, vælger personen selv. Indtil da gælder det, der lå her."),
            say("Er der ikke svaret på det hele, er det en kladde, og der mangler en aflevering."),
        ),
    ),
    Place.TYPE_IN: (
        say("Sådan taster du papir ind"),
        (
            say(
                "Tag skemaerne i den rækkefølge, de ligger. Skriv et par bogstaver af navnet, og tryk Enter."
            ),
            say("Tast tallene, som de står på papiret. Streg eller kryds ved »Kan ikke vurdere« er K."),
            say("Kun det, du taster nu, er på skærmen. Det, der ligger i forvejen, ses som en prik."),
            say("Til sidst ser du skemaet samlet. Passer det, afleverer Enter og går til den næste."),
            say("Makulér papiret bagefter, eller lad personen selv få det tilbage."),
        ),
    ),
}
"""By place: a heading, and what to know."""


def sections(place: str, tr: Translator) -> tuple[Section, ...]:
    """What stands beside a place."""
    heading, words = GUIDES[place]
    return (Section(place, tr(heading), tuple(Passage(tr(each)) for each in words)),)
