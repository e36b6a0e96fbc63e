"""The words of the answer page, in one language; the page itself fills the places in braces."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.evaluation.collecting.answer_page.model import AboutRound
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.model import Method

TITLE = say("Din vurdering")
UNABLE = say(
    "Siden kan ikke bruges her. Gem filen, og åbn den i en ny udgave af Edge, Chrome, Firefox eller Safari. "
    "Går det ikke, så bed om spørgsmålene som PDF eller på papir i stedet."
)


_HOW: Mapping[Method, Text] = {
    Method.CLASSICAL: say("Vælg det trin, der passer bedst, og ret tallet inden for trinet, hvis du vil."),
    Method.FINE: say("Giv hver fase sit eget trin. Gennemsnittet regner programmet ud."),
    Method.SCALE5: say("Vælg det trin fra 0 til 5, der passer bedst."),
}
_UNSURE = say("Ved du ikke nok, så vælg »Kan ikke vurdere«. Det tæller ikke som 0.")


def words(method: Method, asked: AboutRound | None, tr: Translator) -> Mapping[str, str]:
    """Every text of the page by the name its script knows it by; a further round has some of its own."""
    texts = {**_questions(), **_lists(), **_saving(), **_memory(), **(_in_round(asked) if asked else {})}
    return {"how": f"{tr(_HOW[method])} {tr(_UNSURE)}", **{name: tr(text) for name, text in texts.items()}}


def _questions() -> Mapping[str, Text]:
    return {
        "title": TITLE,
        "for": say("Til {name}", name="{name}"),
        "intro": say("Svar ud fra det, du selv ser til daglig. Der er ingen rigtige svar."),
        "who": say(
            "Ingen andre i gruppen ser dine svar, før I åbner dem sammen. Den, der passer filen med "
            "evalueringen, har nøglen til dem."
        ),
        "skip": say("Gå til spørgsmålet"),
        "all": say("Alle spørgsmål"),
        "progress": say("{done} af {of} besvaret", done="{done}", of="{of}"),
        "open": say("Ikke besvaret"),
        "begun": say("Begyndt"),
        "answered": say("Besvaret"),
        "cannot": say("Kan ikke vurdere"),
        "later": say("Vend tilbage senere"),
        "score": say("Hvor langt er vi?"),
        "point": say("Tal fra {low} til {high}", low="{low}", high="{high}"),
        "middle": say("Et trin giver tallet i midten. Skriv et andet, hvis det passer bedre."),
        "wrong": say("Skriv et helt tal fra {low} til {high}.", low="{low}", high="{high}"),
        "clear": say("Fjern valget"),
        "help": say("Hjælp til spørgsmålet"),
        "ask": say("Spørg jer selv"),
        "see": say("Det kan I se på"),
        "previous": say("Forrige"),
        "next": say("Næste"),
        "next_open": say("Næste ubesvarede"),
        "to_end": say("Videre: gem dine svar"),
        "keys": say(
            "Alt+Pil ned: næste. Alt+Pil op: forrige. Alt+U: næste ubesvarede. Enter: ny linje på listen."
        ),
    }


def _in_round(asked: AboutRound) -> Mapping[str, Text]:
    return {
        "title": say("Runde {number}: din vurdering", number=asked.number),
        "intro": say("Svar ud fra det, I har talt om. Du må gerne svare det samme som før."),
        "who": say(
            "Ingen andre i gruppen ser dit svar, før I lukker runden. Den, der passer filen med "
            "evalueringen, har nøglen til det."
        ),
        "missing": say("Du har ikke svaret endnu."),
        "all_done": say("Du har svaret."),
        "nothing": say("Du har ikke svaret endnu. Der er ikke gemt nogen fil."),
        "to_end": say("Videre: gem dit svar"),
        "end_title": say("Gem dit svar, og send det nu"),
        "round_file": say(
            "runde {number} {subcriterion}", number=asked.number, subcriterion=asked.subcriterion
        ),
    }


def _lists() -> Mapping[str, Text]:
    return {
        "evidence": say("Dokumentation"),
        "strength": say("Styrker"),
        "area": say("Forbedringsområder"),
        "idea": say("Idéer"),
        "evidence_hint": say("Hvad kan vi vise frem?"),
        "strength_hint": say("Hvad gør vi godt?"),
        "area_hint": say("Hvad kan blive bedre?"),
        "idea_hint": say("Hvad kunne vi prøve?"),
        "item": say("{kind}, linje {n}", kind="{kind}", n="{n}"),
        "too_long": say(
            "Højst {n} tegn på en linje og {m} linjer. Det overskydende er ikke taget med.", n="{n}", m="{m}"
        ),
    }


def _saving() -> Mapping[str, Text]:
    return {
        "end_title": say("Gem dine svar, og send dem"),
        "save": say("Gem svarfil"),
        "print": say("Udskriv"),
        "sealed": say("Filen forsegles, så kun jeres evaluering kan læse den."),
        "not_sealed": say(
            "Denne browser kan ikke forsegle filen. Den gemmes åben: alle, der får fat i den, kan læse dine "
            "svar. Giv den selv videre, for eksempel på en USB-nøgle, eller åbn siden i en anden browser."
        ),
        "missing": say("Du mangler {n} spørgsmål. Du kan gemme nu og sende en ny fil senere.", n="{n}"),
        "all_done": say("Du har svaret på det hele."),
        "nothing": say("Du har ikke svaret på noget endnu. Der er ikke gemt nogen fil."),
        "saved": say(
            "Filen {file} ligger nu i mappen Overførsler eller Downloads. Send den til den, du fik siden af.",
            file="{file}",
        ),
        "too_big": say("Dine tekster fylder for meget til én fil. Gør de længste kortere, og gem igen."),
        "failed": say("Filen kunne ikke gemmes. Dine svar står stadig her på siden. Prøv en anden browser."),
        "changed": say("Du har ændret noget, siden filen blev gemt. Gem igen, og send den nye fil."),
        "no_name": say("deltager"),
        "round_file": say("runde"),
    }


def _memory() -> Mapping[str, Text]:
    return {
        "memory_title": say("Her står dine svar"),
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
        "memory_old": say(
            "Browseren husker svar fra en tidligere udgave af siden. De passer ikke til spørgsmålene her og "
            "er ikke hentet frem. Du kan slette dem."
        ),
        "other_tab": say(
            "Siden er åben to gange. Det, der blev svaret i den anden fane {when}, står nu også her.",
            when="{when}",
        ),
        "no_memory": say("Denne browser kan ikke huske svarene for dig."),
    }
