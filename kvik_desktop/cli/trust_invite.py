"""`kvik trust invite`: opens a campaign on the list and writes the invitation to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import msgspec

from kvik_desktop.central.register import acts
from kvik_desktop.central.register.campaigns import AskedCampaign
from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.passphrases import passphrase_option
from kvik_desktop.cli.trust_files import KEY, LIST, Day, institution_json, key_json, open_own, spaced
from kvik_desktop.cli.trust_institution import Identity, identity_options
from kvik_desktop.envelope.fields import checked
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import Campaign, TrustList
from kvik_desktop.evaluation.model import LOWEST_SMALLEST_GROUP, SMALLEST_GROUP
from kvik_desktop.foundation.files import require_free, write_atomically
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.reading import load, require_method

USUAL_MODEL = "kvik"


@click.command("invite", help="Lav en invitation til en kampagne, ny eller åben.")
@LIST
@KEY
@click.option(
    "--out", required=True, type=PATH, metavar="INVITATION.kvik", help="Hvor invitationen skal ligge."
)
@click.option("--campaign", required=True, metavar="ID", help="Kampagnens id (8-40 tegn: a-z 0-9 -).")
@click.option("--title", metavar="TEKST", help="Kampagnens navn; ellers dens id.")
@click.option(
    "--model", "model_id", metavar="MODEL", help="Modellen: kvik, kvik-kort eller en pakkefil; ellers kvik."
)
@click.option(
    "--method",
    type=click.Choice([each.value for each in Method]),
    help="Den eneste metode, der tages imod; ellers vælger hver institution selv.",
)
@click.option(
    "--smallest-group",
    type=click.IntRange(LOWEST_SMALLEST_GROUP, 100),
    metavar="TAL",
    help=f"Færrest svar bag en fordeling; ellers {SMALLEST_GROUP}.",
)
@click.option("--opens", type=Day(), metavar="DAG", help="Første dag; ellers i dag.")
@click.option("--closes", type=Day(), metavar="DAG", help="Sidste dag; ellers et år efter den første.")
@click.option("--with-model", is_flag=True, help="Læg modelpakken i invitationen.")
@identity_options
@passphrase_option()
@spoken
def invite(
    console: Console,
    /,
    trust_list: Path,
    key: Path,
    out: Path,
    campaign: str,
    title: str | None,
    model_id: str | None,
    method: str | None,
    smallest_group: int | None,
    opens: date | None,
    closes: date | None,
    with_model: bool,
    passphrase_file: Path | None,
    **identity: str | None,
) -> None:
    """Open the campaign on the list, then write the invitation with the coordinator's keys and campaign."""
    require_free(out)
    own = open_own(console, trust_list, key, passphrase_file)
    now = console.clock.now()
    known = own.trust_list.campaign(campaign)
    model = _model(console, model_id, known, with_model=with_model)
    chosen = Method(method) if method else None
    if model is not None and chosen is not None:
        require_method(model, chosen)
    asked = AskedCampaign(title, model, chosen, smallest_group, opens, closes)
    opened = checked(asked.campaign(campaign, known, now))
    invited = _invited(own.trust_list, Identity(**identity))
    content = model.content if model is not None and with_model else None
    invitation = acts.invite(own, opened, now, invited, content)
    write_atomically(out, invitation.package, replace=False)
    console.result(
        {
            "list": str(trust_list),
            "version": invitation.trust_list.version,
            "invitation": str(out),
            "campaign": msgspec.to_builtins(opened),
            "institution": institution_json(invited) if invited else None,
            **key_json(own.key.public),
        },
        [
            say("Invitationen til {title} er gemt: {file}", title=opened.title, file=out.name),
            say("Send den sammen med et brev, hvor disse cifre står:"),
            spaced(own.key.public.digits),
        ],
    )


def _model(
    console: Console, model_id: str | None, known: Campaign | None, *, with_model: bool
) -> ModelPackage | None:
    """The package that is asked for, or needed: for a new campaign, or to travel along."""
    if model_id is not None:
        return load(model_id, console.tr.resources)
    if known is None:
        return load(USUAL_MODEL, console.tr.resources)
    return load(known.model.id, console.tr.resources) if with_model else None


def _invited(trust_list: TrustList, identity: Identity) -> Institution | None:
    """The one institution that is invited, None where the invitation is for many."""
    entry = trust_list.entry(identity.institution_id) if identity.institution_id else None
    return identity.over(entry.institution if entry else None)
