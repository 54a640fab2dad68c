"""`reflect answer`: what you wrote, listed, shown, added to, taken away and taken out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.asking import confirmed, read_standard_input
from reflect.cli.choosing import BankId, QuestionId, known_bank, question_of, scale_option, theme_code
from reflect.cli.door import Door, door_of
from reflect.cli.echo import echo, echo_document, echo_json, echo_lines, in_columns, json_text, safe, tell
from reflect.cli.layout import cut
from reflect.cli.paging import page_of
from reflect.cli.writing import check_place, write_out
from reflect.domain.dates import day_of, read_date, said, said_short
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.reflection import Answer, AnswerCard
    from reflect.services.practice import Practice

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
AnswerId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an answer, or a unique beginning of it.")
]
OfBank = Annotated[str | None, typer.Option("--bank", metavar="BANK", help="Only answers to this bank.")]
OfQuestion = Annotated[
    str | None, typer.Option("--question", metavar="QUESTION", help="Only answers to this question.")
]
OfTheme = Annotated[str | None, typer.Option("--theme", metavar="THEME", help="Only answers on this theme.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Only from this day on, such as `3 weeks ago`.")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


class Format(StrEnum):
    """What an export can be written as."""

    MD = "md"
    JSON = "json"
    DOCX = "docx"
    HTML = "html"


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
    day = _day(door, since)
    with door.signed_in() as practice:
        code = theme_code(theme, practice.banks.vocabulary) if theme else None
        if json:
            from reflect.reports.answers import answers_json

            answers = practice.reflecting.whole_answers(bank=bank, question=question, theme=code, since=day)
            if not answers:
                known_bank(practice.banks, bank, question)
            echo_json(answers_json(answers))
            return
        cards = practice.reflecting.answers(bank=bank, question=question, theme=code, since=day)
        if not cards:
            known_bank(practice.banks, bank, question)
            tell("No answers yet. Begin with: reflect ask BANK")
            return
        echo_lines((line for card in cards for line in _card(card)), page_of(door))


@noun.command("show")
def show(context: typer.Context, answer_id: AnswerId, json: AsJson = False) -> None:
    """Show one answer with the question as it was asked."""
    door = door_of(context)
    with door.signed_in() as practice:
        answer = practice.reflecting.answer(answer_id)
        if json:
            from reflect.reports.answers import answers_json

            echo_json(answers_json((answer,))[0])
        else:
            echo_lines(_whole(answer), page_of(door))


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
        confirmed(
            f"Delete the answer of {said(day_of(answer.created))} for good?",
            yes=yes,
            no_input=door.no_input,
        )
        practice.reflecting.delete_answer(answer.id)
    tell("Deleted for good.")


@noun.command("export")
def export(
    context: typer.Context,
    format: Annotated[Format, typer.Option("--format", help="Markdown or JSON.")] = Format.MD,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write to this file, not to standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    bank: OfBank = None,
    question: OfQuestion = None,
    theme: OfTheme = None,
    since: Since = None,
) -> None:
    """Take your answers out of the workspace, with all their words."""
    if format in (Format.DOCX, Format.HTML):
        raise WrongUse(
            f"This version does not write {format.value} yet.", "Use --format md or --format json."
        )
    door = door_of(context)
    day = _day(door, since)
    check_place(out, force=force)
    with door.signed_in() as practice:
        code = theme_code(theme, practice.banks.vocabulary) if theme else None
        answers = practice.reflecting.whole_answers(bank=bank, question=question, theme=code, since=day)
        if not answers:
            known_bank(practice.banks, bank, question)
        document = _document(practice, answers, format, door.clock.today())
    if out is None:
        echo_document(document)
    else:
        write_out(out, document, force=force)
        count = f"{len(answers)} answer{'' if len(answers) == 1 else 's'}"
        tell(f"{count} written to {out}. That file is not encrypted: keep it where only you can read it.")


def _document(practice: Practice, answers: tuple[Answer, ...], format: Format, today: date) -> str:
    from reflect.reports.answers import answers_json, answers_markdown

    if format is Format.JSON:
        return json_text(answers_json(answers))
    handling = {bank.id: bank.handling for bank in practice.banks.banks()}
    return answers_markdown(answers, owner=practice.person.name, as_at=today, handling=handling)


def _day(door: Door, words: str | None) -> date | None:
    if words is None:
        return None
    day = read_date(words, door.clock.today())
    tell(f"Since {said(day)}.")
    return day


def _card(card: AnswerCard) -> Iterator[str]:
    asked = card.asked
    first = f"{card.id[:8]}  {said_short(day_of(card.created)):<11}  {asked.bank}: "
    yield safe(first + cut(asked.wording, 80 - len(first)))
    scale = f"{card.scale.words}. " if card.scale else ""
    yield safe("          " + cut(scale + card.opening, 70))


def _whole(answer: Answer) -> Iterator[str]:
    asked = answer.asked
    yield from in_columns(f"{answer.id}")
    yield from in_columns(
        f"{asked.bank_title} ({asked.bank}, version {asked.bank_version}): {asked.question}"
    )
    yield from in_columns(f"{said(day_of(answer.created))}, {answer.state.value}")
    yield ""
    yield from in_columns(asked.wording)
    for part in asked.parts:
        yield from in_columns(f"- {part}", indent="  ")
    yield ""
    if answer.scale:
        yield from in_columns(answer.scale.words)
    for title, words in answer.steps or ():
        yield from in_columns(title)
        yield from in_columns(words, indent="  ")
    if answer.text and answer.steps is None:
        yield from in_columns(answer.text)
