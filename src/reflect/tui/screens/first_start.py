"""Nobody is here yet: a name, a passphrase, and the recovery words, in three short steps."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Button, ContentSwitcher, Input, Label, Static

from reflect.errors import ReflectError
from reflect.text import clean_line
from reflect.tui.commands import JoinWithCode
from reflect.tui.screen import Page
from reflect.tui.widgets.new_passphrase import NewPassphrase
from reflect.tui.widgets.profession import ProfessionChoice
from reflect.tui.words import plain

WELCOME = "A private place to think about your practice, with the learning from reviews beside you."
LOSS = (
    "Nobody else can open what you write: not a colleague, not an administrator, not us. "
    "If you lose both the passphrase and the recovery words of the next step, it is lost."
)


class FirstStartPage(Page):
    """Sets the workspace up and leads on to the recovery words."""

    PLACE = "First start"
    CSS_PATH = "entry.tcss"
    PAGE_COMMANDS = (JoinWithCode,)

    def compose_body(self) -> ComposeResult:
        """Two of the three steps; the third is a page of its own, since it can be reached by joining too."""
        with VerticalScroll(id="entry", can_focus=False):
            with ContentSwitcher(initial="who"):
                with Vertical(id="who", classes="step"):
                    yield from self._who()
                with Vertical(id="secret", classes="step"):
                    yield Label("Step 2 of 3 · A passphrase", classes="step-title")
                    yield NewPassphrase()
                    yield Static(LOSS, classes="gap")
                    yield Button("Next: recovery words", id="make")
            yield Static(id="problem", classes="problem")

    def _who(self) -> ComposeResult:
        yield Label("Step 1 of 3 · Who are you?", classes="step-title")
        yield Static(WELCOME, classes="quiet")
        yield Label("Your name", classes="gap")
        yield Input(id="name", max_length=80, select_on_focus=False)
        yield Label("Your profession")
        yield ProfessionChoice()
        yield Button("Next: a passphrase", id="next")

    @on(Button.Pressed, "#next")
    @on(Input.Submitted, "#name")
    @on(Input.Submitted, "#other-profession")
    def to_passphrase(self) -> None:
        """To the second step once there is a name."""
        if not self.query_one("#name", Input).value.strip():
            self._problem("Please type the name by which colleagues know you.")
            self.query_one("#name").focus()
            return
        if not self.query_one(ProfessionChoice).words:
            self._problem("Please choose your profession.")
            self.query_one("#profession").focus()
            return
        self._problem("")
        self.query_one(ContentSwitcher).current = "secret"
        self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    def to_second_field(self) -> None:
        """Enter in the first field leads to the second."""
        self.query_one("#again").focus()

    @on(Button.Pressed, "#make")
    @on(Input.Submitted, "#again")
    def make(self) -> None:
        """Makes the workspace."""
        self.begin(self._make(), group="make")

    async def _make(self) -> None:
        fields = self.query_one(NewPassphrase)
        button = self.query_one("#make", Button)
        if button.disabled:
            return
        name = clean_line(self.query_one("#name", Input).value)
        profession = self.query_one(ProfessionChoice).words
        try:
            passphrase = fields.words
            button.disabled = True
            self._problem("Making your workspace …")
            practice, words = await self.desk.without_practice(
                lambda: self.house.workspace.create(name=name, profession=profession, passphrase=passphrase)
            )
        except ReflectError as error:
            button.disabled = False
            self._problem(str(error))
            return
        fields.forget()
        self.house.show_recovery_words(practice, words)

    def _problem(self, words: str) -> None:
        self.query_one("#problem", Static).update(plain(words))

    async def action_join_with_code(self) -> None:
        """To the page for those who were invited."""
        from reflect.tui.screens.join import JoinPage

        await self.app.push_screen(JoinPage())

    async def action_go_back(self) -> None:
        """From the second step to the first."""
        switcher = self.query_one(ContentSwitcher)
        if switcher.current == "secret":
            switcher.current = "who"
            self.query_one("#name").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first step."""
        if action == "go_back":
            return self.is_mounted and self.query_one(ContentSwitcher).current == "secret"
        return super().check_action(action, parameters)
