"""The words of the answer page, in one language; the page itself fills the places in braces."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.foundation.text import Text, Translator, say

TITLE = say("Din vurdering")
NO_SCRIPT = say(
    "Siden kan ikke vises her. Gem filen, og åbn den i en browser som Edge, Chrome, Firefox eller Safari."
)


def words(tr: Translator) -> Mapping[str, str]:
    """Every text of the page by the name the page's script knows it by."""
    return {name: tr(text) for name, text in {**_questions(), **_lists(), **_saving(), **_memory()}.items()}


def _questions() -> Mapping[str, Text]:
    return {
        "title": TITLE,
        "for": say("Til {name}", name="{name}"),
        "intro": say("Svar ud fra det, du selv ser til daglig. Der er ingen rigtige svar."),
        "who": say(
            "Ingen andre i gruppen ser dine svar, før I åbner dem sammen. Den, der har evalueringens fil, "
            "kan hente dem."
        ),
        "all": say("Alle spørgsmål"),
        "progress": say("{done} af {of} besvaret", done="{done}", of="{of}"),
        "open": say("Ikke besvaret"),
        "begun": say("Begyndt"),
        "answered": say("Besvaret"),
        "cannot": say("Kan ikke vurdere"),
        "later": say("Husk til senere"),
        "score": say("Din vurdering af spørgsmålet"),
        "point": say("Tal fra {low} til {high}", low="{low}", high="{high}"),
        "clear": say("Fjern valget"),
        "help": say("Hjælp til spørgsmålet"),
        "ask": say("Spørg jer selv"),
        "see": say("Det kan I se på"),
        "previous": say("Forrige"),
        "next": say("Næste"),
        "next_open": say("Næste ubesvarede"),
        "keys": say(
            "Alt+Pil ned: næste. Alt+Pil op: forrige. Alt+U: næste ubesvarede. Enter: ny linje på listen."
        ),
    }


def _lists() -> Mapping[str, Text]:
    return {
        "evidence": say("Dokumentation"),
        "strength": say("Styrker"),
        "area": say("Forbedringsområder"),
        "idea": say("Idéer"),
        "item": say("{kind}, linje {n}", kind="{kind}", n="{n}"),
        "too_long": say(
            "Højst {n} tegn på en linje og {m} linjer. Det overskydende er ikke taget med.", n="{n}", m="{m}"
        ),
    }


def _saving() -> Mapping[str, Text]:
    return {
        "save": say("Gem svarfil"),
        "print": say("Udskriv"),
        "sealed": say("Filen forsegles, så kun jeres evaluering kan læse den."),
        "not_sealed": say(
            "Denne browser kan ikke forsegle filen. Den gemmes åben: alle, der får fat i den, kan læse dine "
            "svar. Aflever den på en USB-nøgle, eller åbn siden i en anden browser."
        ),
        "missing": say("Du mangler {n} spørgsmål. Du kan gemme nu og sende en ny fil senere.", n="{n}"),
        "nothing": say("Du har ikke svaret på noget endnu. Der er ikke gemt nogen fil."),
        "saved": say(
            "{file} er gemt blandt dine hentede filer. Send den til den, du fik siden af.", file="{file}"
        ),
        "failed": say("Filen kunne ikke gemmes. Dine svar står stadig her på siden. Prøv en anden browser."),
        "changed": say("Du har ændret noget, siden filen blev gemt. Gem igen, og send den nye fil."),
        "no_name": say("deltager"),
    }


def _memory() -> Mapping[str, Text]:
    return {
        "memory_off": say(
            "Dine svar står kun på denne side, så længe den er åben. Lukker du den uden at gemme en svarfil, "
            "er de væk."
        ),
        "memory_on": say(
            "Browseren husker dine svar på denne enhed, hver gang du ændrer noget. Andre, der bruger den "
            "samme browser, kan finde dem, til du sletter dem her."
        ),
        "remember": say("Husk mine svar i denne browser"),
        "forget": say("Slet det, browseren husker"),
        "forgotten": say("Browseren husker ikke længere dine svar. De står stadig her på siden."),
        "restored": say("Dine svar fra {when} er hentet frem. Browseren havde gemt dem.", when="{when}"),
        "no_memory": say("Denne browser kan ikke huske svar for en side, der er åbnet fra en fil."),
    }
