"""What has been filled in on the way to a new evaluation; it outlives a change of language or look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.desktop.new_file import Order, Place, proposed
from kvik_desktop.evaluation.model import visible
from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.evaluation.preparing.recommending import edition_for
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.model import Method, Sector

OTHERWISE = say("Selvevaluering")
"""What a file is called as long as nobody has a name."""


@dataclass(frozen=True)
class Draft:
    """Everything that is asked, as far as it is answered."""

    name: str = ""
    sector: Sector | None = None
    people: int | None = None
    """So many will answer."""
    time: Time | None = None
    first_time: bool = True
    own: tuple[str, Method] | None = None
    """A model's id and a method, where the team would rather have those than what is advised."""
    municipality: str | None = None
    path: Path | None = None
    """Where the user wants the file."""

    @property
    def circumstances(self) -> Circumstances:
        """What the advice follows from."""
        return Circumstances(self.people, self.time, not self.first_time)

    @property
    def model(self) -> str:
        """The model it will be: what they would rather have, else what is advised."""
        return self.own[0] if self.own else edition_for(self.circumstances)[0]

    @property
    def method(self) -> Method:
        """The method it will be."""
        return self.own[1] if self.own else edition_for(self.circumstances)[1]

    @property
    def lacking(self) -> Text | None:
        """What is to be answered first, None when it can begin."""
        if not visible(self.name):
            return say("Skriv først, hvad institutionen hedder.")
        if self.sector is None:
            return say("Vælg først, hvad I er.")
        return None

    def place(self, folder: Path, year: int, tr: Translator) -> Place:
        """Where the file is to lie: as chosen, else as proposed."""
        if self.path is not None:
            return Place(self.path, chosen=True)
        return Place(proposed(folder, self.name, year, tr(OTHERWISE)))

    def order(self, folder: Path, year: int, tr: Translator) -> Order:
        """What is to be made; nothing may be lacking."""
        assert self.sector is not None, "the button sleeps until it is chosen"
        return Order(
            self.name,
            self.sector,
            self.model,
            self.method,
            tr(say("Selvevaluering {year}", year=str(year))),
            self.place(folder, year, tr),
            self.municipality,
            self.circumstances,
        )
