"""The rows of recent files: what is remembered of them, and what the files themselves say now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.settings import Recent

GONE = say("Filen er flyttet. Find den…")
LONGEST_PATH = 56
"""Characters of a path that are shown in a row; the whole is its tooltip."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself: whose it is, how far they are and what is missing."""

    title: str = ""
    subtitle: str = ""
    mark: str = ""
    """The name of a mark; empty for none."""
    missing: Text | None = None
    step: Text | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row, in the reader's words."""

    path: str
    kind: str
    title: str
    subtitle: str = ""
    mark: str = ""
    missing: str = ""
    step: str = ""
    day: str = ""
    gone: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.title, self.subtitle, self.missing, self.step, self.day)
        return ", ".join(part.rstrip("…") for part in parts if part)


def remembered(recent: Recent, tr: Translator, now: datetime) -> Row:
    """The row as it was the last time; words in another language are left out until they are read anew."""
    same = recent.language == tr.language
    return Row(
        path=recent.path,
        kind=recent.kind,
        title=recent.title or Path(recent.path).stem,
        subtitle=recent.subtitle,
        mark=recent.mark if same else "",
        missing=recent.missing if same else "",
        step=recent.step if same else "",
        day=day_words(recent.opened, tr, now),
    )


def retold(recent: Recent, facts: Facts, tr: Translator) -> Recent:
    """What is to be remembered of the row from now on."""
    if facts.gone:
        return recent
    return replace(
        recent,
        title=facts.title or recent.title,
        subtitle=facts.subtitle or recent.subtitle,
        mark=facts.mark,
        missing=_words(facts.missing, tr),
        step=_words(facts.step, tr),
        language=tr.language,
    )


def gone(row: Row, tr: Translator) -> Row:
    """The row of a file that is not where it was."""
    return replace(row, mark="", missing=tr(GONE), step=shortened(row.path), gone=True)


def shortened(path: str, longest: int = LONGEST_PATH) -> str:
    """A path cut in the middle, so that the folder it lay in and its name are seen."""
    if len(path) <= longest:
        return path
    end = longest * 2 // 3
    return f"{path[: longest - end - 1]}…{path[-end:]}"


def _words(text: Text | None, tr: Translator) -> str:
    return tr(text) if text is not None else ""


def day_words(opened: str, tr: Translator, now: datetime) -> str:
    """When a file was open last, as one says it: the clock today, then yesterday, then the day."""
    try:
        moment = datetime.fromisoformat(opened).astimezone()
    except ValueError:
        return ""
    today = now.astimezone().date()
    if moment.date() == today:
        return tr(say("I dag {time}", time=f"{moment:%H.%M}" if tr.language == "da" else f"{moment:%H:%M}"))
    if moment.date() == today - timedelta(days=1):
        return tr(say("I går"))
    return tr.date(moment.date())
