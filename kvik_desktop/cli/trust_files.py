"""What the commands of `kvik trust` share: the list in its file, days, digits and checked names."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
import msgspec

from kvik_desktop.central.register.own_list import OwnList, open_full
from kvik_desktop.cli.console import PATH, Console, Json, WrongUsage
from kvik_desktop.cli.passphrases import ask_passphrase
from kvik_desktop.envelope import digits
from kvik_desktop.envelope.fields import checked as checked
from kvik_desktop.envelope.keys import PublicKey, SigningKey, load_key, save_key
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.foundation.files import require_free as require_free
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say

LIST = click.argument("trust_list", metavar="LISTE.kvik", type=PATH)
KEY = click.option("--key", required=True, type=PATH, metavar="NØGLE", help="Koordinatorens nøgle.")


class Day(click.ParamType[date]):
    """A calendar day as 2026-12-31 or 31.12.2026."""

    name = "dag"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Anything else is wrong usage."""
        if isinstance(value, date):
            return value
        danish = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", value)
        try:
            if danish:
                return date(int(danish[3]), int(danish[2]), int(danish[1]))
            return date.fromisoformat(value)
        except ValueError:
            raise WrongUsage(say("{day} er ikke en dag. Skriv fx 31.12.2026.", day=value)) from None


def pins() -> Pins:
    """What this user has seen of trust lists."""
    return Pins(Places.of_user().keys)


def open_own(console: Console, path: Path, key: Path, passphrase_file: Path | None) -> OwnList:
    """The full list and the key it names. Raises Problem E_KEY_ROLE for any other key."""
    trust_list = open_full(path, pins())
    held = load_key(key, ask_passphrase(console, passphrase_file, key))
    return OwnList.of(path, trust_list, held, pins())


def make_key(console: Console, path: Path, passphrase_file: Path | None) -> SigningKey:
    """A new key, saved under its passphrase."""
    key = SigningKey.create()
    save_key(key, path, ask_passphrase(console, passphrase_file, path, new=True))
    return key


def compare_digits(console: Console, key: PublicKey, given: str | None, whose: Text) -> None:
    """The act of comparing: the whole row as given, else two groups drawn at random and typed.

    Raises Problem E_DIGITS where they differ, or where nobody is there to type them.
    """
    if given is not None:
        digits.compare(key, digits.ALL_GROUPS, given)
        return
    if not sys.stdin.isatty():
        raise Problem(
            "E_DIGITS",
            say("Cifrene er ikke sammenlignet."),
            say("Skriv alle otte grupper cifre efter --digits. Intet er ændret."),
        )
    console.say(whose)
    for group in digits.draw_two():
        question = say("Gruppe {number} af 8", number=group + 1)
        digits.compare(key, (group,), click.prompt(console.tr(question), hide_input=True, err=True))


def key_json(key: PublicKey) -> Json:
    """A key for the document: its fingerprint and its digits."""
    return {"fingerprint": key.fingerprint, "digits": list(key.digits)}


def institution_json(institution: Institution) -> Json:
    """An institution for the document."""
    document: Json = msgspec.to_builtins(institution)
    return document


def spaced(groups: Sequence[str]) -> str:
    """Digits as they are read aloud."""
    return " ".join(groups)
