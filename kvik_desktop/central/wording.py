"""What models, rows and groups are called in a reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kvik_desktop.central.published.model import Breakdown, NamedRow, RowKind, Table
from kvik_desktop.evaluation.model import Level
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.model import Criterion, Method, ModelPackage, Sector, Subcriterion

SECTORS: Mapping[str, Text] = {
    Sector.DAYCARE: say("Dagtilbud"),
    Sector.SCHOOL: say("Skole"),
    Sector.ELDERLY: say("Ældre"),
    Sector.SOCIAL: say("Social"),
}
LEVELS: Mapping[Level, Text] = {
    Level.INSTITUTION: say("Institution"),
    Level.DEPARTMENT: say("Afdeling"),
    Level.ADMINISTRATION: say("Fagforvaltning"),
    Level.CENTRAL: say("Centralforvaltning"),
    Level.GROUP: say("Hele kommunen"),
}
METHODS: Mapping[Method, Text] = {
    Method.CLASSICAL: say("ét tal"),
    Method.FINE: say("hver fase for sig"),
    Method.SCALE5: say("trin 0-5"),
}
HOW: Mapping[Breakdown, Text] = {
    Breakdown.SECTOR: say("efter sektor"),
    Breakdown.LEVEL: say("efter niveau"),
    Breakdown.PARENT: say("efter den enhed, institutionerne hører under"),
    Breakdown.NONE: say("uden opdeling"),
}
"""How figures are broken down, in the middle of a sentence."""


@dataclass(frozen=True)
class Words:
    """What models, rows and groups are called, in one language."""

    translate: Translator
    models: Sequence[ModelPackage]

    def row(self, table: Table, row: NamedRow) -> str:
        """The name of a criterion or subcriterion; its id where the model is not known."""
        is_criterion = row.kind is RowKind.CRITERION
        wanted = table.basis if is_criterion else table.stratum.model
        named: list[Criterion | Subcriterion] = []
        for model in self.models:
            if model.id == wanted:
                named += model.criteria if is_criterion else model.subcriteria()
        language = self.translate.language
        return next((each.name.in_language(language) for each in named if each.id == row.name), row.name)

    def model(self, model_id: str) -> str:
        """The name of a model; its id where it is not known."""
        language = self.translate.language
        found = (each.name.in_language(language) for each in self.models if each.id == model_id)
        return next(found, model_id)

    def group(self, name: str) -> str:
        """A sector in words; any other group as it is, and a mark where it has no name."""
        return self.translate(SECTORS[name]) if name in SECTORS else name or "–"

    def table(self, table: Table) -> str:
        """What a table is about."""
        stratum = table.stratum
        return f"{self.model(stratum.model)}, {self.translate(METHODS[stratum.method])}, {stratum.year}"
