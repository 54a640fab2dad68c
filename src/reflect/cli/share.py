"""`reflect share`: what you show your supervisor, and what is shown to you."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reflect.cli.actions.asking import words_of
from reflect.cli.asking import confirmed
from reflect.cli.door import Door, door_of
from reflect.cli.echo import echo, echo_json, echo_lines, in_columns, tell
from reflect.cli.leaving import REMINDER, asked_to_mask, how_many
from reflect.cli.paging import page_of
from reflect.cli.share_lines import lines_meant, share_lines, shown_lines, tell_preview
from reflect.domain.dates import day_of, said, said_short
from reflect.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reflect.domain.sharing import Preview, Share
    from reflect.services.practice import Practice

noun = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
ShareId = Annotated[str, typer.Argument(metavar="ID", help="The id of a share, or a unique beginning of it.")]


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.add_typer(noun, name="share", help="What you show your supervisor, and what is shown to you.")


@noun.command("add")
def add(
    context: typer.Context,
    answer_ids: Annotated[
        list[str],
        typer.Argument(metavar="ANSWER-ID...", help="The ids of your answers, or beginnings of them."),
    ],
    lines: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LINES",
            help="Only these lines, such as 1,3-5; where several answers go, ANSWER-ID=1,3-5, for each that is meant.",
        ),
    ] = None,
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Only mark it for your next one-to-one; nobody sees that.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="NAME", help="With whom, where several people supervise you."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="I have looked through it: share without asking.")
    ] = False,
) -> None:
    """Share a copy of answers with your supervisor, after showing exactly what goes.

    Later edits of an answer stay private until you share it again.
    """
    door = door_of(context)
    wanted = lines_meant(list(dict.fromkeys(answer_ids)), lines or [])
    with door.signed_in() as practice:
        if prepare:
            practice.sharing.prepare(wanted, to)
            tell("Prepared. Only you can see that, and nothing is shared yet.")
            return
        previews = [_preview(practice, id_, chosen, to) for id_, chosen in wanted.items()]
        shared = practice.sharing.share(*_looked_through(door, practice, previews, yes=yes))
    tell(f"Shared with {previews[0].supervisor_name}. You see when it is opened: reflect share list")
    for share in shared:
        echo(share.id)


def _preview(practice: Practice, answer_id: str, lines: str | None, to: str | None) -> Preview:
    """What was chosen when it was prepared goes, unless something else is said now."""
    if lines is None:
        lines, kept_to = practice.sharing.choice(answer_id)
        to = kept_to if to is None else to
    return practice.sharing.preview(answer_id, lines, to)


@noun.command("list")
def list_shares(context: typer.Context, json: AsJson = False) -> None:
    """List what you prepared and shared, and what is shared with you as a supervisor."""
    door = door_of(context)
    with door.signed_in() as practice:
        names = practice.people.names()
        if json:
            echo_json(_as_data(practice, names))
            return
        lines = list(_listed(practice, names))
    if not lines:
        tell("Nothing is shared. Begin with: reflect share add ANSWER-ID")
    echo_lines(iter(lines), page_of(door))


@noun.command("show")
def show(context: typer.Context, share_id: ShareId, json: AsJson = False) -> None:
    """Show one share. When a supervisor does it first, its owner sees when that was."""
    from reflect.reports.shares_json import opened_json, share_json

    door = door_of(context)
    with door.signed_in() as practice:
        names = practice.people.names()
        try:
            mine = practice.sharing.one(share_id)
        except NotFound:
            read = practice.sharing.open(share_id)
            if json:
                echo_json(opened_json(read, names))
                return
            by = names.get(read.card.supervisee, "")
            tell(
                f"Shared with you by {by} on {said(day_of(read.card.shared))}. {by} sees that you opened it."
            )
            shown = shown_lines(read.card.asked, read.scale, read.text)
            echo_lines(iter([*shown, *_commented(practice, read.card.id, names)]), page_of(door))
            return
        if json:
            echo_json(share_json(mine, names))
            return
        lines = [*shown_lines(mine.card.asked, mine.scale, mine.text), *_commented(practice, mine.id, names)]
    tell(_standing(mine, names) + ".")
    echo_lines(iter(lines), page_of(door))


@noun.command("comment")
def comment(context: typer.Context, share_id: ShareId) -> None:
    """Say something about what is shared with you, from standard input: for the supervisor. Both of you read it."""
    door = door_of(context)
    with door.signed_in() as practice:
        practice.sharing.comments(share_id)  # refused, before somebody writes
        practice.sharing.comment(share_id, words_of(door, "What do you want to say about it?"))
    tell("Kept beside the share. Who shared it reads it too, and nothing changes it.")


@noun.command("comments")
def comments(context: typer.Context, share_id: ShareId, json: AsJson = False) -> None:
    """Show what was said about a share, the earliest first: for who shared it and their supervisor."""
    from reflect.reports.shares_json import comment_json

    door = door_of(context)
    with door.signed_in() as practice:
        names = practice.people.names()
        if json:
            echo_json([comment_json(one, names) for one in practice.sharing.comments(share_id)])
            return
        lines = list(_commented(practice, share_id, names))
    if not lines:
        tell("Nothing was said about it.")
    echo_lines(iter(lines), page_of(door))


@noun.command("withdraw")
def withdraw(
    context: typer.Context,
    share_id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a share, or of an answer that is prepared.")
    ],
) -> None:
    """Take back what you shared, or what you prepared."""
    with door_of(context).signed_in() as practice:
        try:
            share = practice.sharing.withdraw(share_id)
        except NotFound:
            wanted = share_id.strip().casefold()
            found = [card.id for card in practice.sharing.prepared() if card.id.startswith(wanted)]
            if len(found) != 1:
                raise
            practice.sharing.unprepare(found[0])
            tell("It is not prepared any more. It never left you.")
            return
        names = practice.people.names()
    opened = f" They opened it on {said(day_of(share.opened))}." if share.opened else " It was never opened."
    tell(f"Withdrawn from {names.get(share.card.supervisor, '')}: the copy is gone.{opened}")


def _looked_through(door: Door, practice: Practice, previews: list[Preview], *, yes: bool) -> list[Preview]:
    """What may go, as the person says. Raises WrongUse or ReflectError where they stop."""
    for preview in previews:
        tell_preview(preview)
    doubtful = [line for preview in previews for line in preview.doubtful]
    if doubtful and door.may_ask() and not yes:
        to_mask = asked_to_mask(doubtful)
        tell(REMINDER)
        today, name = door.clock.today(), practice.person.name
        for at, preview in enumerate(previews):
            ours = [line for line in to_mask if line.piece.id == preview.going.id]
            if ours:
                previews[at] = preview.without(ours, name, today)
                tell("With these masked it goes like this:")
                tell_preview(previews[at])
    else:
        tell(f"{how_many(doubtful)} {REMINDER}")
    confirmed(f"Share this with {previews[0].supervisor_name}?", yes=yes, no_input=door.no_input)
    return previews


def _as_data(practice: Practice, names: Mapping[str, str]) -> list[dict[str, Any]]:
    from reflect.reports.shares_json import prepared_json, received_json, share_json

    return [
        *(prepared_json(card, practice.person.name) for card in practice.sharing.prepared()),
        *(share_json(share, names) for share in practice.sharing.mine()),
        *(received_json(card, names) for card in practice.sharing.received()),
    ]


def _listed(practice: Practice, names: Mapping[str, str]) -> Iterator[str]:
    for card in practice.sharing.prepared():
        yield from share_lines(card.id, card.asked, "prepared; only you see it", "")
    for share in practice.sharing.mine():
        day = said_short(day_of(share.card.shared))
        yield from share_lines(share.id, share.card.asked, _standing(share, names), day)
    received = practice.sharing.received()
    for person_id in sorted({one.supervisee for one in received}, key=lambda id_: names.get(id_, "")):
        for one in received:
            if one.supervisee == person_id:
                day = said_short(day_of(one.shared))
                standing = f"shared with you by {names.get(person_id, '')}"
                yield from share_lines(one.id, one.asked, standing, day)


def _commented(practice: Practice, share_id: str, names: Mapping[str, str]) -> Iterator[str]:
    for one in practice.sharing.comments(share_id):
        yield ""
        yield from in_columns(f"{names.get(one.by, one.by)}, {said(day_of(one.at))}:")
        yield from in_columns(one.text, indent="  ")


def _standing(share: Share, names: Mapping[str, str]) -> str:
    name = names.get(share.card.supervisor, "")
    opened = f"opened {said_short(day_of(share.opened))}" if share.opened else "not opened"
    if share.withdrawn is not None:
        return f"withdrawn from {name} {said_short(day_of(share.withdrawn))}, {opened}"
    lines = "" if share.card.whole else ", some lines"
    return f"shared with {name}{lines}, {opened}"
