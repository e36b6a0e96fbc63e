"""What is said of an edition that has been saved: its title, its five facts, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.bundle.screens.facts import FactName
from kvik_desktop.bundle.standing import Contained, Kept
from kvik_desktop.envelope.verdict import Fact
from kvik_desktop.foundation.text import Text, say, say_n


def title(kept: Kept, *, is_fresh: bool) -> Text:
    """The one thing to know: saved and checked, or that somebody must say yes first."""
    if kept.facts.trusted is not Fact.YES:
        return say("Gemt, afventer godkendelse")
    return say("Gemt og kontrolleret") if is_fresh else say("Udgave {n} er gemt", n=kept.delivery.edition)


def told(kept: Kept, *, is_fresh: bool, unchanged: bool) -> Text:
    """What was checked, and how."""
    if is_fresh and unchanged:
        return say(
            "Intet er ændret siden sidst, så det er udgave {n} igen. Programmet har læst pakken tilbage og "
            "prøvet den, som modtageren gør.",
            n=kept.delivery.edition,
        )
    if is_fresh:
        return say("Programmet har læst pakken tilbage fra filen og prøvet den, som modtageren gør.")
    return say("Den blev gemt den {when} og er den nyeste.", when=kept.delivery.created.astimezone())


def sentences(kept: Kept, unit: str) -> Mapping[FactName, Text]:
    """The facts as the sender reads them."""
    return {
        "intact": say("Filen er præcis den, der blev skrevet"),
        "authentic": say("Med nøglen for {unit}", unit=unit),
        "trusted": _trusted(kept),
        "current": _current(kept),
        "complete": _complete(kept.contained),
    }


def _trusted(kept: Kept) -> Text:
    who = kept.coordinator
    match kept.facts.trusted:
        case Fact.YES if kept.valid_from is not None:
            return say("Godkendt af {who}, gælder fra {day}", who=who, day=kept.valid_from)
        case Fact.YES:
            return say("Godkendt af {who}", who=who)
        case Fact.NO:
            return say("{who} har spærret nøglen", who=who)
        case _ if who is not None:
            return say("{who} har ikke godkendt nøglen endnu", who=who)
        case _:
            return say("Godkendes, når I har sammenlignet kontroltal med modtageren")


def _current(kept: Kept) -> Text:
    if not kept.is_newest:
        return say("En nyere udgave er gemt siden")
    if kept.delivery.edition == 1:
        return say("Det er den første, I afleverer")
    return say(
        "Udgave {n}; den træder i stedet for udgave {old}",
        n=kept.delivery.edition,
        old=kept.delivery.edition - 1,
    )


def _complete(contained: Contained | None) -> Text:
    if contained is None:
        return say("Tilbagekaldelse: den forrige udgave gælder ikke længere")
    return say(
        "{subcriteria}, {texts}, {actions}",
        subcriteria=say_n("{n} delkriterium", "{n} delkriterier", contained.subcriteria),
        texts=say_n("{n} tekst", "{n} tekster", contained.texts),
        actions=say_n("{n} tiltag", "{n} tiltag", contained.actions),
    )


def steps(kept: Kept) -> list[tuple[Text, Text]]:
    """What to do now, in order."""
    send = (
        say("Send filen til modtageren"),
        say("Pakken er ikke krypteret, så brug sikker post, eller aflevér den på en USB-nøgle."),
    )
    keep = (
        say("Gem pakken"),
        say("Ring, hvis noget skal rettes: en rettelse bliver en ny udgave, som træder i stedet for denne."),
    )
    if kept.facts.trusted is Fact.YES:
        return [send, keep]
    call = (
        say("Vent på et opkald"),
        say("Første gang ringer modtageren og beder jer læse kontroltallet op. Så bliver nøglen godkendt."),
    )
    return [send, call, keep]
