"""The coordinator's acts: `kvik trust init`, `invite`, `approve`, `revoke`, `rotate`, `cut`."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

import click
import msgspec

from kvik_desktop.central.register import acts
from kvik_desktop.central.register.campaigns import midnight
from kvik_desktop.central.register.own_list import (
    KEY_NAME,
    RECOVERY_NAME,
    NewKeys,
    OwnList,
    begin,
    open_full,
)
from kvik_desktop.cli.console import PATH, Console, WrongUsage, spoken
from kvik_desktop.cli.passphrases import ask_passphrase, passphrase_option
from kvik_desktop.cli.trust_files import (
    KEY,
    LIST,
    Day,
    compare_digits,
    institution_json,
    key_json,
    make_key,
    open_own,
    pins,
    spaced,
)
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.fields import checked
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.keys import load_key
from kvik_desktop.envelope.packages import open_enrolment
from kvik_desktop.envelope.trust_list import Reason
from kvik_desktop.foundation.files import read_limited, require_free, write_atomically
from kvik_desktop.foundation.text import say


@click.command("init", help="Lav koordinatorens nøgler og tillidsliste.")
@click.option("--name", required=True, metavar="NAVN", help="Koordinatoren, fx kommunens navn.")
@click.option("--out", required=True, type=PATH, metavar="LISTE.kvik", help="Den nye tillidsliste.")
@click.option(
    "--id", "coordinator_id", metavar="ID", help="Koordinatorens id (8-40 tegn: a-z 0-9 -); ellers laves et."
)
@click.option(
    "--key",
    type=PATH,
    metavar="NØGLE",
    help="Hvor nøglen skal ligge; ellers koordinator.key ved siden af listen.",
)
@click.option(
    "--recovery-key",
    type=PATH,
    metavar="NØGLE",
    help="Hvor genopretningsnøglen skal ligge; ellers genopretning.key samme sted.",
)
@passphrase_option()
@passphrase_option("recovery", "genopretningsnøglen")
@spoken
def init(
    console: Console,
    name: str,
    out: Path,
    coordinator_id: str | None,
    key: Path | None,
    recovery_key: Path | None,
    passphrase_file: Path | None,
    recovery_passphrase_file: Path | None,
) -> None:
    """Make both keys and version 1 of the list; nothing is overwritten."""
    coordinator = checked(Coordinator(coordinator_id or f"koordinator-{secrets.token_hex(4)}", name))
    key = key or out.parent / KEY_NAME
    recovery_key = recovery_key or out.parent / RECOVERY_NAME
    require_free(out, key, recovery_key)
    keys = NewKeys(
        key,
        ask_passphrase(console, passphrase_file, key, new=True),
        recovery_key,
        ask_passphrase(console, recovery_passphrase_file, recovery_key, new=True),
    )
    begun = begin(coordinator, out, keys, console.clock.now(), pins())
    listed, signing = begun.own.trust_list, begun.own.key
    console.result(
        {
            "list": str(out),
            "version": listed.version,
            "coordinator": {"id": coordinator.id, "name": coordinator.name},
            "key": str(key),
            "recovery_key": str(recovery_key),
            **key_json(signing.public),
            "recovery": key_json(begun.recovery),
        },
        [
            say("Tillidslisten er lavet: {file}", file=out.name),
            say("Disse cifre skal stå i brevet til institutionerne:"),
            spaced(signing.public.digits),
            say(
                "Flyt {recovery} og dens adgangssætning til et andet sted, fx et pengeskab. Med den kan I få "
                "en ny nøgle, hvis {key} bliver stjålet eller mistet.",
                recovery=recovery_key.name,
                key=key.name,
            ),
        ],
    )


@click.command("approve", help="Godkend en tilmelding, når cifrene passer.")
@LIST
@click.argument("enrolment", metavar="TILMELDING.kvik", type=PATH)
@KEY
@click.option("--digits", metavar="CIFRE", help="Alle otte grupper, som de blev læst op; ellers spørges der.")
@click.option("--expires", type=Day(), metavar="DAG", help="Nøglens sidste dag; ellers om tre år.")
@passphrase_option()
@spoken
def approve(
    console: Console,
    trust_list: Path,
    enrolment: Path,
    key: Path,
    digits: str | None,
    expires: date | None,
    passphrase_file: Path | None,
) -> None:
    """Approve the key of a ``tilmelding``, or of a first ``resultat`` that carries one."""
    asking = open_enrolment(read_limited(enrolment, MAX_BYTES))
    name = asking.institution.name
    compare_digits(
        console, asking.key, digits, say("Bed {name} læse to grupper cifre op, og skriv dem.", name=name)
    )
    own = open_own(console, trust_list, key, passphrase_file)
    following = acts.approve(own, asking, console.clock.now(), expires)
    entry = acts.entry_of(following, asking.institution.id)
    console.result(
        {
            "list": str(trust_list),
            "version": following.version,
            "institution": institution_json(asking.institution),
            "fingerprint": asking.key.fingerprint,
            "valid_from": entry.newest.valid_from,
            "expires": entry.newest.expires,
        },
        [say("{name} er godkendt. Tillidslisten er nu version {n}.", name=name, n=following.version)],
    )


@click.command("revoke", help="Spær en institutions nøgle.")
@LIST
@click.argument("institution", metavar="INSTITUTIONS-ID")
@KEY
@click.option(
    "--reason",
    required=True,
    type=click.Choice([each.value for each in Reason]),
    help="lost: mistet, spærres fra nu. compromised: i andres hænder, spærres fra --since.",
)
@click.option("--since", type=Day(), metavar="DAG", help="Første dag, hvor nøglen ikke længere er sikker.")
@passphrase_option()
@spoken
def revoke(
    console: Console,
    trust_list: Path,
    institution: str,
    key: Path,
    reason: str,
    since: date | None,
    passphrase_file: Path | None,
) -> None:
    """Refuse what the key has signed and is first received from a certain time on."""
    now = console.clock.now()
    if since is None and reason == Reason.COMPROMISED:
        raise WrongUsage(say("{name} mangler.", name="--since"))
    if since is not None and midnight(since) > now:
        raise WrongUsage(say("--since er en dag, der ikke er kommet endnu."))
    own = open_own(console, trust_list, key, passphrase_file)
    following = acts.revoke(own, institution, Reason(reason), since, now)
    entry = acts.entry_of(following, institution)
    console.result(
        {
            "list": str(trust_list),
            "version": following.version,
            "institution": institution_json(entry.institution),
            "fingerprint": entry.newest.public.fingerprint,
            "revoked": msgspec.to_builtins(entry.newest.revoked),
        },
        [
            say("Nøglen for {name} er spærret.", name=entry.institution.name),
            say("Institutionen kan tilmelde sig igen med en ny nøgle."),
        ],
    )


@click.command("rotate", help="Skift koordinatorens nøgle, planlagt eller i nød.")
@LIST
@click.option("--recovery-key", required=True, type=PATH, metavar="NØGLE", help="Genopretningsnøglen.")
@click.option("--new-key", required=True, type=PATH, metavar="NØGLE", help="Hvor den nye nøgle skal ligge.")
@click.option("--key", type=PATH, metavar="NØGLE", help="Den nøgle, der skiftes (planlagt skift).")
@click.option(
    "--emergency", is_flag=True, help="Nøglen er stjålet eller mistet, så genopretningsnøglen gør det alene."
)
@passphrase_option()
@passphrase_option("recovery", "genopretningsnøglen")
@passphrase_option("new", "den nye nøgle")
@spoken
def rotate(
    console: Console,
    trust_list: Path,
    recovery_key: Path,
    new_key: Path,
    key: Path | None,
    emergency: bool,
    passphrase_file: Path | None,
    recovery_passphrase_file: Path | None,
    new_passphrase_file: Path | None,
) -> None:
    """Change the coordinator's key; readers of the old one follow the signed change to the new one."""
    if emergency is (key is not None):
        raise WrongUsage(say("Skriv enten --key (planlagt skift) eller --emergency."))
    require_free(new_key)
    listed = open_full(trust_list, pins())
    old = load_key(key, ask_passphrase(console, passphrase_file, key)) if key else None
    recovery = load_key(recovery_key, ask_passphrase(console, recovery_passphrase_file, recovery_key))
    ceremony.require_key(listed.recovery_key, recovery)
    if old is not None:
        ceremony.require_key(listed.signing_key, old)
    new = make_key(console, new_key, new_passphrase_file)
    now = console.clock.now()
    following = ceremony.rotate(listed, new.public, recovery, now, old)
    changed = OwnList(trust_list, listed, new, pins())
    changed.save(following, now, recovery if emergency else None)
    console.result(
        {
            "list": str(trust_list),
            "version": following.version,
            "generation": following.generation,
            "kind": following.changes[-1].kind,
            "key": str(new_key),
            **key_json(new.public),
        },
        [
            say("Koordinatorens nøgle er skiftet. Tillidslisten er nu version {n}.", n=following.version),
            say("Send den nye liste til institutionerne. Nye breve skal have disse cifre:"),
            spaced(new.public.digits),
        ],
    )


@click.command("cut", help="Lav tillidslistens udsnit til én institution.")
@LIST
@click.argument("institution", metavar="INSTITUTIONS-ID")
@KEY
@click.option("--out", required=True, type=PATH, metavar="UDSNIT.kvik", help="Hvor udsnittet skal ligge.")
@passphrase_option()
@spoken
def cut(
    console: Console,
    trust_list: Path,
    institution: str,
    key: Path,
    out: Path,
    passphrase_file: Path | None,
) -> None:
    """Write the coordinator's keys, the campaigns that are not shut and one institution's own entry."""
    require_free(out)
    own = open_own(console, trust_list, key, passphrase_file)
    write_atomically(out, acts.cut(own, institution, console.clock.now()), replace=False)
    console.result(
        {"list": str(out), "version": own.trust_list.version, "institution": institution},
        [say("Udsnittet til {id} er gemt: {file}", id=institution, file=out.name)],
    )
