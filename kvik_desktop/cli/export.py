"""`kvik export`: the signed result package, read back from the medium and verified before it says done."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.bundle import usecases
from kvik_desktop.bundle.exporting import export, take_back
from kvik_desktop.bundle.privacy import Choices, Part, Preview, Shown, find_name, place_name
from kvik_desktop.bundle.sender import Order
from kvik_desktop.bundle.usecases import Delivered
from kvik_desktop.cli.console import PATH, Console, Json, WrongUsage, spoken
from kvik_desktop.cli.opening import FILE, opened
from kvik_desktop.cli.packages import facts_json, facts_line, own_pins
from kvik_desktop.cli.passphrases import ask_passphrase, passphrase_option
from kvik_desktop.envelope.keys import load_key
from kvik_desktop.envelope.pins import read_list
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n


@click.command("export", help="Lav den underskrevne resultatpakke, læs den tilbage, og kontrollér den.")
@FILE
@click.option("--key", required=True, type=PATH, metavar="NØGLE", help="Institutionens nøgle.")
@click.option("--out", type=PATH, metavar="FIL.kvik", help="Hvor pakken skal ligge.")
@click.option("--trust", type=PATH, metavar="LISTE", help="Tillidsliste eller invitation fra koordinatoren.")
@click.option("--campaign", metavar="ID", help="Kampagnens id; ellers den eneste åbne kampagne, der passer.")
@click.option(
    "--leave-out",
    multiple=True,
    metavar="DEL|STED",
    help=f"Udelad en del ({', '.join(Part)}) eller én tekst, fx 5.2/reason. Kan gentages.",
)
@click.option(
    "--not-cpr",
    multiple=True,
    metavar="STED",
    help="En tekst, hvor nummeret ikke er et CPR-nummer. Kan gentages.",
)
@click.option("--names", is_flag=True, help="Tag navne på de ansvarlige med; ellers kun roller.")
@click.option("--preview", is_flag=True, help="Vis kun, hvad der vil forlade maskinen. Intet bliver lavet.")
@click.option("--withdraw", metavar="HVORFOR", help="Kald det, I har afleveret, tilbage i stedet.")
@passphrase_option()
@spoken
def export_command(
    console: Console,
    file: Path,
    key: Path,
    out: Path | None,
    trust: Path | None,
    campaign: str | None,
    leave_out: tuple[str, ...],
    not_cpr: tuple[str, ...],
    names: bool,
    preview: bool,
    withdraw: str | None,
    passphrase_file: Path | None,
) -> None:
    """Deliver, show, or take back."""
    if out is None and not preview:
        raise WrongUsage(say("{name} mangler.", name="--out"))
    choices = _choices(leave_out, not_cpr, names=names)
    held = load_key(key, ask_passphrase(console, passphrase_file, key))
    listed = read_list(trust, own_pins()) if trust else None
    order = Order(held, console.tr.resources, listed, campaign, choices)
    with opened(file, console, read_only=preview) as (evaluation_file, evaluation):
        shown = evaluation_file.ask(usecases.look, evaluation.id, order)
        _require_places(shown, {*choices.leave_out_texts, *not_cpr})
        if out is None or preview:
            console.result(_preview_json(console, shown), _preview_lines(shown))
            return
        if withdraw is None:
            delivered = export(evaluation_file, evaluation.id, order, out)
        else:
            delivered = take_back(evaluation_file, evaluation.id, order, withdraw, out)
    document = _delivered_json(console, delivered, out)
    for warning in delivered.warnings:
        console.say(warning)
    if withdraw is None:
        document["preview"] = _preview_json(console, shown)
        for found in shown.to_look_at:
            console.say(_found(found))
    console.result(document, _delivered_lines(delivered, out))


def _choices(leave_out: tuple[str, ...], not_cpr: tuple[str, ...], *, names: bool) -> Choices:
    parts = frozenset(Part(name) for name in leave_out if name in set(Part))
    texts = frozenset(name for name in leave_out if name not in set(Part))
    return Choices(leave_out=parts, leave_out_texts=texts, not_cpr=frozenset(not_cpr), names=names)


def _require_places(shown: Preview, named: set[str]) -> None:
    unknown = sorted(named - set(shown.places))
    if unknown:
        raise Problem(
            "E_PLACE",
            say("Der er ingen tekst på stedet {places}.", places=", ".join(unknown)),
            say("Se stederne med --preview --json. Pakken er ikke lavet."),
        )


def _found(shown: Shown) -> Text:
    what = _what(shown)
    if shown.removed:
        return say(
            "Se på {place}: {what}. Nummeret er fjernet i pakken.", place=place_name(shown.place), what=what
        )
    return say("Se på {place}: {what}. Teksten er med i pakken.", place=place_name(shown.place), what=what)


def _what(shown: Shown) -> Text:
    """Everything that was found in a text: »en mailadresse og et navn fra deltagerlisten«."""
    what, *others = (find_name(kind) for kind in dict.fromkeys(find.kind for find in shown.finds))
    for other in others:
        what = say("{first} og {second}", first=what, second=other)
    return what


def _preview_json(console: Console, shown: Preview) -> Json:
    return {
        "goes": {part.value: count for part, count in shown.going.items()},
        "subcriteria": shown.subcriteria,
        "stays": [console.tr(text) for text in shown.stays],
        "left_out": list(shown.left_out),
        "unanimous": list(shown.unanimous),
        "to_look_at": [
            {
                "place": each.place,
                "text": each.text,
                "finds": [
                    {"kind": find.kind.value, "found": each.text[find.start : find.end]}
                    for find in each.finds
                ],
                "removed": each.removed,
            }
            for each in shown.to_look_at
        ],
        "places": list(shown.places),
    }


_PART_NAMES = {
    Part.HISTOGRAMS: say("Fordelinger af svarene, hvor nok har svaret"),
    Part.REASONS: say("Begrundelser"),
    Part.EVIDENCE: say("Dokumentation"),
    Part.STRENGTHS: say("Styrker"),
    Part.AREAS: say("Forbedringsområder"),
    Part.PLAN: say("Tiltag i handlingsplanen"),
}


def _preview_lines(shown: Preview) -> list[Text]:
    lines = [
        say("Med i pakken:"),
        say_n(
            "  Jeres fælles vurdering af {n} delkriterium",
            "  Jeres fælles vurdering af {n} delkriterier",
            shown.subcriteria,
        ),
        *(
            say("  {name}: {count}", name=_PART_NAMES[part], count=count)
            for part, count in shown.going.items()
        ),
        say("Bliver her:"),
        *(say("  {text}", text=text) for text in shown.stays),
    ]
    if shown.unanimous:
        names = ", ".join(shown.unanimous)
        lines.append(
            say(
                "Her har alle svaret på samme trin, så fordelingen siger, hvad hver enkelt svarede: {names}",
                names=names,
            )
        )
    return lines + [_would(each) for each in shown.to_look_at]


def _would(shown: Shown) -> Text:
    return say(
        "Se på {place}: {what}: »{text}«", place=place_name(shown.place), what=_what(shown), text=shown.text
    )


def _delivered_json(console: Console, delivered: Delivered, out: Path) -> Json:
    delivery = delivered.delivery
    return {
        "file": str(out),
        "kind": delivery.kind.value,
        "edition": delivery.edition,
        "unchanged": delivered.unchanged,
        "institution": delivery.institution,
        "campaign": delivery.campaign,
        "package_id": delivery.package_id,
        "manifest_sha256": delivery.sha256,
        "outcome": delivered.verdict.outcome.value,
        "code": delivered.verdict.code,
        "facts": facts_json(delivered.verdict.facts),
        "waits_for_approval": delivered.waits,
        "digits": list(delivered.digits),
        "warnings": [console.tr(warning) for warning in delivered.warnings],
    }


def _delivered_lines(delivered: Delivered, out: Path) -> list[Text]:
    edition = delivered.delivery.edition
    lines = [say("{name} er gemt og kontrolleret: udgave {edition}.", name=out.name, edition=edition)]
    if delivered.unchanged:
        lines.append(say("Intet er ændret siden sidst, så det er den samme udgave igen."))
    lines.append(facts_line(delivered.verdict.facts))
    if delivered.waits:
        lines.append(
            say(
                "Koordinatoren skal godkende jeres nøgle første gang. "
                "Læs disse cifre op i telefonen: {digits}",
                digits=" ".join(delivered.digits),
            )
        )
    return lines
