"""What the program remembers of its user: language, look, and the files that were open last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from kvik_desktop.foundation.files import write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import LANGUAGES, Language

ThemeChoice = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
TYPE_SIZES = (100, 110, 125, 150, 175, 200)
"""In percent."""

MOST_RECENT = 30
MOST_LOOKS, LONGEST_LOOK = 20, 400
_LARGEST = 1_000_000


@dataclass(frozen=True)
class Recent:
    """A file that was open: its path and place, and what its row on the start page said last."""

    path: str
    kind: str = "institution"
    title: str = ""
    place: str = ""
    """Stop and place where one was, as ``2 anna/3.3``."""
    opened: str = ""
    """When, as ISO 8601 with zone."""
    subtitle: str = ""
    mark: str = ""
    missing: str = ""
    step: str = ""
    language: str = ""
    """What its row said the last time: which evaluation, the mark, what is missing, the step; and in what
    language."""
    looks: Mapping[str, str] = field(default_factory=dict)
    """How one looks at its pages, by page and as that page writes it; never words of people."""


@dataclass(frozen=True)
class Settings:
    """Everything that is remembered. Anything odd in the file is read as the default."""

    language: Language = "da"
    theme: ThemeChoice = "system"
    percent: int = 100
    guidance: bool = True
    folder: str = ""
    """Where files were chosen last."""
    place: str = ""
    """Size and place of the window, as Qt writes them, in hexadecimal digits."""
    collection: str = ""
    """The folder with several institutions' files that a facilitator keeps an eye on."""
    recent: tuple[Recent, ...] = ()

    def opened(self, recent: Recent) -> Settings:
        """The same with this file first among the recent ones."""
        others = tuple(other for other in self.recent if other.path != recent.path)
        return replace(self, recent=(recent, *others)[:MOST_RECENT])

    def without(self, path: str) -> Settings:
        """The same without a file among the recent ones."""
        return replace(self, recent=tuple(other for other in self.recent if other.path != path))

    def retold(self, recent: Recent) -> Settings:
        """The same with other words of a file that is among the recent ones."""
        others = tuple(recent if other.path == recent.path else other for other in self.recent)
        return replace(self, recent=others)

    def recent_of(self, path: str) -> Recent | None:
        """What is remembered of a file."""
        return next((recent for recent in self.recent if recent.path == path), None)


class SettingsFile:
    """The settings in one small file in the user's own folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        """The settings; the defaults where there are none or where they cannot be read."""
        try:
            if self._path.stat().st_size > _LARGEST:
                return Settings()
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _settings(raw) if isinstance(raw, dict) else Settings()

    def write(self, settings: Settings) -> None:
        """Keep the settings. A folder that cannot be written to loses no work, so nothing is said."""
        content = json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, content)
        except (OSError, Problem):
            return


def _settings(raw: dict[str, Any]) -> Settings:
    default = Settings()
    recent = raw.get("recent")
    return Settings(
        language=_one_of(raw.get("language"), LANGUAGES, default.language),
        theme=_one_of(raw.get("theme"), THEME_CHOICES, default.theme),
        percent=_one_of(raw.get("percent"), TYPE_SIZES, default.percent),
        guidance=raw.get("guidance") is not False,
        folder=_text(raw.get("folder")),
        place=_text(raw.get("place")),
        collection=_text(raw.get("collection")),
        recent=tuple(_recents(recent if isinstance(recent, list) else [])),
    )


def _one_of(value: object, allowed: tuple[Any, ...], default: Any) -> Any:
    return value if type(value) is type(default) and value in allowed else default


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _recents(raw: list[object]) -> list[Recent]:
    names = [each.name for each in fields(Recent) if each.name != "looks"]
    rows = [row for row in raw[:MOST_RECENT] if isinstance(row, dict)]
    found = [Recent(**{name: _text(row.get(name)) for name in names}, looks=_looks(row)) for row in rows]
    return [recent for recent in found if recent.path]


def _looks(row: dict[str, Any]) -> Mapping[str, str]:
    given = row.get("looks")
    pairs = list(given.items())[:MOST_LOOKS] if isinstance(given, dict) else []
    return {key: look for key, look in pairs if isinstance(look, str) and len(look) <= LONGEST_LOOK}
