"""A list of things with keys, for views that keep their place when the list is shown anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


class Keyed(Protocol):
    """Something that is still itself under another name."""

    @property
    def key(self) -> str: ...


T = TypeVar("T", bound=Keyed)


class KeyedModel(QAbstractListModel, Generic[T]):
    """Items in order; ``spoken`` is what a screen reader says of one, ``flags_of`` what one can do to it."""

    def __init__(
        self,
        spoken: Callable[[T], str],
        flags_of: Callable[[T], Qt.ItemFlag],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.items: tuple[T, ...] = ()
        self._spoken = spoken
        self._flags_of = flags_of

    def set_items(self, items: Sequence[T]) -> bool:
        """Show these; True where the keys are others than before, so that places are lost."""
        new = tuple(items)
        if [item.key for item in new] == [item.key for item in self.items]:
            changed = [place for place, item in enumerate(new) if item != self.items[place]]
            self.items = new
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return False
        self.beginResetModel()
        self.items = new
        self.endResetModel()
        return True

    def index_of(self, key: str) -> QModelIndex:
        """Where a key is; an invalid index where it is not."""
        place = next((place for place, item in enumerate(self.items) if item.key == key), -1)
        return self.index(place)

    def item(self, index: Index) -> T | None:
        """What is at an index, None at an invalid one."""
        return self.items[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature; it never changes
        """How many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The item itself for delegates, its words for everybody else."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(item)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with an item."""
        item = self.item(index)
        return Qt.ItemFlag.NoItemFlags if item is None else self._flags_of(item)
