"""The table of standards: which subcriteria touch each, with the agreed score, and what the unit can show."""

from __future__ import annotations

from itertools import groupby

from kvik_desktop.foundation.text import say
from kvik_desktop.report import words
from kvik_desktop.report.content import Content, Standard, StandardSet
from kvik_desktop.report.writing import Data, Writer


def standard_sets(content: Content, writer: Writer) -> list[Data]:
    """Every set of standards, its groups in the order of the set."""
    return [_set(each, content, writer) for each in content.standards]


def _set(told: StandardSet, content: Content, writer: Writer) -> Data:
    edition = say("{model}, version {version}", model=told.name, version=told.version)
    groups = groupby(told.standards, key=lambda standard: standard.group)
    return {
        "edition": writer.words(edition),
        "source": told.source,
        "groups": [
            {"name": name, "rows": [_row(standard, content, writer) for standard in standards]}
            for name, standards in groups
        ],
    }


def _row(standard: Standard, content: Content, writer: Writer) -> Data:
    touching = (sub for sub in content.subcriteria if sub.id in standard.touched_by)
    status = writer.label("not_noted")
    if standard.status is not None:
        status = writer.words(words.EVIDENCE[standard.status])
    return {
        "name": standard.name,
        "touched": [[f"{sub.id} {sub.name}", writer.score(sub.agreed.value)] for sub in touching],
        "status": status,
        "note": standard.note,
    }
