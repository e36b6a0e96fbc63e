"""The newest trust list a user has seen from each coordinator: no older one is accepted again.

A coordinator is recognised by the recovery key, which never changes; the key in use may, and then the list
must lead from the one we knew to the new one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from kvik_desktop.envelope.container import MAX_BYTES
from kvik_desktop.envelope.fields import KeyLine
from kvik_desktop.envelope.packages import OpenedList, open_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.files import cannot_write, is_there, read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

FORMAT: Literal["kvik-set-tillidsliste/1"] = "kvik-set-tillidsliste/1"
_LIMIT = 4 * 2**10


class Pin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is remembered of a coordinator's newest list; kept in the data folder and in evaluation files."""

    format: Literal["kvik-set-tillidsliste/1"]
    recovery: KeyLine
    signing: KeyLine
    generation: int
    version: int

    @classmethod
    def of(cls, trust_list: TrustList) -> Pin:
        """The memory of this list."""
        return cls(FORMAT, trust_list.recovery, trust_list.signing, trust_list.generation, trust_list.version)

    def newer(self, trust_list: TrustList) -> Pin:
        """What to remember after having seen this list too.

        Raises Problem E_STALE for an older list, E_UNKNOWN_KEY for one that does not lead from the key we
        knew, signed step by step, to its own.
        """
        if trust_list.rank < (self.generation, self.version):
            raise Problem(
                "E_STALE",
                say(
                    "Tillidslisten er ældre (version {old}) end den, du har set før (version {new}).",
                    old=trust_list.version,
                    new=self.version,
                ),
                say("Find den nyeste tillidsliste, og prøv igen. Intet er ændret."),
            )
        signing = [change.previous for change in trust_list.changes] + [trust_list.signing]
        if trust_list.recovery != self.recovery or signing[self.generation] != self.signing:
            raise Problem(
                "E_UNKNOWN_KEY",
                say("Tillidslisten er underskrevet med en anden nøgle, end koordinatoren plejer at bruge."),
                say("Ring til koordinatoren på et nummer, du kender i forvejen. Intet er ændret."),
            )
        return Pin.of(trust_list)


class Pins:
    """The pins in the user's folder, one small file for each coordinator."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, trust_list: TrustList) -> Pin | None:
        """The pin of this list's coordinator, None where we have not met. Raises Problem E_PIN."""
        path = self._path(trust_list)
        if not is_there(path):
            return None
        try:
            return strict_json.decode(read_limited(path, _LIMIT, "E_PIN"), Pin, limit=_LIMIT)
        except strict_json.NotStrictError as error:
            raise Problem(
                "E_PIN",
                say("{name}, hvor programmet husker tillidslisten, er beskadiget.", name=path),
                say(
                    "Slet den fil, sammenlign koordinatorens cifre med brevet (kvik trust show), og prøv "
                    "igen. Alt andet er der stadig."
                ),
            ) from error

    def accept(self, trust_list: TrustList) -> None:
        """Remember the list as the newest. Raises Problem E_STALE, E_UNKNOWN_KEY, E_PIN or E_FILE_WRITE."""
        known = self.get(trust_list)
        pin = known.newer(trust_list) if known else Pin.of(trust_list)
        if pin != known:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise cannot_write(self._folder, error) from error
            write_atomically(self._path(trust_list), strict_json.encode(pin))

    def _path(self, trust_list: TrustList) -> Path:
        name = hashlib.sha256(trust_list.recovery.encode()).hexdigest()[:16]
        return self._folder / f"set-{name}.json"


def read_list(path: Path, pins: Pins) -> OpenedList:
    """The trust list, or the invitation's cut of it, in a file; remembered as seen.

    Raises Problem: E_FILE, E_SIZE, the code of the check that failed, E_STALE or E_UNKNOWN_KEY.
    """
    opened = open_list(read_limited(path, MAX_BYTES))
    pins.accept(opened.trust_list)
    return opened
