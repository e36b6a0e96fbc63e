"""What cards on the wall are asked to do: merge, come apart, go to a theme, become actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kvik_desktop.action_plan import editing, merging, priorities
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui


class WallActs:
    """Each is one step of undo; where one is afterwards is told with ``come``."""

    def __init__(
        self, ui: Ui, desk: Desk[Any], come: Callable[[str], None], refused: Callable[[Problem], None]
    ) -> None:
        self._ui, self._desk, self._come = ui, desk.telling(refused), come
        self.evaluation = ""

    def merge(self, key: str, into: str) -> None:
        """Make one card of two."""
        if self.evaluation and not self._desk.read_only:
            done = self._desk.do(merging.merge, self.evaluation, into, [key])
            done.then(lambda whole: self._merged(whole.id))

    def _merged(self, key: str) -> None:
        self._come(key)
        self._desk.say(self._ui.tr(say("Områderne er samlet")), undoable=True)

    def part(self, key: str) -> None:
        """Take a merged card apart; of any other nothing is asked."""
        if self.evaluation and not self._desk.read_only:
            done = self._desk.do(merging.split, self.evaluation, key)
            done.then(lambda parts: self._come(parts[0].id))

    def move(self, key: str, theme: str) -> None:
        """Put a card under a theme."""
        if self.evaluation and not self._desk.read_only:
            done = self._desk.do(priorities.set_theme, self.evaluation, [key], theme)
            done.then(lambda _: self._come(key))

    def rename(self, theme: str, name: str) -> None:
        """Give a theme another name."""
        if self.evaluation and not self._desk.read_only:
            self._desk.do(priorities.rename_theme, self.evaluation, theme, name)

    def make_each(self, keys: Sequence[str], made: Callable[[], None]) -> None:
        """Make an action of each."""
        done = self._desk.do(editing.from_each_area, self.evaluation, keys)
        done.then(lambda actions: self._made(len(actions), made))

    def make_one(self, keys: Sequence[str], made: Callable[[], None]) -> None:
        """Make one action of all."""
        done = self._desk.do(editing.from_areas, self.evaluation, keys)
        done.then(lambda _: self._made(1, made))

    def _made(self, n: int, made: Callable[[], None]) -> None:
        made()
        said = say_n("{n} tiltag er lagt i planen", "{n} tiltag er lagt i planen", n)
        self._desk.say(self._ui.tr(said), undoable=True)
