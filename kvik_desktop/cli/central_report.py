"""`kvik central report`: the overview of every campaign as a PDF."""

from __future__ import annotations

from pathlib import Path

import click

from kvik_desktop.central import usecases
from kvik_desktop.central.overview import campaign_shown
from kvik_desktop.central.published import usecases as published
from kvik_desktop.central.published.model import Breakdown
from kvik_desktop.cli.central_figures import known_words, which_options
from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.compose import open_central
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.report.overview import CampaignShown, Overview
from kvik_desktop.report.overview_document import overview_pdf
from kvik_desktop.storage.central_database import CentralDatabase


@click.command("report", help="Lav overblikket som PDF.")
@which_options
@click.option(
    "--out", required=True, type=PATH, metavar="FIL.pdf", help="En fil, der er der, bliver erstattet."
)
@spoken
def report(
    console: Console, db: str | None, campaign: str | None, by: str | None, renew: bool, out: Path
) -> None:
    """Write the overview in the language of the command."""
    if out.suffix.lower() != ".pdf":
        raise Problem(
            "E_FORMAT_OUT",
            say("Overblikket kan ikke laves som {name}.", name=out.name),
            say("Lad navnet ende på .pdf; tallene kan også gemmes med kvik central benchmark --csv."),
        )
    breakdown = Breakdown(by) if by else None
    with open_central(db, console.clock) as database:
        content = overview(database, console.tr, campaign, breakdown, renew=renew)
    data = overview_pdf(content, console.tr.resources, console.clock.now())
    write_atomically(out, data)
    console.result(
        {"file": str(out), "bytes": len(data), "campaigns": len(content.campaigns)},
        [say("Overblikket er gemt: {file}", file=out.name)],
    )


def overview(
    database: CentralDatabase,
    translate: Translator,
    campaign: str | None = None,
    breakdown: Breakdown | None = None,
    *,
    renew: bool = False,
) -> Overview:
    """The content of the overview: every campaign, or the one that is named.

    What is not published yet is published by this. Raises Problem E_CAMPAIGN for an unknown campaign, and
    what ``publish`` raises.
    """
    words = known_words(database, translate)
    status = database.ask(usecases.status)
    counting = database.ask(published.campaigns)
    shown: list[CampaignShown] = []
    for each in status.campaigns:
        name = each.campaign.id if each.campaign else ""
        if campaign not in (None, name):
            continue
        publication, newer = None, 0
        if name in counting:
            publication = database.do(published.publish, name, breakdown, renew=renew).value
            newer = database.ask(published.newer_than, publication)
        now = database.ask(lambda work: work.now())
        shown.append(campaign_shown(each, publication, newer, words, now))
    if campaign is not None and not shown:
        raise Problem(
            "E_CAMPAIGN",
            say("Kampagnen {id} kendes ikke.", id=campaign),
            say("Se kampagnerne med kvik central status. Intet er ændret."),
        )
    return Overview(translate.language, database.ask(usecases.coordinator_name), tuple(shown))
