"""The full trust list on the coordinator's machine, and the key that signs its versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.keys import PublicKey, SigningKey, save_key
from kvik_desktop.envelope.packages import seal_list
from kvik_desktop.envelope.pins import Pins, read_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.files import cannot_write, require_free, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

LIST_NAME, KEY_NAME, RECOVERY_NAME = "tillidsliste.kvik", "koordinator.key", "genopretning.key"
"""What the files are called where nothing else is said."""


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Where the list and the key that signs it lie."""

    trust_list: Path
    key: Path


@dataclass(frozen=True)
class OwnList:
    """One version of the list out of its file; the acts of the register make the next one."""

    path: Path
    trust_list: TrustList
    key: SigningKey
    pins: Pins

    @classmethod
    def of(cls, path: Path, trust_list: TrustList, key: SigningKey, pins: Pins) -> OwnList:
        """The list with the key it names. Raises Problem E_KEY_ROLE for any other key."""
        ceremony.require_key(trust_list.signing_key, key)
        return cls(path, trust_list, key, pins)

    def save(self, following: TrustList, now: datetime, signed_by: SigningKey | None = None) -> None:
        """Put the next version in the file's place and remember it; the same version is left as it is."""
        if following != self.trust_list:
            write_atomically(self.path, seal_list(following, signed_by or self.key, now))
            self.pins.accept(following)


def open_full(path: Path, pins: Pins) -> TrustList:
    """The full list in a file.

    Raises Problem as :func:`read_list`, E_CUT for an invitation or a cut made for an institution.
    """
    opened = read_list(path, pins)
    if opened.is_invitation or opened.trust_list.cut_for is not None:
        raise Problem(
            "E_CUT",
            say("{name} er kun et udsnit af tillidslisten.", name=path.name),
            say("Brug koordinatorens egen, hele liste. Intet er ændret."),
        )
    return opened.trust_list


@dataclass(frozen=True, slots=True)
class NewKeys:
    """Where both keys are to lie, and their passphrases."""

    key: Path
    passphrase: str
    recovery: Path
    recovery_passphrase: str


@dataclass(frozen=True)
class Begun:
    """The first version of the list, and the public half of the recovery key."""

    own: OwnList
    recovery: PublicKey


def begin(coordinator: Coordinator, path: Path, keys: NewKeys, now: datetime, pins: Pins) -> Begun:
    """Make both keys and version 1 of the list; nothing is overwritten.

    Raises Problem E_FILE_EXISTS before anything is made where a name is taken, E_PASSPHRASE, E_FILE_WRITE.
    """
    require_free(path, keys.key, keys.recovery)
    signing, recovery = SigningKey.create(), SigningKey.create()
    listed = ceremony.new_list(coordinator, signing.public, recovery.public)
    for place in (path, keys.key):
        _make_folder(place.parent)
    save_key(signing, keys.key, keys.passphrase)
    save_key(recovery, keys.recovery, keys.recovery_passphrase)
    write_atomically(path, seal_list(listed, signing, now), replace=False)
    pins.accept(listed)
    return Begun(OwnList(path, listed, signing, pins), recovery.public)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
