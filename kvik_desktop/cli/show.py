"""`kvik show`: how far an evaluation is, and what comes next; never what anybody has answered."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.cli.console import Console, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.workshop import usecases as meeting

NEXT: dict[State, Text] = {
    State.PREPARING: say(
        "Næste: hent deltagere og svar ind (kvik participants import, kvik answers import)."
    ),
    State.ANSWERING: say("Næste: åbn svarene sammen, når alle har svaret (kvik reveal)."),
    State.REVEALED: say("Næste: fastlæg hvert delkriterium sammen (kvik consensus import)."),
    State.SETTLED: say("Næste: lederen godkender resultatet (kvik accept)."),
    State.ACCEPTED: say("Næste: læg tiltag i planen, og godkend den (kvik plan import)."),
    State.PLAN_APPROVED: say("Næste: lav rapporten, og aflever resultatpakken (kvik export)."),
    State.DELIVERED: say("Resultatet er afleveret. Næste: følg tiltagene op."),
    State.FOLLOW_UP: say("Tiltagene følges op."),
}


@click.command("show", help="Vis, hvor langt evalueringen er.")
@FILE
@spoken
def show_command(console: Console, file: Path) -> None:
    """State, hand-ins and what is missing."""
    with opened(file, console, read_only=True) as (evaluation_file, evaluation):
        unit = evaluation_file.ask(evaluations.unit_of, evaluation)
        package = evaluation_file.ask(evaluations.package_of, evaluation)
        state = evaluation_file.ask(meeting.state, evaluation.id)
        people = evaluation_file.ask(evaluations.hand_ins, evaluation.id)
        left = [sub.id for sub in evaluation_file.ask(meeting.unsettled, evaluation.id)]
    lines: list[Text | str] = [
        f"{unit.name} · {evaluation.title} · {package.name.in_language(console.language)}",
        *(
            say("{name} har svaret på {n} af {of}.", name=each.participant.name, n=each.answered, of=each.of)
            for each in people
        ),
    ]
    if evaluation.revealed is not None and left:
        lines.append(say("Ikke fastlagt endnu: {names}", names=", ".join(left)))
    console.result(
        {
            "unit": {"id": unit.id, "name": unit.name, "sector": unit.sector.value},
            "title": evaluation.title,
            "model": {"id": package.id, "version": package.version},
            "method": evaluation.method.value,
            "state": state.value,
            "edition": evaluation.edition,
            "participants": [
                {
                    "name": each.participant.name,
                    "role": each.participant.role,
                    "answered": each.answered,
                    "of": each.of,
                    "submitted": each.submitted is not None,
                }
                for each in people
            ],
            "unsettled": left,
        },
        [*lines, NEXT[state]],
    )
