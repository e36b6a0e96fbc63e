"""What the page of the day says above its tables."""

from __future__ import annotations

from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.workshop.screens.timekeeping.time_words import about, clock, in_fives, length
from kvik_desktop.workshop.timekeeping.forecast import Forecast
from kvik_desktop.workshop.timekeeping.model import Going
from kvik_desktop.workshop.timekeeping.timekeeping import Timekeeping


def title(time: Timekeeping, tr: Translator) -> Text:
    """The answer to when one gets home, or the question while nobody knows."""
    found = time.forecast
    if time.is_done:
        return say("Alt er på plads")
    if time.tally.going is Going.HOME:
        return say("Slut for i dag")
    if found is None:
        return say("Hvor lang tid har I?")
    if found.is_last_day:
        return say("I er færdige ca. kl. {time}", time=about(found.home, tr))
    return say("I dag slutter I kl. {time}", time=about(found.home, tr))


def facts(time: Timekeeping, tr: Translator) -> Text:
    """What stands behind the answer."""
    found, used = time.forecast, length(time.tally.total)
    left = sum(1 for matter in time.matters if not matter.is_settled)
    if time.is_done:
        return say("I har brugt {time} på at blive enige.", time=used)
    if time.tally.going is Going.HOME:
        return say_n(
            "{n} delkriterium er tilbage. Når I mødes igen, fortsætter programmet, hvor I slap.",
            "{n} delkriterier er tilbage. Når I mødes igen, fortsætter programmet, hvor I slap.",
            left,
        )
    if found is None:
        return say(
            "I har {time} i programmet til at blive enige. Tiden er delt ud med mest til det, I er mest "
            "uenige om. Ret minutterne, som I vil, og start uret, når I begynder.",
            time=_length(time.minutes),
        )
    return say("{how} {rest}", how=_how(found, tr), rest=_rest(found, left))


def _how(found: Forecast, tr: Translator) -> Text:
    behind = in_fives(found.behind)
    if not found.is_last_day:
        if behind <= 0:
            return say("I når det hele på de dage, I har planlagt.")
        return say("I mangler ca. {time} på de dage, I har planlagt.", time=_length(behind))
    if behind > 0:
        planned = clock(found.planned_home, tr)
        return say("Det er {late} senere end planlagt (kl. {time}).", late=_length(behind), time=planned)
    if behind < 0:
        return say("Det er {time} tidligere end planlagt.", time=_length(-behind))
    return say("Det er som planlagt.")


def _rest(found: Forecast, left: int) -> Text:
    return say_n(
        "{n} delkriterium er tilbage; det tager ca. {time} i det tempo, I har haft.",
        "{n} delkriterier er tilbage; de tager ca. {time} i det tempo, I har haft.",
        left,
        time=_length(in_fives(found.left)),
    )


def _length(minutes: int) -> Text:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("{n} min.", n=rest)
    return say("{hours} t. {n} min.", hours=hours, n=rest) if rest else say("{hours} t.", hours=hours)
