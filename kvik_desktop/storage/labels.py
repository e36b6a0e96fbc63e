"""The names of operations as they are kept: sentences with their values, still in no particular language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec

from kvik_desktop.foundation.text import Text

_READERS: dict[str, Callable[[str], object]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "Decimal": Decimal,
    "Fraction": Fraction,
}


def label_to_json(label: Text) -> str:
    """The sentence as JSON, so that it can be shown later in either language."""
    return msgspec.json.encode(_plain(label)).decode()


def label_from_json(kept: str) -> Text:
    """The sentence that was kept."""
    return _text(msgspec.json.decode(kept))


def _plain(value: object) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return str(value) if isinstance(value, str) else value
        case Text():
            values = {name: _plain(part) for name, part in value.values.items()}
            return {"message": value.message, "plural": value.plural, "count": value.count, "values": values}
        case datetime() | date():
            return {type(value).__name__: value.isoformat()}
        case Decimal() | Fraction():
            return {type(value).__name__: str(value)}
        case _:
            raise TypeError(f"a label cannot hold a {type(value).__name__}")


def _value(kept: Any) -> object:
    if not isinstance(kept, dict):
        return kept
    if "message" in kept:
        return _text(kept)
    ((kind, written),) = kept.items()
    return _READERS[kind](written)


def _text(kept: dict[str, Any]) -> Text:
    values = {name: _value(part) for name, part in kept["values"].items()}
    return Text(kept["message"], kept["plural"], kept["count"], values)
