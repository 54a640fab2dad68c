"""The terms of an agreement: a career stage to begin with, and what the two set down themselves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from reflect.domain.dates import Looking
from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.cadence import Cadence
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.one_to_ones import agreement_words as words
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import plain

A_YEAR = timedelta(days=365)
_LONGEST_NUMBER = 3
YES, NO = "yes", "no"
_TEXTS = (
    ("interruptions", "What may interrupt a one-to-one"),
    ("cancellation", "If one has to be cancelled"),
    ("kept-where", "Where the records are kept"),
    ("readers", "Who may read them"),
    ("disagreement", "What we do when we see something differently"),
)


class TermsDialog(FormDialog[Agreement]):
    """`put` draws the agreement up, or changes its terms."""

    CSS_PATH = ["form.tcss", "terms.tcss"]
    STARTS_WITH = "#stage"

    def __init__(
        self,
        title: str,
        before: Terms | None,
        cadences: Sequence[Cadence],
        today: date,
        put: Callable[[Terms], Awaitable[Agreement]],
    ) -> None:
        """`before` is what stands in the fields at first; None for a first agreement."""
        super().__init__()
        self._title = title
        self._before = before
        self._cadences = tuple(cadences)
        self._today = today
        self._put = put
        self._filled_for = before.stage if before else ""

    def compose_body(self) -> ComposeResult:
        """How often first; what each of the two wants and brings has a place of its own."""
        before, today = self._before, self._today
        yield Label("How often, to begin with")
        known = [(plain(one.title), one.id) for one in self._cadences]
        if before is not None and before.stage not in {one.id for one in self._cadences}:
            known.append((plain(before.stage), before.stage))
        yield Select(
            known,
            prompt="Choose what comes nearest",
            value=before.stage if before else Select.NULL,
            compact=True,
            id="stage",
        )
        yield Static(id="basis", classes="said")
        yield Label("A one-to-one every so many days")
        yield _number("every-days", before.every_days if before else None)
        yield Static(id="interval", classes="said")
        yield Label("Each of so many minutes")
        yield _number("minutes", before.minutes if before else None)
        yield DayField(
            "From which day?", today, id="start", day=before.start if before else today, looking=Looking.BACK
        )
        review = before.review if before and before.review >= today else today + A_YEAR
        yield DayField("To be reviewed by?", today, id="review", day=review)
        for id_, _ in _TEXTS:
            yield AnswerEditor(id=id_)
        yield Label("Working notes: the supervisor's own, about the supervisee")
        yield Select(
            [
                ("Not allowed: there are only the records that both read", NO),
                ("Allowed, and open to be asked for", YES),
            ],
            value=YES if before and before.working_notes else NO,
            allow_blank=False,
            compact=True,
            id="working-notes",
        )
        yield Static(
            "If they are allowed, the supervisee always sees how many there are, and can ask to see them.",
            classes="said",
        )
        yield from self.end_of_form("Keep it so")

    def on_mount(self) -> None:
        """The words that stand there already."""
        self.query_one("#box").border_title = plain(self._title)
        before = self._before
        filled = {"kept-where": words.KEPT_WHERE, "readers": words.READERS}
        if before is not None:
            filled = {
                "interruptions": before.interruptions,
                "cancellation": before.cancellation,
                "kept-where": before.kept_where,
                "readers": before.readers,
                "disagreement": before.disagreement,
            }
        for id_, title in _TEXTS:
            editor = self.query_one(f"#{id_}", AnswerEditor)
            editor.border_title = plain(title)
            editor.show_text(filled.get(id_, ""))
        self._say("interval", "")
        self._show_basis()

    @property
    def _stage(self) -> Cadence | None:
        chosen = self.query_one("#stage", Select).value
        return next((one for one in self._cadences if one.id == chosen), None)

    @on(Select.Changed, "#stage")
    def _other_stage(self) -> None:
        stage = self._stage
        if stage is not None and stage.id != self._filled_for:
            self.query_one("#every-days", Input).value = str(stage.steps[0].every_days)
            self.query_one("#minutes", Input).value = str(stage.steps[0].minutes)
        self._filled_for = stage.id if stage else ""
        self._show_basis()

    def _show_basis(self) -> None:
        stage = self._stage
        told = []
        if stage is not None:
            told = [f"{words.steps_words(stage).capitalize()}; {stage.basis}.", stage.note]
        self._say("basis", " ".join(part for part in told if part))

    @on(Input.Changed, "#every-days")
    def _say_interval(self, event: Input.Changed) -> None:
        days = int(event.value) if event.value.isdecimal() else 0
        self._say("interval", f"That is {words.interval_words(days)}." if days else "")

    def _say(self, which: str, words_: str) -> None:
        said = self.query_one(f"#{which}", Static)
        said.update(plain(words_))
        said.display = bool(words_)

    @property
    def terms(self) -> Terms:
        """What the fields say. Raises WrongUse."""
        chosen = self.query_one("#stage", Select).value
        if chosen == Select.NULL:
            raise WrongUse(
                "It is not said how often you meet.", "Please choose what comes nearest at the top."
            )
        start, review = self.query_one("#start", DayField).day, self.query_one("#review", DayField).day
        if start is None or review is None:
            raise WrongUse("An agreement has a first day and a review date.", "Please give both.")
        if review <= start:
            raise WrongUse("The review comes before the first day.", "Please choose a later review date.")
        return Terms(
            str(chosen),
            start,
            review,
            self._number("every-days", "days", "such as 28 for every four weeks"),
            self._number("minutes", "minutes", "such as 90"),
            interruptions=self._words("interruptions"),
            cancellation=self._words("cancellation"),
            kept_where=self._words("kept-where"),
            readers=self._words("readers"),
            working_notes=self.query_one("#working-notes", Select).value == YES,
            disagreement=self._words("disagreement"),
        )

    def _words(self, which: str) -> str:
        return self.query_one(f"#{which}", AnswerEditor).words.strip()

    def _number(self, which: str, unit: str, such_as: str) -> int:
        typed = self.query_one(f"#{which}", Input).value.strip()
        if not typed.isdecimal() or int(typed) < 1:
            raise WrongUse(f"The {unit} are not a number.", f"Please type one, {such_as}.")
        return int(typed)

    async def keep(self) -> Agreement:
        """As the fields say."""
        return await self._put(self.terms)


def anew(terms: Terms, today: date, cadences: Sequence[Cadence]) -> Terms:
    """The terms of an agreement as its review begins with them: for another year, as often as the two meet by now."""
    step = terms.step_on(today, cadences)
    return replace(
        terms, start=today, review=today + A_YEAR, every_days=step.every_days, minutes=step.minutes
    )


def _number(id_: str, value: int | None) -> Input:
    return Input(str(value) if value else "", max_length=_LONGEST_NUMBER, id=id_, select_on_focus=False)
