"""One part of a one-to-one on the screen: how the record stands, what the part asks, its list, and both voices."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.autosave import Draft
from reflect.tui.supervision import parts, words
from reflect.tui.supervision.commands import AddTopicNow
from reflect.tui.supervision.open_record import OpenRecord, Place
from reflect.tui.supervision.where import Where
from reflect.tui.widgets.choices import Choices
from reflect.tui.widgets.voices import Voices
from reflect.tui.words import plain

CLOSED = "This no longer opens for you."
_SIDE_BY_SIDE = 86


class PartOfRecord(Vertical):
    """Shows where somebody is, and says nothing by itself: what is written and marked in it is heard of the widgets
    that it holds."""

    DEFAULT_CSS = """
    PartOfRecord {
        height: 1fr;
    }
    PartOfRecord #standing {
        height: auto;
        max-height: 4;
        margin-bottom: 1;
    }
    PartOfRecord #lead {
        height: auto;
        max-height: 3;
        color: $text-muted;
    }
    PartOfRecord #things {
        height: auto;
        max-height: 6;
        margin-bottom: 1;
    }
    .-tall PartOfRecord #things {
        max-height: 12;
    }
    .-low PartOfRecord #standing, .-low PartOfRecord #things {
        margin-bottom: 0;
        max-height: 3;
    }
    .-low PartOfRecord #lead {
        max-height: 1;
    }
    """

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._opened: OpenRecord | None = None
        self._is_closed = False

    def compose(self) -> ComposeResult:
        """From the record as a whole down to one place in it."""
        yield Static("Reading…", id="standing")
        yield Static(id="lead")
        yield Choices(id="things")
        yield Voices()

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self.choices.display = self.voices.display = False

    def on_resize(self) -> None:
        """Side by side where there is room; rows as long as the page is wide."""
        self.voices.set_class(self.size.width < _SIDE_BY_SIDE, "-stacked")
        if self._opened is not None:
            self._fill()

    def show(self, opened: OpenRecord) -> None:
        """Shows the part where somebody is now."""
        self._opened = opened
        self._where.look(opened.record)
        self._fill()
        self.show_place()

    def show_place(self) -> None:
        """Shows the words of both about what is marked now."""
        place, opened = self._where.place, self._opened
        if opened is None:
            return
        self.voices.display = place is not None
        if place is not None:
            record = opened.record
            self.voices.show(
                opened.keeper(place).draft.text,
                f"{_whose(record, opened.me)}: write here",
                f"{_whose(record, opened.other)}: to read",
            )
        self._show_words(opened)

    def close(self) -> None:
        """Takes away what is not this person's to read any more; the words that they have not saved stay."""
        self._is_closed = True
        if self._opened is not None:
            self._fill()
            self.show_place()

    def show_fresh(self, fresh: Iterable[Place]) -> None:
        """Shows what the store holds by now. What one types stays, but for one's own words at the `fresh` places."""
        opened, before = self._opened, self._where.place
        if opened is None:
            return
        if self._where.look(opened.record):
            self._fill()
        if self._where.place != before:
            self.show_place()
            return
        self.voices.display = before is not None
        if before is not None and before in fresh:
            self.voices.replace(opened.keeper(before).draft.text, both=False)
        self._show_words(opened)

    def replace(self, place: Place, draft: Draft) -> None:
        """Shows what became of one's own words when another window had written too."""
        if place == self._where.place:
            self.voices.replace(draft.text, both=True)

    def mark(self, key: str) -> None:
        """Marks another row."""
        keys = [thing.key for thing in self._where.things]
        self.choices.highlighted = keys.index(key)

    def _fill(self) -> None:
        marked = self._where.thing
        self.choices.display = bool(self._where.things) and not self._is_closed
        width = self.size.width - 2
        self.choices.fill(
            [Option(parts.row(thing, width), id=thing.key) for thing in self._where.things],
            mark=marked.key if marked else None,
        )

    def _show_words(self, opened: OpenRecord) -> None:
        if self._is_closed:
            self.voices.show_theirs(CLOSED)
            self.query_one("#lead", Static).update("")
            return
        if (place := self._where.place) is not None:
            self.voices.show_theirs(opened.theirs(place))
            self.voices.show_mine_too(opened.mine_too(place))
        self.query_one("#standing", Static).update(words.standing_words(opened.record, briefly=True))
        self.query_one("#lead", Static).update(plain(self._lead(opened.record)))

    def _lead(self, record: OneToOne) -> str:
        where = self._where
        about = where.thing.about if where.thing else None
        lead = words.lead(record, where.section, about, lists=bool(where.things))
        if where.section is Section.AGENDA and not where.things:
            lead += f" {self.app.get_key_display(AddTopicNow.binding())} adds a topic."
        return lead

    @property
    def starts_with(self) -> Widget | None:
        """Where somebody begins: in the list where its rows ask for a step, else in their own words."""
        writes_first = self._where.section is Section.AGENDA or not self._where.things
        if writes_first and self.voices.display:
            return self.voices.editor
        return self.choices if self._where.things else None

    @property
    def choices(self) -> Choices:
        """What is listed."""
        return self.query_one(Choices)

    @property
    def voices(self) -> Voices:
        """The words of both."""
        return self.query_one(Voices)


def _whose(record: OneToOne, person: str) -> str:
    kind = "note" if person == record.supervisor else "comment"
    return f"{record.name(person)}'s {kind}"
