"""`kvik central status`: who has delivered, and what waits."""

from __future__ import annotations

import click

from kvik_desktop.central import usecases
from kvik_desktop.central.model import CampaignStatus, Delivered, Outcome, Receipt, Status
from kvik_desktop.cli.console import Console, Json, spoken
from kvik_desktop.cli.packages import DB
from kvik_desktop.compose import open_central
from kvik_desktop.envelope.verdict import RULINGS
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.text import Text, say, say_n


@click.command("status", help="Vis, hvem der har afleveret, og hvad der venter.")
@DB
@spoken
def status(console: Console, db: str | None) -> None:
    """Read the database as it is."""
    with open_central(db, console.clock) as database:
        found = database.ask(usecases.status)
    console.result(_document(console, found), _lines(found))


def _document(console: Console, found: Status) -> Json:
    return {
        "files": {outcome.value: found.files.get(outcome, 0) for outcome in Outcome},
        "quarantine": [_waiting(console, receipt) for receipt in found.waiting],
        "campaigns": [_campaign(each) for each in found.campaigns],
    }


def _waiting(console: Console, receipt: Receipt) -> Json:
    ruling = RULINGS[receipt.code] if receipt.code else None
    return {
        "file": receipt.name,
        "sha256": receipt.sha256,
        "institution": receipt.institution,
        "name": receipt.institution_name,
        "edition": receipt.edition,
        "received": stamp(receipt.received),
        "code": receipt.code,
        "message": console.tr(ruling.message) if ruling else "",
        "action": console.tr(ruling.action) if ruling else "",
    }


def _campaign(status: CampaignStatus) -> Json:
    campaign = status.campaign
    return {
        "id": campaign.id if campaign else None,
        "title": campaign.title if campaign else "",
        "closes": stamp(campaign.closes) if campaign else None,
        "delivered": status.delivered,
        "of": len(status.institutions),
        "sectors": {
            sector: {"delivered": delivered, "of": of} for sector, (delivered, of) in status.by_sector.items()
        },
        "institutions": [_institution(each) for each in status.institutions],
    }


def _institution(each: Delivered) -> Json:
    package = each.package
    return {
        "id": each.institution.id,
        "name": each.institution.name,
        "sector": each.institution.sector,
        "on_list": each.is_expected,
        "edition": package.edition if package else None,
        "received": stamp(package.received) if package else None,
        "model": package.model if package else None,
        "method": package.method if package else None,
    }


def _lines(found: Status) -> list[Text]:
    lines: list[Text] = []
    for campaign in found.campaigns:
        title = campaign.campaign.title if campaign.campaign else say("Uden for kampagner")
        lines.append(
            say(
                "{title}: {delivered} af {of} har afleveret.",
                title=title,
                delivered=campaign.delivered,
                of=len(campaign.institutions),
            )
        )
        for sector, (delivered, of) in campaign.by_sector.items():
            lines.append(
                say("  {sector}: {delivered} af {of}", sector=sector or "–", delivered=delivered, of=of)
            )
    if not found.campaigns:
        lines.append(say("Der er ikke modtaget noget endnu."))
    if found.waiting:
        lines.append(say_n("{n} fil i karantæne:", "{n} filer i karantæne:", len(found.waiting)))
    for receipt in found.waiting:
        what = RULINGS[receipt.code].message if receipt.code else say("Venter.")
        lines.append(
            say(
                "  {name} ({code}): {what}",
                name=receipt.institution_name or receipt.name,
                code=receipt.code,
                what=what,
            )
        )
    return lines
