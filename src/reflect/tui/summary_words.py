"""The end of a sitting in words: what was answered and what was left out, and thank you."""

from __future__ import annotations

from textual.content import Content

from reflect.domain.reflection import Reflection
from reflect.tui.words import counted, lines, plain

_ANOTHER_WINDOW = "What you take away was changed in another window as well. This is what is kept:"


def summary_words(reflection: Reflection, *, gone: int = 0) -> str:
    """What was done in a sitting, in a sentence: counts, and no score. `gone` questions are asked no more."""
    answered = len(reflection.answered)
    skipped = len(reflection.skipped - reflection.answered)
    left = len(reflection.questions) - answered - skipped
    told = [f"{counted(answered, 'question').capitalize()} answered"]
    if skipped:
        told.append(f"{skipped} skipped")
    if left > 0:
        told.append(f"{left} left for another time")
    if gone:
        told.append(f"{gone} no longer asked")
    return ", ".join(told) + ". Enter on a question leads back to it."


def state_words(reflection: Reflection, question: str) -> str:
    """Whether a question was answered, skipped or neither."""
    if question in reflection.answered:
        return "Answered"
    return "Skipped" if question in reflection.skipped else "No answer"


def thanks_words(finished: Reflection, *, written: str, where: str, write: str) -> Content:
    """Thank you, where the reflection is found again, and how to write down one thing to do. `written` is what was on
    the screen: what another window made of it is said."""
    changed = finished.take_away != written
    return lines(
        plain("Thank you for taking this time.\n", "bold"),
        *([plain(f"{_ANOTHER_WINDOW}\n\n{finished.take_away}\n")] if changed else []),
        plain(f"Your reflection on {finished.bank_title} is kept, and only you can read it.\n"),
        plain(f"You find it again under {where}, to read, change or delete.\n"),
        plain(f"Is there one thing to do, or a strength to keep or to share? {write} writes it down.\n"),
        plain("Enter goes back to Today.", "$text-muted"),
    )
