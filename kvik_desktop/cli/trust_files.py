"""What the commands of `kvik trust` share: the list in its file, days, digits and checked names."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from kvik_desktop.cli.console import PATH, Console, Json, WrongUsage
from kvik_desktop.cli.passphrases import ask_passphrase
from kvik_desktop.envelope import ceremony, digits
from kvik_desktop.envelope.keys import PublicKey, SigningKey, load_key, save_key
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import OpenedList, seal_list
from kvik_desktop.envelope.pins import Pins, read_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.files import already_there, is_there, write_atomically
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say

T = TypeVar("T", bound=msgspec.Struct)

LIST = click.argument("trust_list", metavar="LISTE.kvik", type=PATH)
KEY = click.option("--key", required=True, type=PATH, metavar="NØGLE", help="Koordinatorens nøgle.")

DAY = timedelta(days=1)


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


def midnight(day: date) -> datetime:
    """The first moment of a day, UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@dataclass(frozen=True)
class CoordinatorsList:
    """The full list on the coordinator's machine, with the key that signs its versions."""

    path: Path
    trust_list: TrustList
    key: SigningKey

    def save(self, following: TrustList, now: datetime, signed_by: SigningKey | None = None) -> None:
        """Put the next version in the file's place and remember it; the same version is left as it is."""
        if following != self.trust_list:
            write_atomically(self.path, seal_list(following, signed_by or self.key, now))
            pins().accept(following)


def pins() -> Pins:
    """What this user has seen of trust lists."""
    return Pins(Places.of_user().keys)


def open_full(path: Path) -> TrustList:
    """The full list in a file. Raises Problem E_CUT for an invitation or a cut made for an institution."""
    opened: OpenedList = read_list(path, pins())
    if opened.is_invitation or opened.trust_list.cut_for is not None:
        raise Problem(
            "E_CUT",
            say("{name} er kun et udsnit af tillidslisten.", name=path.name),
            say("Brug koordinatorens egen, hele liste. Intet er ændret."),
        )
    return opened.trust_list


def open_own(console: Console, path: Path, key: Path, passphrase_file: Path | None) -> CoordinatorsList:
    """The full list and the key it names. Raises Problem E_KEY_ROLE for any other key."""
    trust_list = open_full(path)
    held = load_key(key, ask_passphrase(console, passphrase_file, key))
    ceremony.require_key(trust_list.signing_key, held)
    return CoordinatorsList(path, trust_list, held)


def make_key(console: Console, path: Path, passphrase_file: Path | None) -> SigningKey:
    """A new key, saved under its passphrase."""
    key = SigningKey.create()
    save_key(key, path, ask_passphrase(console, passphrase_file, path, new=True))
    return key


def require_free(*paths: Path) -> None:
    """Raise Problem E_FILE_EXISTS before anything is made, where a name is taken."""
    for path in paths:
        if is_there(path):
            raise already_there(path)


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


def checked(value: T) -> T:
    """The value, once every id and name in it keeps the rules of signed files. Raises Problem E_VALUE."""
    try:
        return msgspec.convert(msgspec.to_builtins(value), type(value))
    except msgspec.ValidationError as error:
        place = re.search(r"\$\.([a-z_.]+)", str(error))
        raise Problem(
            "E_VALUE",
            say("Værdien for {field} kan ikke bruges.", field=place[1] if place else type(value).__name__),
            say(
                "Et id er 8-40 tegn: små bogstaver fra a til z, tal og bindestreg. Et navn er højst 200 tegn "
                "på én linje. Intet er ændret."
            ),
        ) from None


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
