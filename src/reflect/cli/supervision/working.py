"""`reflect supervision working`: a supervisor's own notes about a supervisee, if their agreement allows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.asking import words_of
from reflect.cli.asking import confirmed
from reflect.cli.door import door_of
from reflect.cli.echo import echo, echo_json, echo_lines, in_columns, safe, tell
from reflect.cli.layout import cut, padded
from reflect.cli.paging import page_of
from reflect.cli.supervision.options import SHORT_ID, AsJson, MaybeName
from reflect.domain.dates import day_of, said, said_short
from reflect.errors import NotFound
from reflect.services.beginnings import SHORTEST_ID, only

if TYPE_CHECKING:
    from reflect.domain.supervision.working_note import NotesAboutMe, WorkingNote
    from reflect.services.practice import Practice

verbs = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
NoteId = Annotated[str, typer.Argument(metavar="ID", help="The id of a note, or a unique beginning of it.")]
Supervisee = Annotated[str, typer.Argument(metavar="NAME", help="Whom you supervise.")]
Supervisor = Annotated[str, typer.Argument(metavar="NAME", help="Who supervises you.")]


@verbs.command("add")
def add(
    context: typer.Context,
    name: Supervisee,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            metavar="ID",
            help="A one-to-one that it helps to remember: it is deleted 14 days after the record is agreed.",
        ),
    ] = None,
) -> None:
    """Keep a note about a supervisee: for the supervisor.

    It is read from standard input. This is possible only if the signed agreement allows it. They see how many
    there are, and can ask to see them.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        words = words_of(door, f"A note about {name}, who can ask to see it:")
        note = practice.working_notes.add(name, words, meeting)
    tell(f"Kept: {note.label}.")
    echo(note.id)


@verbs.command("list")
def list_notes(context: typer.Context, name: MaybeName = None, json: AsJson = False) -> None:
    """List the notes that you keep: for their author only."""
    door = door_of(context)
    with door.signed_in() as practice:
        notes = practice.working_notes.mine(name)
    if json:
        from reflect.reports.working_notes_json import working_note_json

        echo_json([working_note_json(note) for note in notes])
        return
    if not notes:
        tell("You keep no working notes.")
    echo_lines((line for note in notes for line in _card_lines(note)), page_of(door))


@verbs.command("show")
def show(context: typer.Context, note_id: NoteId, json: AsJson = False) -> None:
    """Show a note that you keep: for its author only."""
    door = door_of(context)
    with door.signed_in() as practice:
        note = _the_note(practice, note_id)
    if json:
        from reflect.reports.working_notes_json import working_note_json

        echo_json(working_note_json(note))
        return
    echo_lines(_note_lines(note), page_of(door))


@verbs.command("change")
def change(context: typer.Context, note_id: NoteId) -> None:
    """Put a note in other words: for its author only.

    They are read from standard input.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        note = _the_note(practice, note_id)
        practice.working_notes.change(note.id, before=note.text, after=words_of(door, "What should it say?"))
    tell("Changed.")


@verbs.command("delete")
def delete(
    context: typer.Context,
    note_id: NoteId,
    yes: Annotated[bool, typer.Option("--yes", help="Delete it without asking.")] = False,
) -> None:
    """Delete a note that you keep: for its author only."""
    door = door_of(context)
    with door.signed_in() as practice:
        note = _the_note(practice, note_id)
        confirmed(
            f"Delete the note of {said(day_of(note.made))} {note.label.split(';')[0]}?",
            yes=yes,
            no_input=door.no_input,
        )
        practice.working_notes.delete(note.id)
    tell("Deleted.")


@verbs.command("keep")
def keep(context: typer.Context, note_id: NoteId) -> None:
    """Keep a note for longer: for its author only.

    Otherwise a note that helps to remember a one-to-one is deleted 14 days after its record is agreed. Why it is
    kept is read from standard input.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        note = _the_note(practice, note_id)
        practice.working_notes.keep(note.id, words_of(door, "Why is it kept?"))
    tell("Kept, with the reason.")


@verbs.command("hand-over")
def hand_over(context: typer.Context, note_id: NoteId) -> None:
    """Give a note to the one it is about: for its author.

    That it was given, and when, is kept.
    """
    with door_of(context).signed_in() as practice:
        note = practice.working_notes.hand_over(_the_note(practice, note_id).id)
    tell(f"{note.about} can read it now: reflect supervision working about-me")


@verbs.command("ask")
def ask(context: typer.Context, name: Supervisor) -> None:
    """Ask to see the notes about you: for the supervisee.

    None of them is deleted from then on, and the supervisor sees that you asked.
    """
    with door_of(context).signed_in() as practice:
        practice.working_notes.ask(name)
    tell("Asked. None of them is deleted now. What is handed over: reflect supervision working about-me")


@verbs.command("about-me")
def about_me(context: typer.Context, json: AsJson = False) -> None:
    """Show how many notes there are about you.

    For the supervisee. Those that were handed over to you are shown with their words.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        found = practice.working_notes.about_me()
    if json:
        from reflect.reports.working_notes_json import notes_about_me_json

        echo_json([notes_about_me_json(one) for one in found])
        return
    if not found:
        tell("Nobody supervises you here.")
    echo_lines((line for one in found for line in _about_me_lines(one)), page_of(door))


def _the_note(practice: Practice, beginning: str) -> WorkingNote:
    wanted = beginning.strip().casefold()
    found = [
        note
        for note in practice.working_notes.mine()
        if len(wanted) >= SHORTEST_ID and note.id.startswith(wanted)
    ]
    none = NotFound(
        "You keep no note with this id.", "`reflect supervision working list` shows those that you keep."
    )
    return only(found, "notes", none)


def _card_lines(note: WorkingNote) -> Iterator[str]:
    yield safe(f"{note.id[:SHORT_ID]}  {padded(said_short(day_of(note.made)), 11)}  {cut(note.label, 57)}")
    yield safe(f"          {cut(note.text, 70)}")


def _note_lines(note: WorkingNote) -> Iterator[str]:
    yield note.id
    yield from in_columns(f"{note.label[:1].upper()}{note.label[1:]}.")
    yield from in_columns(f"Written on {said(day_of(note.made))}.")
    if note.kept_because:
        yield from in_columns(f"Kept because: {note.kept_because}")
    if note.asked:
        yield from in_columns(f"{note.about} asked to see it on {said(day_of(note.asked))}.")
    if note.handed_over:
        yield from in_columns(f"Handed over on {said(day_of(note.handed_over))}.")
    yield ""
    yield from in_columns(note.text)


def _about_me_lines(one: NotesAboutMe) -> Iterator[str]:
    asked = f"; you asked to see them on {said_short(day_of(one.asked))}" if one.asked else ""
    yield from in_columns(
        f"{one.supervisor}: {one.number} note{'' if one.number == 1 else 's'} about you{asked}"
    )
    for moment, text in one.handed_over:
        yield from in_columns(f"Handed over on {said(day_of(moment))}:", indent="  ")
        yield from in_columns(text, indent="    ")
