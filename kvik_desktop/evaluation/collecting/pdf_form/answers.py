"""What the fields of a form answer: numbers, *cannot judge* and texts, exactly as they were given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from kvik_desktop.evaluation.collecting.pdf_form.fields import Field
from kvik_desktop.evaluation.collecting.sheets.content import CANNOT_JUDGE, field_name, number_keys
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.csv_tables import lines_of
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating

_WHOLE = re.compile(r"0|[1-9][0-9]{0,2}")


def answers_in(
    fields: Mapping[str, Field], package: ModelPackage, method: Method
) -> tuple[tuple[NewAnswer, ...], tuple[Detail, ...]]:
    """The questions that have been touched, in the model's order, and every fault in what they say.

    A question that nothing stands in is left out: half a form is half an answer. Words without a number are
    kept and put off. The method and the names of the fields have been checked.
    """
    answers: list[NewAnswer] = []
    faults: list[Detail] = []
    for sub in package.subcriteria():
        keys = number_keys(package.block_of(sub.id), method)
        numbers = {key: fields[field_name(sub.id, key)].text.strip() for key in keys}
        ticked = fields[field_name(sub.id, CANNOT_JUDGE)].ticked
        texts = {kind: lines(fields[field_name(sub.id, kind.value)].text) for kind in StatementKind}
        given = {key: number for key, number in numbers.items() if number}
        wrong = _faults(sub.id, given, ticked, method)
        faults += [Detail(fault, column=sub.id) for fault in wrong]
        if not wrong and (given or ticked or any(texts.values())):
            rating = Rating(**{key: int(number) for key, number in given.items()})
            answers.append(NewAnswer(sub.id, rating, texts, later=not given and not ticked))
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
