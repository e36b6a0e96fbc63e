"""`kvik bench`: how fast the program is, each case beside the floor that nobody can go below."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from kvik_desktop.cli.benchmarks import aggregate, imports, page, save, startup
from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.console import Console, spoken
from kvik_desktop.foundation.text import say

CASES: Mapping[str, Callable[[Console], Case]] = {
    "startup": startup.measure,
    "page": page.measure,
    "save": save.measure,
    "import": imports.measure,
    "aggregate": aggregate.measure,
}
"""By name what measures it."""


@click.command(
    "bench", help="Mål programmets hastighed; hvert tal står ved siden af det, ingen kan gøre hurtigere."
)
@click.argument("names", metavar="[NAVN]...", nargs=-1, type=click.Choice(list(CASES)))
@spoken
def bench_command(console: Console, names: tuple[str, ...]) -> None:
    """Measure the named cases, or all."""
    measured = {}
    for name in dict.fromkeys(names or CASES):
        console.say(say("Måler {name} …", name=name))
        measured[name] = CASES[name](console)
    console.result(
        {"cases": {name: case.document() for name, case in measured.items()}},
        [
            say(
                "{name}: {median} ms. Hurtigst muligt er {floor} ms, så det tager {ratio} gange så længe.",
                name=name,
                median=round(case.median_ms, 3),
                floor=round(case.floor_ms, 3),
                ratio=round(case.ratio, 2),
            )
            for name, case in measured.items()
        ]
        + [
            say(
                "{name}: vinduet svarer altid inden for {longest} ms.",
                name=name,
                longest=max(case.longest_block_ms.values()),
            )
            for name, case in measured.items()
            if case.longest_block_ms
        ],
    )
