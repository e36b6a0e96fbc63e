"""Where the program keeps what belongs to the user and not to one file, and where new files are proposed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path, user_documents_path


@dataclass(frozen=True)
class Places:
    """The user's own folder for the program, and their folder of documents."""

    data: Path
    documents: Path

    @classmethod
    def of_user(cls) -> Places:
        """The usual places of the system, or both in the folder that the variable KVIK_DATA names."""
        chosen = os.environ.get("KVIK_DATA")
        if chosen:
            return cls(Path(chosen), Path(chosen) / "dokumenter")
        return cls(user_data_path("KVIK Desktop", appauthor=False), user_documents_path())

    @property
    def backups(self) -> Path:
        """Backups of evaluation files, a folder for each."""
        return self.data / "sikkerhedskopier"

    @property
    def keys(self) -> Path:
        """Keys and trust lists."""
        return self.data / "noegler"

    @property
    def models(self) -> Path:
        """What each version of a model of one's own held when it was used."""
        return self.data / "modeller"

    @property
    def central_database(self) -> Path:
        """The coordinator's database where no other is named."""
        return self.data / "central.db"

    @property
    def evaluations(self) -> Path:
        """Where new evaluation files are proposed to lie, in sight of their owner."""
        return self.documents / "KVIK"

    @property
    def settings(self) -> Path:
        """What the window remembers of its user."""
        return self.data / "indstillinger.json"
