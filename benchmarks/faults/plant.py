"""What a plant is: one fault, where it may be put, and who has to tell it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults.clean import Clean
from benchmarks.faults.course import ItemState
from benchmarks.faults.draft import Draft, NotPossibleError, need
from benchmarks.faults.source import PLAIN, Setting
from toolkit.app.workspace import Workspace
from toolkit.model.finding import Finding
from toolkit.model.programme import Item, Target
from toolkit.model.scheme import Column, Key

NO_FIGURE = ("J701", "J718")
"""What may be said too of a progress text without the figure that its target asks for."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a fault has to be told; what is None may be anything.

    Attributes:
        file: The file's own name.
    """

    unit: str | None = None
    item: str | None = None
    cell: str | None = None
    file: str | None = None

    def holds(self, finding: Finding) -> bool:
        """Tell whether a finding names this place."""
        file = (finding.file or "").rsplit("/", 1)[-1]
        return (
            self.unit in (None, finding.unit)
            and self.item in (None, finding.item)
            and self.cell in (None, finding.cell)
            and self.file in (None, file)
        )

    def touches(self, finding: Finding) -> bool:
        """Tell whether a finding may be about this place, though it names less."""
        return (self.unit is None or finding.unit in (None, self.unit)) and (
            self.item is None or finding.item in (None, self.item)
        )


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """One item of one unit's return.

    Attributes:
        draft: The return of the first unit that fills it.
        drafts: The returns of all the units that fill it, in their order.
    """

    clean: Clean
    code: str
    draft: Draft
    drafts: tuple[Draft, ...]
    number: int

    @property
    def state(self) -> ItemState:
        """How far the item is."""
        return self.clean.states[self.code]

    @property
    def item(self) -> Item:
        """The item of the list."""
        return self.clean.world.programme.by_code[self.code]

    @property
    def targets(self) -> tuple[Target, ...]:
        """The item's targets, as the list has them."""
        return tuple(t for t in self.clean.world.programme.targets if t.code == self.code)

    def text(self, key: Key) -> str:
        """Return what stands in the item's cell."""
        return self.draft.text(self.code, key)

    def put(self, key: Key, value: str | float | None) -> Key:
        """Write into the item's cell; return its column.

        Raises:
            NotPossibleError: The form has no such column.
        """
        need(key in self.draft.columns)
        self.draft.put(self.code, key, value)
        return key

    def column(self, key: Key) -> Column:
        """Return a column of the form.

        Raises:
            NotPossibleError: The form has none.
        """
        found = next((c for c in self.clean.layout.filled if c.key is key), None)
        if found is None:
            raise NotPossibleError
        return found

    def need_unfinished(self) -> None:
        """Ask for an item that is not finished."""
        need(not self.state.finished)


@dataclass(frozen=True, slots=True)
class ReturnPlace:
    """One unit's return as a whole.

    Attributes:
        workspace: The working folder to which it returns; its list and forms may be changed.
        folder: Where further files are put.
    """

    clean: Clean
    draft: Draft
    workspace: Workspace
    folder: Path

    @property
    def unit(self) -> str:
        """Whose return it is."""
        return self.draft.unit

    @property
    def other(self) -> str:
        """The unit after this one.

        Raises:
            NotPossibleError: There is no other.
        """
        units = list(self.clean.files)
        if len(units) < 2:
            raise NotPossibleError
        return units[(units.index(self.unit) + 1) % len(units)]

    def path(self, name: str) -> Path:
        """Return where a file of this name is put."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / name


ItemMaker = Callable[[ItemPlace], Key | None]
"""Puts the fault into an item; returns the column at fault, None for the item as a whole."""

ReturnMaker = Callable[[ReturnPlace], Spot]
"""Puts the fault into a return; returns where it has to be told."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One way to commit a fault.

    Attributes:
        code: The rule that has to tell it.
        name: What was done, in Chinese.
        also: Rules that may rightly speak of it too.
        by_any: The rule may name any of the units that fill the item, or none.
    """

    code: str
    name: str
    setting: Setting
    on_item: ItemMaker | None = None
    on_return: ReturnMaker | None = None
    also: frozenset[str] = frozenset()
    by_any: bool = False

    @property
    def title(self) -> str:
        """What people read."""
        return f"{self.code} {self.name}"


def on_item(
    code: str,
    name: str,
    *,
    setting: Setting = PLAIN,
    also: Collection[str] = (),
    by_any: bool = False,
) -> Callable[[ItemMaker], Plant]:
    """Make a plant of a function that puts a fault into an item."""

    def make(maker: ItemMaker) -> Plant:
        return Plant(code, name, setting, on_item=maker, also=frozenset(also), by_any=by_any)

    return make


def on_return(
    code: str, name: str, *, setting: Setting = PLAIN, also: Collection[str] = ()
) -> Callable[[ReturnMaker], Plant]:
    """Make a plant of a function that puts a fault into a return as a whole."""

    def make(maker: ReturnMaker) -> Plant:
        return Plant(code, name, setting, on_return=maker, also=frozenset(also))

    return make
