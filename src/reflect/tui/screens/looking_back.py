"""Looking back: a season or a year in reflection, for the person alone."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.dates import said_short
from reflect.domain.season import Period, Span
from reflect.services.looking_back import LookedBack
from reflect.tui import coming_back_commands as commands
from reflect.tui import places
from reflect.tui.commands import GoBack, GoToLookingBack
from reflect.tui.looking_back_words import heat_map, period_words, season_words
from reflect.tui.screen import Page
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import columns, plain

_MINUTES_TO_READ = 5


class LookingBackPage(Page):
    """Words first, and beside them a small map of the same; below, the questions that were answered again."""

    PLACE = "Looking back"
    CSS_PATH = "looking_back.tcss"
    OWN_COMMAND = GoToLookingBack
    PAGE_COMMANDS = (commands.EarlierTime, commands.LaterTime, commands.SeasonOrYear, GoBack)

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self._looked_back: LookedBack | None = None

    def compose_body(self) -> ComposeResult:
        """Which time, what it held, and what can be opened from here."""
        yield Static(id="period")
        with VerticalScroll(id="parts"):
            yield Static(id="told")
            yield Static(id="map")
        yield Static("Answered again: Enter sets then beside now", id="again-title")
        yield Choices(id="again")

    def on_mount(self) -> None:
        """The season that today belongs to."""
        self.head(mark=self.desk.practice.person.name)
        self._period = Period.around(Span.SEASON, self.house.workspace.clock.today())
        self.query_one("#again-title").display = False
        self.query_one("#again").display = False

    async def read_again(self) -> None:
        """What the period holds now."""
        if (period := self._period) is None:
            return
        looked_back = await self.desk.read(lambda practice: practice.looking_back.over(period))
        if period == self._period:
            self._show(looked_back)

    def _show(self, looked_back: LookedBack) -> None:
        self._looked_back = looked_back
        season, vocabulary = looked_back.season, self.desk.practice.banks.vocabulary
        self.query_one("#period", Static).update(period_words(season.period))
        self.query_one("#told", Static).update(season_words(season, looked_back.taken_away, vocabulary))
        self.query_one("#map", Static).update(heat_map(season, vocabulary))
        self.query_one("#again-title").display = bool(looked_back.again)
        self.query_one("#again").display = bool(looked_back.again)
        self._list_again()
        self.query_one("#parts").scroll_home(animate=False)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        self._list_again()

    def _list_again(self) -> None:
        if self._looked_back is None:
            return
        width = max(self.size.width - 8, 40)
        options = [
            Option(
                columns(
                    width,
                    plain(" ".join(wording.split())),
                    (f"{said_short(one.first)} and {said_short(one.last)}", 28),
                ),
                id=str(place),
            )
            for place, (one, wording) in enumerate(self._looked_back.again)
        ]
        self.query_one(Choices).fill(options)

    @on(OptionList.OptionSelected)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        if self._looked_back is not None and event.option.id is not None:
            one, _ = self._looked_back.again[int(event.option.id)]
            await self.app.push_screen(places.then_and_now(one.bank, one.question))

    # Another time

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Not before the first sitting, and not after today."""
        looked_back = self._looked_back
        if action == commands.EarlierTime.action():
            return looked_back is not None and looked_back.season.has_earlier
        if action == commands.LaterTime.action():
            today = self.house.workspace.clock.today()
            return looked_back is not None and looked_back.season.period.last < today
        return super().check_action(action, parameters)

    def action_earlier_time(self) -> None:
        """The season or year before."""
        if self._period is not None:
            self._look_at(self._period.before())

    def action_later_time(self) -> None:
        """The season or year after."""
        if self._period is not None:
            self._look_at(self._period.after())

    def action_season_or_year(self) -> None:
        """From a season to its year, from a year to its last season that has begun."""
        if (period := self._period) is None:
            return
        if period.span is Span.SEASON:
            self._look_at(Period.around(Span.YEAR, period.first))
        else:
            self._look_at(Period.around(Span.SEASON, min(period.last, self.house.workspace.clock.today())))

    def _look_at(self, period: Period) -> None:
        self._period = period
        self.begin(self.read_again(), group="reading", only=True)

    def reading_minutes(self) -> float:
        """What was taken away may be long."""
        return _MINUTES_TO_READ if self._looked_back and self._looked_back.taken_away else 0.0
