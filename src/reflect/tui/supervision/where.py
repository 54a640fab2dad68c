"""Where in a one-to-one somebody is: at which part, and at which of the things that are listed in it."""

from __future__ import annotations

from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.entry import RECORD_SECTIONS, Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.supervision.open_record import Place
from reflect.tui.supervision.parts import Thing, things


class Where:
    """Each part remembers which of its things was marked."""

    def __init__(self) -> None:
        self.section = RECORD_SECTIONS[0]
        self.things: tuple[Thing, ...] = ()
        self.shares: tuple[ShareCard, ...] = ()
        self._marked: dict[Section, str] = {}

    @property
    def words(self) -> str:
        """Which part of how many."""
        return (
            f"Part {RECORD_SECTIONS.index(self.section) + 1} of {len(RECORD_SECTIONS)} · {self.section.words}"
        )

    @property
    def is_first(self) -> bool:
        """Whether no part comes before."""
        return self.section is RECORD_SECTIONS[0]

    @property
    def thing(self) -> Thing | None:
        """The topic, action or share that is written about; None where a part is one text, or nothing is there yet."""
        key = self._marked.get(self.section)
        return next((thing for thing in self.things if thing.key == key), next(iter(self.things), None))

    @property
    def place(self) -> Place | None:
        """Where one writes; None in an agenda without a topic."""
        if self.section is Section.AGENDA and not self.things:
            return None
        thing = self.thing
        return Place(self.section, thing.about if thing else None)

    @property
    def card(self) -> ShareCard | None:
        """What was shared and is marked now, if it can still be discussed."""
        thing = self.thing if self.section is Section.SHARED else None
        return next((card for card in self.shares if thing is not None and card.id == thing.about), None)

    def part(self, by: int) -> Section | None:
        """The part so many after this one; None beyond the last and the first."""
        at = RECORD_SECTIONS.index(self.section) + by
        return RECORD_SECTIONS[at] if 0 <= at < len(RECORD_SECTIONS) else None

    def beside(self, by: int) -> str | None:
        """The key of the thing so many after the marked one, round and round; None where there is only one."""
        keys = [thing.key for thing in self.things]
        thing = self.thing
        if thing is None or len(keys) < 2:
            return None
        return keys[(keys.index(thing.key) + by) % len(keys)]

    def go_to(self, section: Section, key: str | None = None) -> None:
        """To another part, or to another thing of one."""
        if section is not self.section:
            self.section, self.things = section, ()
        if key is not None:
            self._marked[section] = key

    def look(self, record: OneToOne) -> bool:
        """Sees anew what is listed here, and says whether that is anything else than before. What is marked stays
        marked, if it is still there."""
        found = things(record, self.section, self.shares)
        is_new, self.things = found != self.things, found
        if (thing := self.thing) is not None:
            self._marked[self.section] = thing.key
        return is_new
