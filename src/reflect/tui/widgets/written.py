"""Something that was written, to be read: a question as it was asked, and its answer."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from reflect.domain.reflection import Answer, State
from reflect.tui.widgets.question_card import question_words
from reflect.tui.words import lines, plain

_NO_WORDS = "No words."
_STATES = {
    State.PREPARED: "Prepared for your next one-to-one; only you see it.",
    State.SHARED: "A copy is shared.",
}


class Written(Static, can_focus=True):
    """One piece to read; it can be marked, and then changed or deleted."""

    DEFAULT_CSS = """
    Written {
        width: 100%;
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
        border-left: blank;
    }
    Written:focus {
        border-left: outer $primary;
    }
    """

    def __init__(self, words: Content, *, answer: Answer | None = None) -> None:
        super().__init__(words)
        self.answer = answer


def written_answer(answer: Answer) -> Written:
    """An answer below its question; parts of a question end with a blank line, so that the answer is not read as
    one of them."""
    asked = question_words(answer.asked.wording, answer.asked.parts)
    between = Content("\n\n" if answer.asked.parts else "\n")
    words = between.join((asked, said_words(answer)))
    if answer.state in _STATES:
        words = lines(words, plain(_STATES[answer.state], "$text-muted"))
    return Written(words, answer=answer)


def said_words(answer: Answer) -> Content:
    """What an answer says: the point of the scale, and the words; with a reflective model, under its headings."""
    scale = plain(answer.scale.words, "$text-accent") if answer.scale else Content("")
    if not answer.text.strip():
        return lines(scale, plain("" if answer.scale else _NO_WORDS, "$text-muted"))
    if answer.steps is None:
        return lines(scale, plain(answer.text))
    steps = [
        lines(plain(title, "bold $primary"), plain(words)) for title, words in answer.steps if words.strip()
    ]
    return lines(scale, *steps)


def written_take_away(words: str) -> Written:
    """What somebody took away from a sitting."""
    said = plain(words) if words.strip() else plain("Nothing written.", "$text-muted")
    return Written(lines(plain("What I take away", "bold"), said))
