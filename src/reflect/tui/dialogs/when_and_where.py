"""The facts of a one-to-one: where, from when to when, and the day of the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from reflect.domain.dates import Looking, day_of, said
from reflect.domain.supervision.hours import on_day, read_time, said_time
from reflect.domain.supervision.one_to_one import Facts, OneToOne
from reflect.domain.supervision.prepared import Following
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import plain

_LONGEST = 120


class WhenAndWhereDialog(FormDialog[OneToOne]):
    """Either of the two may set these down; what the other one set down meanwhile is not overwritten."""

    TITLE = "When and where"

    def __init__(self, record: OneToOne, following: Following | None, today: date) -> None:
        """The day of `following` stands there until another one is written."""
        super().__init__()
        self._record = record
        self._following = following if following and following.day >= today else None
        self._today = today

    def compose_body(self) -> ComposeResult:
        """The fields as they stand."""
        facts = self._record.facts
        yield Label("Where, or how?")
        yield Input(facts.place, max_length=_LONGEST, id="place", select_on_focus=False)
        if facts.started is not None:
            yield DayField("Held on", self._today, id="held", day=day_of(facts.started), looking=Looking.BACK)
        for id_, label, moment in (
            ("started", "From", facts.started),
            ("ended", "To (such as 15:20, or now)", facts.ended),
        ):
            yield Label(label)
            yield Input(said_time(moment) if moment else "", max_length=12, id=id_, select_on_focus=False)
        proposed = self._following.day if self._following else None
        if facts.next is None and proposed is not None:
            is_planned = self._following is not None and self._following.is_planned
            why = "The next is planned for" if is_planned else "By how often you meet, the next is due by"
            yield Static(plain(f"{why} {said(proposed)}."))
        yield DayField("The next one", self._today, id="next", day=facts.next or proposed)
        yield from self.end_of_form("Keep it so")

    @property
    def _after(self) -> Facts:
        """The facts as they stand in the fields. Raises WrongUse for words that mean no time or day."""
        before, now = self._record.facts, self.house.workspace.clock.now()
        day = before.planned
        if before.started:
            held = self.query_one("#held", DayField)
            day = held.needed("No day was given on which it was held.", "“yesterday”")
        started, ended = (
            on_day(kept, day) if kept and said_time(kept) == words else read_time(words, day, now)
            for kept, words in (
                (before.started, self._typed_in("started")),
                (before.ended, self._typed_in("ended")),
            )
        )
        return replace(
            before,
            place=self._typed_in("place"),
            started=started,
            ended=ended,
            next=self.query_one("#next", DayField).day,
        )

    def _typed_in(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    async def keep(self) -> OneToOne:
        """What was changed, if anything was."""
        before, after, id_ = self._record.facts, self._after, self._record.id
        if before == after:
            return self._record
        return await self.desk.write(lambda practice: practice.one_to_ones.set_facts(id_, before, after))

    async def put_aside(self, words: str) -> None:
        """Days and times that are not kept are not put aside: they are known from elsewhere."""
