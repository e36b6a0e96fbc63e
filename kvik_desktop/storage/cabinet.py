"""Where and how this computer keeps evaluation files: tables, clock, backups and ids, handed in together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.storage.backups import Backups
from kvik_desktop.storage.schema import Schema
from kvik_desktop.storage.work import random_id


@dataclass(frozen=True)
class Cabinet:
    """``backups_folder`` holds the backups of all files; ``new_id`` gives 16 hexadecimal digits."""

    schema: Schema
    clock: Clock
    backups_folder: Path
    new_id: Callable[[], str] = random_id

    @cached_property
    def backups(self) -> Backups:
        """The backups on this computer."""
        return Backups(self.backups_folder, self.clock)
