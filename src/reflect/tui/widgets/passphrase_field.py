"""A passphrase that is asked for, and the time to wait after a wrong one."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Label, Static

from reflect.clock import Clock
from reflect.errors import ReflectError, WrongPassphrase
from reflect.tui.in_order import drained
from reflect.tui.words import counted, plain

_LOOK = 0.5


class PassphraseField(Vertical):
    """Says `Given` when Enter is pressed; what becomes of it is told with `refuse`. While a time to wait runs nothing
    is given."""

    DEFAULT_CSS = """
    PassphraseField {
        height: auto;
    }
    PassphraseField .problem {
        height: auto;
        color: $text-warning;
    }
    """

    class Given(Message):
        """Somebody typed a passphrase."""

        def __init__(self, passphrase: str) -> None:
            super().__init__()
            self.passphrase = passphrase

    def __init__(self, whose: str, clock: Clock, *, refused: str = "") -> None:
        """`whose` passphrase is asked for, by name; `refused` is what a wrong one leaves undone, in a sentence."""
        super().__init__()
        self._refused = f"{refused} " if refused else ""
        self._whose = whose
        self._clock = clock
        self._until: datetime | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Whose, the field, and what is wrong."""
        yield Label(plain(f"Passphrase of {self._whose}"))
        yield Input(password=True, id="passphrase", select_on_focus=False)
        yield Static(id="passphrase-problem", classes="problem")

    def take_focus(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    async def give(self) -> None:
        """Gives what was typed, once every key that was pressed is in it."""
        await drained(self.query_one(Input))
        self._give()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._give()

    def _give(self) -> None:
        field = self.query_one(Input)
        if field.disabled or self.wait:
            return
        if not field.value:
            self._say("Please type it first.")
            return
        passphrase, field.value = field.value, ""
        field.disabled = True
        self._say("One moment …")
        self.post_message(self.Given(passphrase))

    def refuse(self, error: ReflectError) -> None:
        """It was not right, or something else is wrong: what, and how long to wait."""
        field = self.query_one(Input)
        field.disabled = False
        field.focus()
        if not isinstance(error, WrongPassphrase):
            self._say(str(error))
            return
        self._until = self._clock.now() + timedelta(seconds=error.wait_seconds)
        if self._timer is None:
            self._timer = self.set_interval(_LOOK, self.count_down)
        self._say_wait(f"{error.title}. {self._refused}")

    @property
    def wait(self) -> int:
        """Whole seconds to wait until the next try."""
        if self._until is None:
            return 0
        return max(math.ceil((self._until - self._clock.now()).total_seconds()), 0)

    def count_down(self) -> None:
        """Says how long is left to wait."""
        if not self.wait and self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._say_wait(f"{WrongPassphrase.title}. " if self.wait else "")

    def _say_wait(self, what: str) -> None:
        left = self.wait
        if left:
            self._say(f"{what}Please wait {waiting_words(left)}, then try again.")
        else:
            self._say(f"{what}You can try again now.")

    def _say(self, words: str) -> None:
        self.query_one("#passphrase-problem", Static).update(plain(words))


def waiting_words(seconds: int) -> str:
    """A waiting time as people say it: `4 seconds`, `2 minutes`."""
    if seconds < 60:
        return counted(seconds, "second")
    return counted(-(-seconds // 60), "minute")
