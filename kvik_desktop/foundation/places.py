"""Where the program keeps what belongs to the user and not to one file: backups and keys."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True)
class Places:
    """The user's own folder for the program."""

    data: Path

    @classmethod
    def of_user(cls) -> Places:
        """The usual place of the system, or the folder that the variable KVIK_DATA names."""
        chosen = os.environ.get("KVIK_DATA")
        return cls(Path(chosen) if chosen else user_data_path("KVIK Desktop", appauthor=False))

    @property
    def backups(self) -> Path:
        """Backups of evaluation files, a folder for each."""
        return self.data / "sikkerhedskopier"

    @property
    def keys(self) -> Path:
        """Keys and trust lists."""
        return self.data / "noegler"

    @property
    def central_database(self) -> Path:
        """The coordinator's database where no other is named."""
        return self.data / "central.db"

    @property
    def settings(self) -> Path:
        """What the window remembers of its user."""
        return self.data / "indstillinger.json"
