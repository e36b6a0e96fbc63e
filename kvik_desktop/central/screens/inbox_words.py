"""The words of the inbox: what a file brought, when it came, and what an import came to."""

from __future__ import annotations

from datetime import datetime, timedelta

from kvik_desktop.central.inbox.model import Received
from kvik_desktop.central.ledger import Standing
from kvik_desktop.central.model import ImportReport, Outcome
from kvik_desktop.central.screens.verdict_words import KINDS, OUTCOMES, short
from kvik_desktop.central.wording import SECTORS, Words
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.foundation.text import Text, Translator, say, say_n

REPLACED = (Standing.SUPERSEDED, Standing.STALE)


def what_happened(received: Received, words: Words, *, names_model: bool) -> Text | str:
    """In one short sentence; the model is named where there are several."""
    receipt, package = received.receipt, received.package
    if is_replaced(received):
        return say("Erstattet af udgave {n}", n=received.replaced_by)
    if receipt.code is not None:
        return short(receipt.code, receipt.facts)
    match receipt.kind:
        case Kind.ENROLMENT:
            return say("Tilmeldingens nøgle er godkendt")
        case Kind.WITHDRAWAL:
            return say("Institutionen har trukket sit resultat tilbage")
    if received.replaces is not None:
        return say("Erstatter udgave {n}", n=received.replaces)
    return "" if package is None else _content(received, words, names_model=names_model)


def is_replaced(received: Received) -> bool:
    """Whether a newer edition of the same stands in its place."""
    package = received.package
    return package is not None and package.standing in REPLACED and received.replaced_by is not None


def _content(received: Received, words: Words, *, names_model: bool) -> Text:
    package, scored = received.package, received.scored
    assert package is not None, "asked only of those that brought one"
    known = (m for m in words.models if (m.id, m.version) == (package.model, package.model_version))
    of = next((len(list(model.subcriteria())) for model in known), scored)
    if scored == of:
        counted = say_n("{n} delkriterium", "{n} delkriterier", scored)
    else:
        counted = say("{scored} af {of} delkriterier", scored=scored, of=of)
    if not names_model:
        return counted
    return say("{model}, {counted}", model=words.model(package.model), counted=counted)


def who(received: Received) -> str:
    """The institution, or the file where nobody can be named."""
    return received.receipt.institution_name or received.receipt.name


def who_second(received: Received, tr: Translator) -> str:
    """Sector and edition, or that nobody is known."""
    receipt = received.receipt
    if not receipt.institution_name:
        return tr(say("Ukendt afsender"))
    sector = SECTORS.get(received.sector)
    parts = [tr(sector)] if sector else []
    if receipt.kind not in (None, Kind.RESULT):
        parts.append(tr(KINDS[receipt.kind]))
    if receipt.edition is not None:
        parts.append(tr(say("udgave {n}", n=receipt.edition)))
    sentence = ", ".join(parts)
    return sentence[:1].upper() + sentence[1:]


def when(moment: datetime, now: datetime, tr: Translator) -> str:
    """As one says it: today, yesterday, else the day."""
    then, today = moment.astimezone(), now.astimezone().date()
    time = f"{then:%H.%M}" if tr.language == "da" else f"{then:%H:%M}"
    if then.date() == today:
        return tr(say("I dag {time}", time=time))
    if then.date() == today - timedelta(days=1):
        return tr(say("I går {time}", time=time))
    return tr.date(then.date())


def summary(report: ImportReport) -> list[Text]:
    """What an import came to: how many ended how, and what it did besides."""
    counted = (
        (Outcome.ACCEPTED, say_n("{n} godkendt", "{n} godkendt", report.count(Outcome.ACCEPTED))),
        (Outcome.QUARANTINED, say_n("{n} i karantæne", "{n} i karantæne", report.count(Outcome.QUARANTINED))),
        (Outcome.REJECTED, say_n("{n} afvist", "{n} afvist", report.count(Outcome.REJECTED))),
        (Outcome.STALE, say_n("{n} forældet", "{n} forældet", report.count(Outcome.STALE))),
        (
            Outcome.DUPLICATE,
            say_n("{n} modtaget før", "{n} modtaget før", report.count(Outcome.DUPLICATE)),
        ),
    )
    return [text for outcome, text in counted if report.count(outcome)]


def besides(report: ImportReport) -> list[Text]:
    """What else an import or an act of the register did, each in a sentence."""
    done: list[Text] = []
    if report.superseded:
        done.append(
            say_n(
                "{n} udgave er erstattet af en nyere.",
                "{n} udgaver er erstattet af nyere.",
                report.superseded,
            )
        )
    if report.released:
        done.append(
            say_n(
                "{n} pakke er kommet ud af karantænen.",
                "{n} pakker er kommet ud af karantænen.",
                report.released,
            )
        )
    if report.refused:
        done.append(
            say_n(
                "{n} pakke tæller ikke længere: dens nøgle er spærret.",
                "{n} pakker tæller ikke længere: deres nøgler er spærret.",
                report.refused,
            )
        )
    done += [say("{id} {version} kendes fra nu af.", id=m.id, version=m.version) for m in report.models]
    if report.checked:
        done.append(
            say_n(
                "{n} pakke er nu kontrolleret efter jeres egen model.",
                "{n} pakker er nu kontrolleret efter jeres egen model.",
                report.checked,
            )
        )
    if report.unfit:
        done.append(
            say_n(
                "{n} af dem passer ikke til modellen og tæller ikke længere.",
                "{n} af dem passer ikke til modellen og tæller ikke længere.",
                report.unfit,
            )
        )
    return done


def heading(report: ImportReport) -> Text:
    """What was done, in one sentence."""
    n = len(report.files)
    if not n and report.models:
        return say_n("Modellen er hentet", "{n} modeller er hentet", len(report.models))
    if not n and not report.cancelled:
        return say("Der var ingen pakker at hente")
    if report.cancelled:
        return say_n(
            "Hentningen er stoppet. {n} fil er taget imod.",
            "Hentningen er stoppet. {n} filer er taget imod.",
            n,
        )
    return say_n("{n} fil er hentet", "{n} filer er hentet", n)


def outcome_word(outcome: Outcome) -> Text:
    """The word of an outcome."""
    return OUTCOMES[outcome]
