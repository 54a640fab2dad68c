"""What stands above a list of actions: how many there are, whose, as at which day, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from reflect.domain.actions.wanted import Whose
from reflect.tui.acting import commands
from reflect.tui.acting import words as action_words
from reflect.tui.acting.filter import wanted_words
from reflect.tui.log.commands import BackToNow
from reflect.tui.log.words import as_at_words
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.domain.themes import Vocabulary
    from reflect.services.actions.lists import Arranged
    from reflect.tui.acting.asked import Asked
    from reflect.tui.acting.order import Listing
    from reflect.tui.commands import Command

KeyOf = Callable[[type["Command"]], str]
_NONE_THEN = "There were no actions yet."


def counts(asked: Asked, everything: Arranged | None, choices: Sequence[Whose], key: KeyOf) -> Content:
    """How many there are in each group; where there is none, what to do. `key` says the key of a command, `choices`
    are those whose actions can be looked at."""
    if asked.as_at is None:
        return _now(asked, everything, choices, key)
    said = action_words.counts_words(everything.places) if everything is not None else ""
    if not said:
        said = f"{_NONE_THEN} {key(BackToNow)} shows how it stands now."
    return lines(plain(as_at_words(asked.as_at)), _of_whom(asked.whose, said))


def order(
    asked: Asked, everything: Arranged | None, listing: Listing | None, vocabulary: Vocabulary, key: KeyOf
) -> Content:
    """In which order they stand, and what is left out; nothing where there is nothing to order."""
    if everything is None or not len(everything):
        return Content("")
    said = Content(f"{asked.by.value.capitalize()}, {asked.order.value}")
    if not asked.is_filtered or listing is None:
        return said
    only = Content.assemble("Only ", wanted_words(asked.filter, vocabulary))
    if not len(listing):
        shows = f"{key(commands.ShowAllActions)} shows all of them again."
        return lines(only, Content(f"{action_words.NONE_LIKE_THIS} {shows}"))
    return lines(only, said)


def _now(asked: Asked, everything: Arranged | None, choices: Sequence[Whose], key: KeyOf) -> Content:
    if not asked.is_own and everything is not None:
        said = action_words.counts_words(everything.places) or action_words.NOTHING_OF_THEIRS
        return _of_whom(asked.whose, said)
    if everything is None or not len(everything):
        return Content(
            f"{action_words.NOTHING_YET} ({key(commands.WriteAction)}).\n\n"
            f"Press {key(commands.NewAction)} to write the first one.{_of_others(choices, key)}"
        )
    return lines(
        Content(action_words.counts_words(everything.places)),
        plain(action_words.many_open_words(everything.open), "$text-muted"),
    )


def _of_whom(whose: Whose, said: str) -> Content:
    if whose is Whose.MINE:
        return Content(said)
    return Content(f"{action_words.WHOSE[whose]}: {said[:1].lower()}{said[1:]}")


def _of_others(choices: Sequence[Whose], key: KeyOf) -> str:
    others = [action_words.WHOSE[whose] for whose in choices if whose is not Whose.MINE]
    told = " or ".join(words[:1].lower() + words[1:] for words in others)
    return f" {key(commands.OfWhom)} shows others: {told}." if told else ""
