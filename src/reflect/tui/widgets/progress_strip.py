"""Where one is, and how safe the words on the screen are: both in words."""

from __future__ import annotations

from datetime import date, datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reflect.tui.autosave import Keeping, SaveState
from reflect.tui.words import plain


class ProgressStrip(Horizontal):
    """On the left the place (`Question 3 of 13`), on the right `Not saved yet`, `Saved 14:02` or what went wrong."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    ProgressStrip {
        height: auto;
        margin-bottom: 1;
    }
    ProgressStrip #progress-place {
        width: auto;
        color: $text-muted;
        margin-right: 2;
    }
    ProgressStrip #progress-saved {
        width: 1fr;
        text-align: right;
    }
    ProgressStrip.-failed {
        layout: vertical;
    }
    ProgressStrip.-failed #progress-saved {
        width: 100%;
        text-align: left;
    }
    .-low ProgressStrip {
        margin-bottom: 0;
    }
    """

    def compose(self) -> ComposeResult:
        """Two texts in a line."""
        yield Static(id="progress-place")
        yield Static(id="progress-saved")

    def show_place(self, words: str) -> None:
        """Say where one is."""
        self.query_one("#progress-place", Static).update(plain(words))

    def show_saved(self, state: SaveState, today: date, *, of: str = "") -> None:
        """Say how safe the words are; `of` names the text if it is not the one on the screen."""
        self.set_class(state.keeping is Keeping.FAILED, "-failed")
        self.query_one("#progress-saved", Static).update(words_for(state, today, of=of))

    @property
    def saved_words(self) -> str:
        """What is said of the words on the screen."""
        return str(self.query_one("#progress-saved", Static).content)


def words_for(state: SaveState, today: date, *, of: str = "") -> Content:
    """What a person is told of a save; `of` names the text when it is not the one on the screen."""
    if state.keeping is Keeping.FAILED and state.error is not None:
        return plain(f"{of}{state.error.title}. {state.error}", "bold $text-error")
    if state.keeping is Keeping.UNSAVED:
        return plain("Not saved yet", "$text-warning")
    if state.keeping is Keeping.SAVED and state.at is not None:
        return plain(f"Saved {moment(state.at, today)}", "$text-muted")
    return plain("")


def moment(at: datetime, today: date) -> str:
    """A moment in the person's own time zone: `14:02`, or with its day if that is not today."""
    here = at.astimezone()
    if here.date() == today:
        return f"{here:%H:%M}"
    return f"{day(here.date())}, {here:%H:%M}"


def day(date_: date) -> str:
    """A day as people write it: `20 November 2026`."""
    return f"{date_.day} {date_:%B %Y}"
