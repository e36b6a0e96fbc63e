"""The institution's act: `kvik trust enrol`."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from kvik_desktop.bundle.enrolling import enrolment_package, institution_of
from kvik_desktop.cli.console import PATH, Console, spoken
from kvik_desktop.cli.opening import opened
from kvik_desktop.cli.passphrases import ask_passphrase, passphrase_option
from kvik_desktop.cli.trust_files import (
    checked,
    compare_digits,
    institution_json,
    key_json,
    make_key,
    pins,
    require_free,
    spaced,
)
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.keys import SigningKey, load_key
from kvik_desktop.envelope.manifest import Institution, Level
from kvik_desktop.envelope.packages import OpenedInvitation, open_invitation
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.files import is_there, read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Sector


@dataclass(frozen=True)
class Identity:
    """Who an institution is, as far as the options say."""

    institution_id: str | None = None
    unit: str | None = None
    level: str | None = None
    sector: str | None = None
    parent: str | None = None

    def over(self, known: Institution | None) -> Institution | None:
        """What is ``known``, with the options in its place; None where nothing is said at all.

        Raises Problem E_VALUE for what signed files cannot hold, E_UNIT where the name is missing.
        """
        given = {"id": self.institution_id, "name": self.unit, "level": self.level}
        given |= {"sector": self.sector, "parent": self.parent}
        said = {name: value for name, value in given.items() if value is not None}
        if known is not None:
            return checked(msgspec.structs.replace(known, **said))
        if not said:
            return None
        if self.unit is None:
            raise Problem(
                "E_UNIT",
                say("Institutionens navn mangler."),
                say("Skriv det efter --unit. Intet er ændret."),
            )
        nobody = Institution(new_local_id(), self.unit, "institution", None, None)
        return checked(msgspec.structs.replace(nobody, **said))


def new_local_id() -> str:
    """An id for an institution that no coordinator has given one."""
    return f"lokal-{secrets.token_hex(6)}"


def identity_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of :class:`Identity`."""
    for option in (
        click.option("--parent", metavar="NAVN", help="Enheden over institutionen, fx forvaltningen."),
        click.option("--sector", type=click.Choice([each.value for each in Sector]), help="Området."),
        click.option("--level", type=click.Choice(get_args(Level)), help="Niveauet; ellers institution."),
        click.option("--unit", metavar="NAVN", help="Institutionens navn."),
        click.option("--institution-id", metavar="ID", help="Institutionens id hos koordinatoren."),
    ):
        option(command)
    return command


@click.command("enrol", help="Lav en tilmelding, og en nøgle, hvis der ingen er.")
@click.argument("file", metavar="[FIL.kvikdb]", type=PATH, required=False)
@click.option(
    "--key",
    required=True,
    type=PATH,
    metavar="NØGLE",
    help="Institutionens nøgle; den laves, hvis filen ikke findes.",
)
@click.option(
    "--out", required=True, type=PATH, metavar="TILMELDING.kvik", help="Hvor tilmeldingen skal ligge."
)
@click.option("--invitation", type=PATH, metavar="INVITATION.kvik", help="Invitationen fra koordinatoren.")
@click.option(
    "--digits", metavar="CIFRE", help="Koordinatorens otte grupper cifre fra brevet; ellers spørges der."
)
@identity_options
@passphrase_option()
@spoken
def enrol(
    console: Console,
    /,
    file: Path | None,
    key: Path,
    out: Path,
    invitation: Path | None,
    digits: str | None,
    passphrase_file: Path | None,
    **identity: str | None,
) -> None:
    """Enrol: who the institution is comes from the options, the invitation or the evaluation file."""
    require_free(out)
    invited = _invited(console, invitation, digits) if invitation else None
    known = invited.institution if invited else None
    if known is None and file is not None:
        known = _of_file(console, file)
    institution = Identity(**identity).over(known)
    if institution is None:
        raise Problem(
            "E_UNIT",
            say("Det fremgår ikke, hvem der tilmelder sig."),
            say("Skriv --unit og --sector, eller peg på en evalueringsfil. Intet er ændret."),
        )
    is_new = not is_there(key)
    held = make_key(console, key, passphrase_file) if is_new else _held(console, key, passphrase_file)
    write_atomically(out, enrolment_package(institution, held, console.clock.now(), invited), replace=False)
    if invited is not None:
        pins().accept(invited.opened.trust_list)
    console.result(
        {
            "enrolment": str(out),
            "key": str(key),
            "new_key": is_new,
            "institution": institution_json(institution),
            **key_json(held.public),
        },
        [
            say("Tilmeldingen fra {name} er gemt: {file}", name=institution.name, file=out.name),
            say("Send den til koordinatoren. Når koordinatoren ringer, så læs disse cifre op:"),
            spaced(held.public.digits),
        ],
    )


def _held(console: Console, key: Path, passphrase_file: Path | None) -> SigningKey:
    return load_key(key, ask_passphrase(console, passphrase_file, key))


def _invited(console: Console, path: Path, digits: str | None) -> OpenedInvitation:
    """The invitation, after its digits were compared with the letter; a coordinator we know needs none."""
    invited = open_invitation(read_limited(path, MAX_BYTES))
    listed = invited.opened.trust_list
    known = pins().get(listed)
    if known is None or digits is not None:
        compare_digits(
            console, listed.signing_key, digits, say("Skriv to grupper cifre fra koordinatorens brev.")
        )
    else:
        known.newer(listed)
    return invited


def _of_file(console: Console, path: Path) -> Institution:
    with opened(path, console, read_only=True) as (file, evaluation):
        return institution_of(file.ask(evaluations.unit_of, evaluation))
