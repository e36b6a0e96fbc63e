"""`kvik reveal`, `round`, `consensus`, `accept`: the meeting without a window."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.opening import BY, FILE, acting_leader, opened
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.agenda_order import agenda
from kvik_desktop.workshop.agreed_table import NOT_JUDGED, read_agreed
from kvik_desktop.workshop.model import Flag, Item, Outcome

SUBCRITERION = click.argument("subcriterion", metavar="DELKRITERIUM")

FLAG_WORDS = {
    Flag.RED: say("stor uenighed"),
    Flag.GREY: say("tal om det"),
    Flag.AMBER: say("nogen uenighed"),
    Flag.GREEN: say("kan tages samlet"),
}


@click.command("reveal", help="Åbn alle svar på én gang. Svarene låses, og det kan ikke fortrydes.")
@FILE
@BY
@spoken
def reveal_command(console: Console, file: Path, by: str) -> None:
    """Reveal, and show the agenda by disagreement."""
    with opened(file, console) as (evaluation_file, evaluation):
        who = by or _leader_or_nobody(evaluation_file, evaluation)
        evaluation_file.do(meeting.reveal, evaluation.id, who)
        people = evaluation_file.ask(evaluations.hand_ins, evaluation.id)
        items = evaluation_file.ask(meeting.items, evaluation.id)
    waiting = [each.participant.name for each in people if not each.answered]
    answered = len(people) - len(waiting)
    lines: list[Text | str] = [
        say_n("Svarene fra {n} deltager er åbnet.", "Svarene fra {n} deltagere er åbnet.", answered)
    ]
    if waiting:
        lines.append(say("Uden svar: {names}", names=", ".join(waiting)))
    lines += [_agenda_line(item) for item in agenda(items)]
    document = {
        "participants": len(people),
        "answered": answered,
        "without_answers": waiting,
        "agenda": [_agenda_json(item) for item in agenda(items)],
    }
    console.result(document, lines)


def _leader_or_nobody(file: EvaluationFile, evaluation: Evaluation) -> str:
    leader = file.ask(evaluations.leader_of, evaluation.id)
    return leader.name if leader else ""


def _agenda_json(item: Item) -> Json:
    latest = item.latest
    median = latest.spread.median if latest.spread else None
    return {
        "subcriterion": item.subcriterion,
        "flag": latest.flag.value,
        "n": latest.n,
        "cannot_judge": latest.cannot_judge,
        "median": None if median is None else float(half_up(median, 4)),
        "rounds": len(item.rounds),
    }


def _agenda_line(item: Item) -> Text:
    latest = item.latest
    values = latest.spread.values if latest.spread else ()
    if not values:
        return say("{name}: {flag}, ingen tal", name=item.subcriterion, flag=FLAG_WORDS[latest.flag])
    return say(
        "{name}: {flag}, {n} svar fra {low} til {high}",
        name=item.subcriterion,
        flag=FLAG_WORDS[latest.flag],
        n=latest.n,
        low=half_up(values[0]),
        high=half_up(values[-1]),
    )


@click.group("round", help="En ny runde med skjulte svar for ét delkriterium.")
def round_command() -> None:
    """The group of commands about further rounds."""


@round_command.command("open", help="Åbn en ny runde. Hent svarene ind med kvik answers import.")
@FILE
@SUBCRITERION
@spoken
def open_command(console: Console, file: Path, subcriterion: str) -> None:
    """Open one subcriterion for new hidden scores."""
    with opened(file, console) as (evaluation_file, evaluation):
        opened_round = evaluation_file.do(rounds.open_round, evaluation.id, subcriterion).value
    console.result(
        {"subcriterion": subcriterion, "round": opened_round.number},
        [say("Runde {n} for {name} er åben.", n=opened_round.number, name=subcriterion)],
    )


@round_command.command("cancel", help="Opgiv en åben runde. Svarene i den fjernes.")
@FILE
@SUBCRITERION
@spoken
def cancel_command(console: Console, file: Path, subcriterion: str) -> None:
    """Give up a round that was opened by mistake."""
    with opened(file, console) as (evaluation_file, evaluation):
        given_up = evaluation_file.do(rounds.cancel_round, evaluation.id, subcriterion).value
    console.result(
        {"subcriterion": subcriterion, "round": given_up.number},
        [say("Runde {n} for {name} er opgivet.", n=given_up.number, name=subcriterion)],
    )


@round_command.command("close", help="Luk runden, og vis de nye svar. Det kan ikke fortrydes.")
@FILE
@SUBCRITERION
@BY
@spoken
def close_command(console: Console, file: Path, subcriterion: str, by: str) -> None:
    """Close the open round and show its spread."""
    with opened(file, console) as (evaluation_file, evaluation):
        who = by or _leader_or_nobody(evaluation_file, evaluation)
        closed = evaluation_file.do(rounds.close_round, evaluation.id, subcriterion, who).value
        items = evaluation_file.ask(meeting.items, evaluation.id)
    item = next(each for each in items if each.subcriterion == subcriterion)
    console.result({"round": closed.number, **_agenda_json(item)}, [_agenda_line(item)])


@click.group("consensus", help="De fælles vurderinger.")
def consensus_command() -> None:
    """The group of commands about the agreed scores."""


@consensus_command.command("import", help="Hent de fælles vurderinger ind fra en tabel.")
@FILE
@click.argument("agreed", metavar="FÆLLES.csv", type=PATH)
@spoken
def import_command(console: Console, file: Path, agreed: Path) -> None:
    """Keep what the group agreed on; rows without figures are parked."""
    with opened(file, console) as (evaluation_file, evaluation):
        package = evaluation_file.ask(evaluations.package_of, evaluation)
        rows = read_agreed(agreed, package, evaluation.method, console.tr(NOT_JUDGED))
        kept = evaluation_file.do(meeting.settle, evaluation.id, rows).value
        _report_settled(console, evaluation_file, evaluation, [each.outcome for each in kept])


@consensus_command.command("green", help="Fastlæg de delkriterier, der kan tages samlet, på medianen.")
@FILE
@spoken
def green_command(console: Console, file: Path) -> None:
    """Settle what everybody agreed on already."""
    with opened(file, console) as (evaluation_file, evaluation):
        kept = evaluation_file.do(meeting.settle_green, evaluation.id).value
        _report_settled(console, evaluation_file, evaluation, [each.outcome for each in kept])


def _report_settled(
    console: Console, file: EvaluationFile, evaluation: Evaluation, outcomes: list[Outcome]
) -> None:
    left = [sub.id for sub in file.ask(meeting.unsettled, evaluation.id)]
    reasons = list(file.ask(meeting.missing_reasons, evaluation.id))
    agreed = outcomes.count(Outcome.AGREED)
    parked = outcomes.count(Outcome.PARKED)
    lines = [say("{agreed} fastlagt, {parked} parkeret.", agreed=agreed, parked=parked)]
    if left:
        lines.append(say("Ikke fastlagt endnu: {names}", names=", ".join(left)))
    if reasons:
        lines.append(say("Langt fra svarene og uden begrundelse: {names}", names=", ".join(reasons)))
    console.result({"agreed": agreed, "parked": parked, "missing": left, "without_reason": reasons}, lines)


@click.command("accept", help="Lederen godkender resultatet. De fælles vurderinger låses.")
@FILE
@BY
@spoken
def accept_command(console: Console, file: Path, by: str) -> None:
    """Accept the result, with name and date."""
    with opened(file, console) as (evaluation_file, evaluation):
        who = acting_leader(evaluation_file, evaluation, by)
        accepted = evaluation_file.do(meeting.accept, evaluation.id, who).value
        result = evaluation_file.ask(meeting.result, evaluation.id)
    assert accepted.accepted is not None
    sheet = result.sheet
    console.result(
        {
            "accepted": stamp(accepted.accepted),
            "accepted_by": accepted.accepted_by,
            "enablers": {"mean": sheet.enablers.exact},
            "results": {"mean": sheet.results.exact},
        },
        [
            say("Resultatet er godkendt af {name}.", name=who),
            say(
                "Indsatser {enablers}, resultater {results}.",
                enablers=_shown(sheet.enablers.value),
                results=_shown(sheet.results.value),
            ),
        ],
    )


def _shown(value: object) -> object:
    return "–" if value is None else value


@click.command("reopen", help="Åbn et godkendt resultat igen. Begrundelsen gemmes.")
@FILE
@click.option("--reason", required=True, metavar="TEKST", help="Hvorfor resultatet åbnes igen.")
@BY
@spoken
def reopen_command(console: Console, file: Path, reason: str, by: str) -> None:
    """Open the accepted result again; what is delivered next is a new edition."""
    with opened(file, console) as (evaluation_file, evaluation):
        who = acting_leader(evaluation_file, evaluation, by)
        evaluation_file.do(meeting.reopen, evaluation.id, who, reason)
    console.result(
        {"reopened_by": who, "reason": reason},
        [say("Resultatet er åbnet igen. Ret det, og godkend det på ny.")],
    )
