"""How the comparison page talks of figures: with care, and of whom they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from kvik_desktop.central.published.comparison import QUARTILES_FROM, SMALLEST_GROUP, Cell, Share
from kvik_desktop.central.published.model import Breakdown, RowKind, Table
from kvik_desktop.central.published.usecases import Look
from kvik_desktop.central.wording import HOW
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import band_range

KINDS: Mapping[RowKind, tuple[Text, Text]] = {
    RowKind.CRITERION: (say("Kriterium"), say("Kriterier")),
    RowKind.SUBCRITERION: (say("Delkriterium"), say("Delkriterier")),
}
"""What a row is, and all of them."""

METHODS: Mapping[Method, Text] = {
    Method.CLASSICAL: say("Ét tal"),
    Method.FINE: say("Hver fase for sig"),
    Method.SCALE5: say("Trin 0-5"),
}
"""A table by its method alone."""

BREAKDOWNS: Mapping[Breakdown, Text] = {
    Breakdown.SECTOR: say("Efter sektor"),
    Breakdown.LEVEL: say("Efter niveau"),
    Breakdown.PARENT: say("Efter overordnet enhed"),
    Breakdown.NONE: say("Uden opdeling"),
}

UNDER = say("under {n}", n=SMALLEST_GROUP)
"""In a cell whose figure could be of single institutions."""

LOCK = say(
    "Grupper under {few} vises ikke, heller ikke i Alle, hvis de kan regnes ud. Den midterste halvdel "
    "vises først fra {more}.",
    few=SMALLEST_GROUP,
    more=QUARTILES_FROM,
)
"""What is kept back, whoever asks."""

VISIT = "visit"
UNBROKEN = "\u00a0"
"""A space at which no line ends."""


def caution(tables: Sequence[Table], tr: Translator) -> str:
    """What to think of before two figures are held up to each other."""
    methods: Counter[Method] = Counter()
    editions = {(table.stratum.model, version) for table in tables for version in table.versions}
    models = {model for model, _ in editions}
    for table in tables:
        methods[table.stratum.method] += table.n
    return " ".join(tr(text) for text in _caution(methods, len(models), len(editions), tables, tr))


def _caution(
    methods: Mapping[Method, int], models: int, editions: int, tables: Sequence[Table], tr: Translator
) -> Iterator[Text]:
    if len(methods) > 1:
        used = ", ".join(tr(_used(method, n)) for method, n in methods.items())
        yield say("{used}. De kan ikke regnes sammen og har hver sin tabel.", used=used)
    of, visited = sum(table.n for table in tables), sum(table.validations.get(VISIT, 0) for table in tables)
    is_alike = len(methods) == 1 and editions == 1
    if visited == of:
        yield say("Alle er valideret ved besøg.")
    elif visited:
        yield say("{n} af {of} er valideret ved besøg, resten har vurderet sig selv.", n=visited, of=of)
    elif is_alike:
        yield say("Alle har vurderet sig selv med samme metode og samme udgave af modellen.")
    else:
        yield say("Alle har vurderet sig selv.")
    if models > 1:
        yield say("{n} modeller er i brug.", n=models)
    elif editions > 1:
        yield say("{n} udgaver af modellen er i brug.", n=editions)


def _used(method: Method, n: int) -> Text:
    match method:
        case Method.CLASSICAL:
            return say("{n} har givet ét tal", n=n)
        case Method.FINE:
            return say("{n} har vurderet hver fase for sig", n=n)
        case Method.SCALE5:
            return say("{n} har brugt trin 0-5", n=n)


def facts(table: Table, tr: Translator) -> Iterator[Text]:
    """What sets one table apart from the others."""
    yield say_n("{n} institution", "{n} institutioner", table.n)
    editions = (say("{n} med udgave {version}", n=n, version=each) for each, n in table.versions.items())
    yield say("Modellen: {editions}", editions=", ".join(tr(text) for text in editions))
    if visited := table.validations.get(VISIT, 0):
        yield say("{n} af {of} er valideret ved besøg", n=visited, of=table.n)
    else:
        yield say("Alle har vurderet sig selv")
    if table.basis != table.stratum.model:
        yield say("Kriterierne er den fulde models")
    if table.n < SMALLEST_GROUP:
        yield say("For få til at blive vist")


def about(everybody: Cell | None, table: Table) -> Text:
    """Of whom one row is."""
    if everybody is None:
        return say("Færre end {n} har et tal, der kan vises.", n=SMALLEST_GROUP)
    if visited := table.validations.get(VISIT, 0):
        return say(
            "Median for {n} af {of} institutioner. {visited} er valideret ved besøg, resten har vurderet "
            "sig selv.",
            n=everybody.n,
            of=table.n,
            visited=visited,
        )
    return say("Median for {n} af {of} institutioner. Alle har vurderet sig selv.", n=everybody.n, of=table.n)


def figures(cell: Cell) -> Text:
    """The figures of one group."""
    if cell.q1 is None:
        return say("median {median}", median=cell.median)
    return say(
        "median {median}, midterste halvdel {low}-{high}", median=cell.median, low=cell.q1, high=cell.q3
    )


def shares(of_all: Sequence[Share], method: Method, tr: Translator) -> str:
    """Where *all* lie, which is what two methods can be held up to each other by."""
    if not of_all:
        return ""
    parts = (say("{n} % på {steps}", n=each.per_cent, steps=_range(each, method)) for each in of_all)
    whole = ", ".join(tr(part).replace(" ", UNBROKEN) for part in parts)
    return tr(say("Sådan ligger alle: {parts}.", parts=whole))


def _range(share: Share, method: Method) -> str:
    first, last = band_range(share.low, method)[0], band_range(share.high, method)[1]
    return str(first) if first == last else f"{first}-{last}"


def standing(look: Look) -> Iterator[Text]:
    """From when the figures are, and that looking publishes nothing."""
    if not look.is_kept:
        yield say(
            "Tallene er, som de står lige nu. De bliver lagt fast, også opdelingen, første gang du kopierer, "
            "eksporterer eller laver en rapport."
        )
        return
    publication = look.publication
    day = local_day(datetime.fromisoformat(publication.taken))
    yield say("Kampagnen er opgjort den {day} {how}.", how=HOW[publication.breakdown], day=day)
    if look.newer:
        yield say_n(
            "{n} pakke er kommet til eller rettet siden og er ikke med.",
            "{n} pakker er kommet til eller rettet siden og er ikke med.",
            look.newer,
        )
    else:
        yield say("Ingen pakker er kommet til siden.")
