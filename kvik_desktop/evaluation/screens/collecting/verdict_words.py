"""What is said of each file that came back: who, how many, and what to do; never what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kvik_desktop.evaluation.collecting.taking_in import Outcome, Sender, Verdict
from kvik_desktop.evaluation.screens.way_words import WAYS
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, Translator, say, say_n

WRITTEN = frozenset({"cell", "number"})
"""The places of a fault's sentence that hold what stands in the file."""

Names = Mapping[str, str]
"""By participant's id."""

MARKS: Mapping[Outcome, str] = {
    Outcome.TAKEN_IN: "done",
    Outcome.ALIKE: "done",
    Outcome.WAITING: "waiting",
    Outcome.REFUSED: "rejected",
}


def heading(verdicts: Sequence[Verdict], *, is_running: bool) -> Text:
    """What the newest files came to, in one line."""
    if is_running:
        return say("Svarene bliver hentet")
    if not verdicts:
        return say("Hent svar ind")
    kept = sum(each.outcome in (Outcome.TAKEN_IN, Outcome.ALIKE) for each in verdicts)
    return say_n("{kept} af {n} fil er hentet", "{kept} af {n} filer er hentet", len(verdicts), kept=kept)


def summary(verdicts: Sequence[Verdict], unseen: int) -> tuple[Text, ...]:
    """How many wait, were refused, and were not come to; nothing where all is well."""
    waiting = sum(each.outcome is Outcome.WAITING for each in verdicts)
    refused = sum(each.outcome is Outcome.REFUSED for each in verdicts)
    told = (
        say_n("{n} fil venter på et valg.", "{n} filer venter på et valg.", waiting),
        say_n("{n} fil kunne ikke bruges.", "{n} filer kunne ikke bruges.", refused),
        say_n(
            "{n} fil blev ikke set efter, fordi hentningen blev stoppet. Hent den igen.",
            "{n} filer blev ikke set efter, fordi hentningen blev stoppet. Hent dem igen.",
            unseen,
        ),
    )
    return tuple(text for text, count in zip(told, (waiting, refused, unseen), strict=True) if count)


def kept(verdict: Verdict, names: Names, tr: Translator) -> str:
    """Who was in a file that was taken in, how many answers, and who is not done."""
    missing = {each.participant: each.missing for each in verdict.taken.drafts}
    waits = {each.incoming.participant for each in verdict.taken.waiting}
    told = [
        tr(_sender(each, names, missing.get(each.participant, 0)))
        for each in verdict.senders
        if each.participant not in waits
    ]
    if verdict.outcome is Outcome.ALIKE:
        told.append(tr(say("Alt i filen var hentet før.")))
    return " ".join(told)


def _sender(sender: Sender, names: Names, missing: int) -> Text:
    name = names.get(sender.participant, "?")
    count = say_n("{n} svar", "{n} svar", sender.answers)
    if missing:
        return say_n(
            "{name}: {count} ({way}). Mangler {n}, så der er ikke afleveret.",
            "{name}: {count} ({way}). Mangler {n}, så der er ikke afleveret.",
            missing,
            name=name,
            count=count,
            way=WAYS[sender.way],
        )
    return say("{name}: {count} ({way}).", name=name, count=count, way=WAYS[sender.way])


def hidden(detail: Detail) -> Detail:
    """A fault and its place without what was written there: it may be how somebody has answered."""
    said = detail.message
    if not WRITTEN & said.values.keys():
        return detail
    blank = {name: "…" if name in WRITTEN else value for name, value in said.values.items()}
    return replace(detail, message=replace(said, values=blank))


def waits(verdict: Verdict, names: Names) -> Text:
    """Whom a file waits for."""
    people = sorted(names.get(each.incoming.participant, "?") for each in verdict.taken.waiting)
    return say("Venter på, at {names} vælger mellem to besvarelser. Se øverst.", names=", ".join(people))
