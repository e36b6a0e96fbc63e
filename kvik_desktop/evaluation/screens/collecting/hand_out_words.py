"""What handing out says: each way in a sentence, what each person has, and what the button does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kvik_desktop.evaluation.collecting.handed_out.model import Handing, Recipient
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.way_words import WAYS
from kvik_desktop.foundation.text import Text, Translator, say, say_n

ORDER = (Way.ANSWER_PAGE, Way.PDF_FORM, Way.PAPER, Way.LAPTOP)

SENTENCES: Mapping[Way, Text] = {
    Way.ANSWER_PAGE: say(
        "En fil, der åbnes i en browser på computer, tablet eller telefon, uden net og uden konto."
    ),
    Way.PDF_FORM: say("En fil, der udfyldes i et PDF-program eller i browseren og sendes tilbage."),
    Way.PAPER: say("En PDF til at udskrive. Tallene tastes ind bagefter."),
    Way.LAPTOP: say("I svarer efter tur her. Der er ingen filer at sende."),
}


WHO_READS: Mapping[Way, Text] = {
    Way.ANSWER_PAGE: say(
        "Svarfilen bliver forseglet til jeres evaluering, så ingen kan læse den undervejs. Kan en browser "
        "ikke forsegle den, siger siden det, før du gemmer. Så er filen åben og skal afleveres på en "
        "USB-nøgle."
    ),
    Way.PDF_FORM: say("Skemaet er ikke låst. Den, der får filen i hånden, kan læse svarene."),
    Way.PAPER: say("Den, der taster papiret ind, ser svarene. Makulér papiret bagefter."),
    Way.LAPTOP: say("Hver person kan låse sine svar med sin egen kode."),
}
HIDDEN = say(
    "Programmet viser ingens svar for andre, før I åbner dem sammen. Den, der har evalueringens fil, har "
    "også svarene."
)


def to_make(way: Way, count: int) -> Text:
    """What the button does."""
    if not count:
        return say("Gem skemaer i en mappe…")
    return say("Gem {made} i en mappe…", made=made(way, count))


def made(way: Way, count: int) -> Text:
    """So many sheets of a way."""
    match way:
        case Way.ANSWER_PAGE:
            return say_n("{n} svarside", "{n} svarsider", count)
        case Way.PDF_FORM:
            return say_n("{n} PDF-skema", "{n} PDF-skemaer", count)
        case _:
            return say_n("{n} papirskema", "{n} papirskemaer", count)


def has(each: Recipient, of: Handing, tr: Translator) -> str:
    """What a participant has been given, newest first, in one line."""
    if not each.sheets:
        return tr(say("Har svaret")) if each.has_answered else tr(say("Har ikke fået noget"))
    told: dict[Way, str] = {}
    for sheet in each.sheets:
        when = say("{way} {when}", way=WAYS[sheet.way], when=sheet.at.astimezone())
        told.setdefault(sheet.way, tr(when))
    given = ", ".join(told.values())
    if each in of.stale():
        return tr(say("{given}. Passer ikke længere til spørgsmålene.", given=given))
    return given


def if_stale_comes_back(of: Handing) -> Text:
    """What happens to a sheet from before: figures of another method mean something else."""
    sheets = [sheet for each in of.stale() for sheet in each.sheets]
    if any(sheet.method is of.evaluation.method for sheet in sheets):
        return say(
            "Giv dem et nyt. Kommer det gamle tilbage, venter det på, at personen ser på det og vælger, hvad "
            "der stadig passer."
        )
    return say("Giv dem et nyt. Kommer det gamle tilbage, kan det ikke bruges.")


def names(people: Sequence[str]) -> Text | str:
    """As ``Anna, Bo og Carla``."""
    *first, last = people
    return say("{first} og {last}", first=", ".join(first), last=last) if first else last
