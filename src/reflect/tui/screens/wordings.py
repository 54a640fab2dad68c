"""The earlier wordings of an answer: when each stood, one whole beside the present, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.reflection import Answer
from reflect.domain.versions import Version
from reflect.tui import writing_commands as commands
from reflect.tui.commands import GoBack
from reflect.tui.screen import Page
from reflect.tui.widgets.long_list import LongList
from reflect.tui.widgets.progress_strip import moment
from reflect.tui.widgets.written import said_words
from reflect.tui.words import counted, lines, plain

NOTHING_KEPT = (
    "No earlier wording of this answer is kept yet. One is kept before much is taken away from a text, and after "
    "every ten minutes of writing."
)
_EXACT = 20


class WordingsPage(Page):
    """A list of earlier wordings, the latest first; Enter shows one whole beside the present."""

    PLACE = "Earlier wordings"
    CSS_PATH = "wordings.tcss"
    PAGE_COMMANDS = (commands.CompareWording, commands.BringBack, GoBack)

    def __init__(self, answer: Answer, brought_back: Callable[[Answer], None]) -> None:
        """`brought_back` is told of the answer as it is after a wording was brought back."""
        super().__init__()
        self._answer = answer
        self._brought_back = brought_back
        self._versions: tuple[Version, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The list, and behind it two texts beside each other."""
        yield Static(id="wordings-told", classes="quiet")
        yield LongList(self._row, tall=2, id="wordings")
        with Container(id="both"):
            with VerticalScroll(id="earlier"):
                yield Static(id="earlier-words")
            with VerticalScroll(id="present"):
                yield Static(id="present-words")

    def on_mount(self) -> None:
        """Which answer it is."""
        self.head(place=f"{self.PLACE} · {self._answer.asked.bank_title}")

    async def read_again(self) -> None:
        """All wordings that are kept."""
        self._versions = await self.desk.read(lambda practice: practice.remembering.versions(self._answer.id))
        listed = self.query_one(LongList)
        listed.fill(self._versions, listed.mark)
        number = counted(len(self._versions), "earlier wording").capitalize()
        told = f"{number} of your answer, the latest first." if self._versions else NOTHING_KEPT
        self.query_one("#wordings-told", Static).update(
            lines(plain(told), plain(self._answer.asked.wording).truncate(self._width, ellipsis=True))
        )
        self.set_focus(listed)
        self.refresh_bindings()

    @property
    def _width(self) -> int:
        return max(self.query_one("#wordings-told").content_size.width, 20)

    def _row(self, row: int, width: int) -> Content:
        version = self._versions[row]
        when = f"{self._stood(version)} · {about_words(version.text)}"
        opening = plain(" ".join(version.text.split())).truncate(width - 3, ellipsis=True)
        return lines(plain(when, "bold"), Content.assemble("   ", opening))

    def _stood(self, version: Version) -> str:
        return stood_words(version, self.house.workspace.clock.today())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is kept, there is only the way back."""
        if action == commands.CompareWording.action():
            return bool(self._versions) and not self.has_class("-comparing")
        if action == commands.BringBack.action():
            return bool(self._versions)
        return super().check_action(action, parameters)

    @property
    def _marked(self) -> Version | None:
        row = self.query_one(LongList).mark
        return self._versions[row] if row < len(self._versions) else None

    @on(LongList.Opened)
    def action_compare_wording(self) -> None:
        """The marked wording whole, beside what stands now."""
        version = self._marked
        if version is None:
            return
        self.query_one("#earlier-words", Static).update(
            lines(plain(self._stood(version), "bold $primary"), plain(version.text))
        )
        self.query_one("#present-words", Static).update(
            lines(plain("Now", "bold $primary"), said_words(self._answer))
        )
        self.add_class("-comparing")
        earlier = self.query_one("#earlier", VerticalScroll)
        earlier.scroll_home(animate=False)
        self.query_one("#present", VerticalScroll).scroll_home(animate=False)
        self.set_focus(earlier)
        self.refresh_bindings()

    async def action_go_back(self) -> None:
        """From two texts to the list, and from the list to the answer."""
        if self.has_class("-comparing"):
            self.remove_class("-comparing")
            self.set_focus(self.query_one(LongList))
            self.refresh_bindings()
        else:
            self.dismiss()

    def action_bring_back(self) -> None:
        """The marked wording into the answer; what stands there now is kept as a version."""
        if version := self._marked:
            self.begin(self._bring_back(version), group="bringing", only=True)

    async def _bring_back(self, version: Version) -> None:
        answer = await self.desk.write(
            lambda practice: practice.remembering.bring_back(self._answer.id, version.id)
        )
        self._brought_back(answer)
        self.say("Brought back. What stood here before is kept among the versions.")
        self.dismiss()


def stood_words(version: Version, today: date) -> str:
    """From when to when a wording stood: `09:30 to 09:41`, with days where they are not today."""
    first, last = moment(version.stood_from, today), moment(version.kept, today)
    return f"Stood {first}" if first == last else f"Stood {first} to {last}"


def about_words(text: str) -> str:
    """How long a text is: `1 word`, `12 words`, `about 40 words`."""
    number = len(text.split())
    if number < _EXACT:
        return counted(number, "word")
    step = 5 if number < 100 else 10 if number < 500 else 50
    return f"about {round(number / step) * step} words"
