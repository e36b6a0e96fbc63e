"""Looking at a trust list: `kvik trust show` and `kvik trust export-allowed-signers`."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from kvik_desktop.central.register.campaigns import last_day
from kvik_desktop.cli.console import PATH, Console, Json, spoken
from kvik_desktop.cli.trust_files import LIST, institution_json, key_json, pins, spaced
from kvik_desktop.envelope.allowed_signers import allowed_signers
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.packages import OpenedList, open_list
from kvik_desktop.envelope.pins import read_list
from kvik_desktop.envelope.trust_list import Campaign, Entry, Status
from kvik_desktop.foundation.clock import local_day, stamp
from kvik_desktop.foundation.files import read_limited, write_atomically
from kvik_desktop.foundation.text import Text, say


@click.command("show", help="Vis en tillidsliste eller en invitation.")
@LIST
@spoken
def show(console: Console, trust_list: Path) -> None:
    """Show what a list says; nothing is remembered, so an old one may be looked at too."""
    opened = open_list(read_limited(trust_list, MAX_BYTES))
    console.result(_document(opened), _lines(opened))


@click.command("export-allowed-signers", help="Gem tilladte underskrivere til OpenSSH.")
@LIST
@click.option("--out", required=True, type=PATH, metavar="FIL", help="Hvor listen skal ligge.")
@spoken
def export_allowed_signers(console: Console, trust_list: Path, out: Path) -> None:
    """Write the file that ``ssh-keygen -Y verify -f`` reads; the principal is the institution's id."""
    text = allowed_signers(read_list(trust_list, pins()).trust_list)
    write_atomically(out, text.encode("ascii"))
    console.result(
        {"file": str(out), "lines": text.count("\n")},
        [
            say("{file} er gemt. Kontrollér en pakke med:", file=out.name),
            f"ssh-keygen -Y verify -f {out} -I INSTITUTIONS-ID -n kvik-resultat@1 "
            "-Overify-time=ÅÅÅÅMMDD -s manifest.json.sig < manifest.json",
        ],
    )


def _document(opened: OpenedList) -> Json:
    listed = opened.trust_list
    return {
        "version": listed.version,
        "generation": listed.generation,
        "created": stamp(opened.created),
        "invitation": opened.is_invitation,
        "cut_for": listed.cut_for,
        "coordinator": msgspec.to_builtins(listed.coordinator),
        **key_json(listed.signing_key),
        "recovery": key_json(listed.recovery_key),
        "institutions": [_entry_json(entry) for entry in listed.institutions],
        "campaigns": msgspec.to_builtins(listed.campaigns),
    }


def _entry_json(entry: Entry) -> Json:
    newest = entry.newest
    return {
        **institution_json(entry.institution),
        "status": entry.status.value,
        **key_json(newest.public),
        "valid_from": newest.valid_from,
        "expires": newest.expires,
        "revoked": msgspec.to_builtins(newest.revoked),
    }


def _lines(opened: OpenedList) -> list[Text | str]:
    listed = opened.trust_list
    lines: list[Text | str] = [
        say(
            "{name}, version {version} fra {day}",
            name=listed.coordinator.name,
            version=listed.version,
            day=local_day(opened.created),
        ),
        say("Koordinatorens cifre: {digits}", digits=spaced(listed.signing_key.digits)),
    ]
    lines += [_campaign_line(campaign) for campaign in listed.campaigns]
    lines += [_entry_line(entry) for entry in listed.institutions]
    return lines


def _campaign_line(campaign: Campaign) -> Text:
    return say(
        "Kampagne {id}: {title}, {model} {version}, åben fra {opens} til og med {closes}",
        id=campaign.id,
        title=campaign.title,
        model=campaign.model.id,
        version=campaign.model.version,
        opens=moment(campaign.opens).date(),
        closes=last_day(moment(campaign.closes)),
    )


def _entry_line(entry: Entry) -> Text:
    until = say("gælder til og med {day}", day=last_day(moment(entry.newest.expires)))
    return say(
        "{id}: {name}, nøglen {status}",
        id=entry.institution.id,
        name=entry.institution.name,
        status=until if entry.status is Status.ACTIVE else say("er spærret"),
    )
