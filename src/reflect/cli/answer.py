"""`reflect answer`: what you wrote, listed, shown, added to and taken away."""

from __future__ import annotations

from typing import Annotated

import typer

from reflect.cli import answer_export, answer_finding
from reflect.cli.answer_lines import answer_lines, card_lines
from reflect.cli.answer_options import (
    AnswerId,
    AsJson,
    Narrowed,
    OfBank,
    OfQuestion,
    OfTheme,
    Since,
    day_said,
    labels_of,
    theme_meant,
)
from reflect.cli.asking import confirmed, read_standard_input
from reflect.cli.choosing import BankId, QuestionId, question_of, scale_option
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, echo_lines, tell
from reflect.cli.paging import page_of
from reflect.domain.dates import day_of, said
from reflect.errors import WrongUse

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="answer", help="Your answers. Nobody else can read them.")


@noun.command("add")
def add(
    context: typer.Context,
    bank_id: BankId,
    question_id: QuestionId,
    scale: Annotated[
        str | None, typer.Option(metavar="S", help="always, usually, sometimes, rarely or not-in-my-role.")
    ] = None,
) -> None:
    """Add an answer to one question. Its words are read from standard input, all as one text."""
    door = door_of(context)
    point = scale_option(scale)
    question_of(door.workspace().catalogue().bank(bank_id), question_id)
    with door.signed_in() as practice:
        text = read_standard_input().strip("\n")
        if not text.strip() and point is None:
            raise WrongUse("Nothing was said.", "Send words on standard input, or give --scale.")
        answer = practice.reflecting.add_answer(bank_id, question_id, text=text, scale=point)
    tell("Saved. Only you can read it.")
    echo(answer.id)


@noun.command("list")
def list_answers(
    context: typer.Context,
    bank: OfBank = None,
    question: OfQuestion = None,
    theme: OfTheme = None,
    since: Since = None,
    json: AsJson = False,
) -> None:
    """List your answers, newest first."""
    door = door_of(context)
    day = day_said(door, since)
    with door.signed_in() as practice:
        code = theme_meant(practice, theme)
        narrowed = Narrowed(bank, question, code, day)
        if json:
            from reflect.reports.answers_json import answers_json

            answers = practice.reflecting.whole_answers(bank=bank, question=question, theme=code, since=day)
            if not answers:
                narrowed.check(practice)
            taken_away = practice.reflecting.taken_away(answers)
            echo_json(answers_json(answers, labels_of(practice, answers), taken_away))
            return
        cards = practice.reflecting.answers(bank=bank, question=question, theme=code, since=day)
        if not cards:
            narrowed.check(practice)
            tell("No answers yet. Begin with: reflect ask BANK")
            return
        echo_lines((line for card in cards for line in card_lines(card)), page_of(door))


@noun.command("show")
def show(context: typer.Context, answer_id: AnswerId, json: AsJson = False) -> None:
    """Show one answer with the question as it was asked."""
    door = door_of(context)
    with door.signed_in() as practice:
        answer = practice.reflecting.answer(answer_id)
        if json:
            from reflect.reports.answers_json import answer_json

            taken_away = practice.reflecting.taken_away((answer,))
            echo_json(answer_json(answer, labels_of(practice, (answer,)), taken_away))
        else:
            echo_lines(answer_lines(answer), page_of(door))


noun.command("search")(answer_finding.search)
noun.command("history")(answer_finding.history)


@noun.command("delete")
def delete(
    context: typer.Context,
    answer_id: AnswerId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Delete an answer for good: gone from the file and from its log."""
    door = door_of(context)
    with door.signed_in() as practice:
        answer = practice.reflecting.answer(answer_id)
        for share in practice.sharing.of_answers(answer.id):
            tell(
                "A copy of it is shared, and stays so when you delete the answer. To take it back as well: "
                f"reflect share withdraw {share.id[:8]}"
            )
        confirmed(
            f"Delete the answer of {said(day_of(answer.created))} for good?",
            yes=yes,
            no_input=door.no_input,
        )
        practice.reflecting.delete_answer(answer.id)
    tell("Deleted for good.")


noun.command("export")(answer_export.export)
