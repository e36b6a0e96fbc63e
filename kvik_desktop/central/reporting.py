"""The overview for the directors: its content out of the database, and the PDF."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.central import usecases
from kvik_desktop.central.overview import campaign_shown
from kvik_desktop.central.published import usecases as published
from kvik_desktop.central.published.model import Breakdown
from kvik_desktop.central.published.showing import known_words, publications
from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.report.overview import CampaignShown, Overview
from kvik_desktop.report.overview_document import overview_pdf
from kvik_desktop.storage.central_database import CentralDatabase
from kvik_desktop.storage.work import Transaction


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
    counting = database.ask(published.campaigns)
    shown: list[CampaignShown] = []
    for each in database.ask(usecases.status).campaigns:
        name = each.campaign.id if each.campaign else ""
        if campaign not in (None, name):
            continue
        publication, newer = None, 0
        if name in counting:
            [figures] = publications(database, name, breakdown, renew=renew)
            publication, newer = figures.publication, figures.newer
        shown.append(campaign_shown(each, publication, newer, words, database.ask(Transaction.now)))
    if campaign is not None and not shown:
        raise Problem(
            "E_CAMPAIGN",
            say("Kampagnen {id} kendes ikke.", id=campaign),
            say("Se kampagnerne med kvik central status. Intet er ændret."),
        )
    return Overview(translate.language, database.ask(usecases.coordinator_name), tuple(shown))


def write_overview(
    database: CentralDatabase,
    translate: Translator,
    out: Path,
    campaign: str | None = None,
    breakdown: Breakdown | None = None,
    *,
    renew: bool = False,
) -> tuple[Overview, int]:
    """Write the overview as a PDF; what stands in it, and its size in bytes.

    Raises what :func:`overview` raises, E_FORMAT_OUT for another ending than ``.pdf``, and E_FILE_WRITE.
    """
    if out.suffix.lower() != ".pdf":
        raise Problem(
            "E_FORMAT_OUT",
            say("Overblikket kan ikke gemmes som {name}.", name=out.name),
            say("Lad navnet ende på .pdf; tallene kan også gemmes som tabel."),
        )
    content = overview(database, translate, campaign, breakdown, renew=renew)
    data = overview_pdf(content, translate.resources, database.ask(Transaction.now))
    write_atomically(out, data)
    return content, len(data)
