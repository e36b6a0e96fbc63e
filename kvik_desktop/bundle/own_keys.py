"""A unit's own key and the coordinator's list on this computer, in the user's folder.

Beside the evaluation file and not in it: who gets the file does not get the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.keys import PublicKey, SigningKey, load_key, load_public, save_key
from kvik_desktop.envelope.packages import OpenedInvitation, OpenedList, open_invitation, open_list
from kvik_desktop.envelope.pins import Pins, read_list
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation.files import cannot_write, is_there, read_limited, write_atomically
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

LEAST_LENGTH = 12
"""Characters in a new passphrase."""

_PRIVATE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A key on this computer; it is opened by its passphrase only when something is signed."""

    path: Path
    public: PublicKey

    def open(self, passphrase: str) -> SigningKey:
        """The key itself. Raises Problem E_FILE, E_KEY_FILE, E_PASSPHRASE."""
        return load_key(self.path, passphrase)


@dataclass(frozen=True, slots=True)
class Offered:
    """A trust list or an invitation that holds together; whose it is may not be known yet."""

    data: bytes
    opened: OpenedList
    invitation: OpenedInvitation | None
    is_known: bool
    """Whether this user has met the coordinator before; else the digits are compared first."""


class OwnKeys:
    """What lies in the user's folder of keys, for each unit by its id."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pins = Pins(folder)

    @classmethod
    def of_user(cls) -> OwnKeys:
        """The user's own folder."""
        return cls(Places.of_user().keys)

    def path_of(self, unit: str) -> Path:
        """Where the unit's key lies, or will."""
        return self._folder / f"{unit}.key"

    def of(self, unit: str) -> OwnKey | None:
        """The unit's key, None where there is none. Raises Problem E_FILE, E_KEY_FILE."""
        path = self.path_of(unit)
        return OwnKey(path, load_public(path)) if is_there(path) else None

    def make(self, unit: str, passphrase: str) -> OwnKey:
        """A new key. Raises Problem E_PASSPHRASE for one that is too short, E_FILE_EXISTS, E_FILE_WRITE."""
        if len(passphrase) < LEAST_LENGTH:
            raise Problem(
                "E_PASSPHRASE",
                say("Adgangssætningen er for kort."),
                say("Vælg mindst {n} tegn, fx fire ord. Der er ikke lavet nogen nøgle.", n=LEAST_LENGTH),
            )
        key = SigningKey.create()
        self._make_folder()
        save_key(key, self.path_of(unit), passphrase)
        return OwnKey(self.path_of(unit), key.public)

    def take(self, unit: str, path: Path) -> OwnKey:
        """Copy a key from elsewhere, still under its passphrase; one that was here is put aside.

        Raises Problem E_FILE, E_KEY_FILE, E_FILE_WRITE.
        """
        public = load_public(path)
        data = read_limited(path, MAX_BYTES, "E_KEY_FILE")
        own = self.path_of(unit)
        self._make_folder()
        if is_there(own):
            self._put_aside(unit)
        write_atomically(own, data, replace=False, mode=_PRIVATE_MODE)
        return OwnKey(own, public)

    def _put_aside(self, unit: str) -> None:
        names = (self._folder / f"{unit}.tidligere-{number}.key" for number in count(1))
        free = next(path for path in names if not is_there(path))
        try:
            self.path_of(unit).replace(free)
        except OSError as error:
            raise cannot_write(free, error) from error

    def trust(self, unit: str) -> OpenedList | None:
        """The list the unit delivers by, None where there is none. Raises Problem as :func:`read_list`."""
        path = self._list_of(unit)
        return read_list(path, self._pins) if is_there(path) else None

    def invitation(self, unit: str) -> OpenedInvitation | None:
        """The invitation the unit answers, where its list came in one."""
        listed = self.trust(unit)
        if listed is None or not listed.is_invitation:
            return None
        return open_invitation(read_limited(self._list_of(unit), MAX_BYTES))

    def examine(self, path: Path) -> Offered:
        """Look at a trust list or an invitation; nothing is kept.

        Raises Problem: E_FILE, E_SIZE, the code of the check that failed, E_STALE, E_UNKNOWN_KEY, E_PIN.
        """
        data = read_limited(path, MAX_BYTES)
        try:
            opened = open_list(data)
        except Problem as problem:
            if problem.code != Code.E_FORMAT:
                raise
            raise _no_list(path) from problem
        known = self._pins.get(opened.trust_list)
        if known is not None:
            known.newer(opened.trust_list)
        invitation = open_invitation(data) if opened.is_invitation else None
        return Offered(data, opened, invitation, known is not None)

    def accept(self, unit: str, offered: Offered) -> OpenedList:
        """Deliver by this list from now on. Raises Problem E_STALE, E_UNKNOWN_KEY, E_FILE_WRITE."""
        self._pins.accept(offered.opened.trust_list)
        write_atomically(self._list_of(unit), offered.data)
        return offered.opened

    def _list_of(self, unit: str) -> Path:
        return self._folder / f"{unit}.tillidsliste.kvik"

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self._folder, error) from error


def _no_list(path: Path) -> Problem:
    return Problem(
        Code.E_FORMAT,
        say("{name} er hverken en invitation eller en tillidsliste.", name=path.name),
        say("Vælg den fil, I har fået fra koordinatoren. Intet er ændret."),
    )
