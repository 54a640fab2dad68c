"""`reflect answer search` and `history`: one's own words found again, and what was said then and now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.answer_lines import card_lines, version_lines, words_lines
from reflect.cli.answer_options import (
    AnswerId,
    AsJson,
    Narrowed,
    OfBank,
    OfTheme,
    Since,
    day_said,
    labels_of,
    theme_meant,
)
from reflect.cli.asking import read_standard_input
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines, in_columns, tell
from reflect.cli.paging import page_of
from reflect.domain.dates import day_of, said
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.reflection import Answer
    from reflect.domain.versions import Version
    from reflect.services.remembering import ThenAndNow

FROM_STANDARD_INPUT = "-"
Versions = dict[str, tuple["Version", ...]]


def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help='All of these must stand in an answer; "a phrase" in quotation marks of its own. With - they are '
            "read from standard input, so that they do not stay in your shell's history.",
        ),
    ],
    bank: OfBank = None,
    theme: OfTheme = None,
    since: Since = None,
    json: AsJson = False,
) -> None:
    """Find your own words again, newest first. Accents, capitals and small letters do not matter."""
    door = door_of(context)
    day = day_said(door, since)
    with door.signed_in() as practice:
        wanted = read_standard_input() if words == [FROM_STANDARD_INPUT] else " ".join(words)
        if not wanted.replace('"', " ").strip():
            raise WrongUse(
                "No words were given to search for.", "Name one or more: reflect answer search WORDS"
            )
        code = theme_meant(practice, theme)
        found = practice.remembering.search(wanted, bank=bank, theme=code, since=day)
        if not found:
            Narrowed(bank, None, code, day).check(practice)
        if json:
            from reflect.reports.answers_json import answer_json

            whole = [practice.reflecting.answer(one.card.id) for one in found]
            labels, taken_away = labels_of(practice, whole), practice.reflecting.taken_away(whole)
            echo_json(
                [
                    answer_json(answer, labels, taken_away) | {"excerpt": one.excerpt}
                    for answer, one in zip(whole, found, strict=True)
                ]
            )
        elif found:
            echo_lines((line for one in found for line in card_lines(one.card, one.excerpt)), page_of(door))
        else:
            tell("These words stand in none of your answers. Try fewer, or a part of one.")


def history(context: typer.Context, answer_id: AnswerId, json: AsJson = False) -> None:
    """Show all your answers to the question of one answer, oldest first, and the earlier wordings of each."""
    door = door_of(context)
    with door.signed_in() as practice:
        found = practice.remembering.history(answer_id)
        earlier: Versions = {answer.id: practice.remembering.versions(answer.id) for answer in found.answers}
        if json:
            from reflect.reports.answers_json import history_json

            labels = labels_of(practice, found.answers)
            taken_away = practice.reflecting.taken_away(found.answers)
            echo_json(history_json(found.answers, found.reworded, earlier, labels, taken_away))
        else:
            echo_lines(_history(found, earlier), page_of(door))


def _history(found: ThenAndNow, earlier: Versions) -> Iterator[str]:
    asked_before: Answer | None = None
    for answer in found.answers:
        if asked_before is None or answer.id in found.reworded:
            if asked_before is not None:
                yield from in_columns("From here on the question was asked in other words:")
            yield from in_columns(answer.asked.wording)
            for part in answer.asked.parts:
                yield from in_columns(f"- {part}", indent="  ")
            yield ""
        asked_before = answer
        yield from in_columns(f"{answer.id[:8]}  {said(day_of(answer.created))}")
        yield from words_lines(answer)
        for version in earlier[answer.id]:
            yield from version_lines(version)
        yield ""
