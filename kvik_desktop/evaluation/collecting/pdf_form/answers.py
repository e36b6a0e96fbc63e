"""What the fields of a form answer: numbers, *cannot judge* and texts, exactly as they were given."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kvik_desktop.evaluation.collecting.pdf_form.fields import Field
from kvik_desktop.evaluation.collecting.sheets.content import CANNOT_JUDGE, SCORE, field_name, number_keys
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.csv_tables import lines_of
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage, Phase
from kvik_desktop.model_package.scoring import Rating

_NUMBERS = frozenset({SCORE, *Phase})
_BESIDE = frozenset({CANNOT_JUDGE, *StatementKind})
_WHOLE = re.compile(r"0|[1-9][0-9]{0,2}")


class Asked(NamedTuple):
    """One question of a form, and the keys of the numbers it asks for."""

    subcriterion: str
    keys: tuple[str, ...]


def asked_now(package: ModelPackage, method: Method) -> tuple[Asked, ...]:
    """What a form asks that is made now, in the model's order."""
    return tuple(
        Asked(sub.id, number_keys(package.block_of(sub.id), method)) for sub in package.subcriteria()
    )


def asked_then(names: Iterable[str], package: ModelPackage) -> tuple[Asked, ...] | None:
    """What a form asks that was made before the model was changed, in the form's order, by its fields' names.

    Questions that the model does not have any more go by the name of their fields. None where the names are
    not those of a form.
    """
    known = {field_name(sub.id, ""): sub.id for sub in package.subcriteria()}
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        stem, mark, key = name.rpartition("_")
        keys[stem + mark].append(key)
    if any(not set(found) & _NUMBERS or set(found) - _NUMBERS != _BESIDE for found in keys.values()):
        return None
    return tuple(
        Asked(known.get(stem, stem[:-1].replace("-", ".")), tuple(key for key in found if key in _NUMBERS))
        for stem, found in keys.items()
    )


def answers_in(
    fields: Mapping[str, Field], asked: Iterable[Asked], method: Method
) -> tuple[tuple[NewAnswer, ...], tuple[Detail, ...]]:
    """The questions that have been touched, in the order they are asked, and every fault in what they say.

    A question that nothing stands in is left out: half a form is half an answer. Words without a number are
    kept and put off. The method and the names of the fields have been checked.
    """
    answers: list[NewAnswer] = []
    faults: list[Detail] = []
    for name, keys in asked:
        numbers = {key: fields[field_name(name, key)].text.strip() for key in keys}
        ticked = fields[field_name(name, CANNOT_JUDGE)].ticked
        texts = {kind: lines(fields[field_name(name, kind.value)].text) for kind in StatementKind}
        given = {key: number for key, number in numbers.items() if number}
        wrong = _faults(name, given, ticked, method)
        faults += [Detail(fault, column=name) for fault in wrong]
        if not wrong and (given or ticked or any(texts.values())):
            rating = Rating(**{key: int(number) for key, number in given.items()})
            answers.append(NewAnswer(name, rating, texts, later=not given and not ticked))
    return tuple(answers), tuple(faults)


def lines(text: str) -> tuple[str, ...]:
    """The items of a field, one a line; signs that no text holds (control signs, half of a pair) fall out."""
    kept = "".join(
        sign for sign in text if sign in "\n\r\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    )
    return lines_of(kept.replace("\t", " "))


def _faults(name: str, given: Mapping[str, str], ticked: bool, method: Method) -> list[Text]:
    faults = [
        say(
            "{name}: »{number}« er ikke et helt tal fra 0 til {top}.",
            name=name,
            number=number[:10],
            top=method.top,
        )
        for number in given.values()
        if not _WHOLE.fullmatch(number) or int(number) > method.top
    ]
    if given and ticked:
        faults.append(say("{name}: Der er både et tal og kryds ved »Kan ikke vurdere«.", name=name))
    return faults
