"""The rows of the page of people."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widgets.option_list import Option

from reflect.tui.people import words
from reflect.tui.people.around import Around
from reflect.tui.words import columns, plain

_RIGHT = 19


def options(known: Around, width: int) -> Iterable[Option]:
    """All sections; each row has its kind and the id of what it stands for as its own id, such as `link:ID`."""
    yield _heading("You")
    if not any(link.supervisee == known.me for link in known.own):
        more = "" if known.administers else f" {words.AN_ADMINISTRATOR_DOES}"
        yield Option(plain(f"{words.NOBODY_SUPERVISES}{more}", "$text-muted"), disabled=True)
    for link in known.own:
        yield _row(f"link:{link.id}", words.link_row(link, known), width)
    if known.teams:
        yield _heading("")
        yield _heading("Teams")
    for team in known.teams:
        yield _row(f"team:{team.id}", words.team_row(team, known), width)
    if known.of_others:
        yield _heading("")
        yield _heading("Who supervises whom")
    for link in known.of_others:
        yield _row(f"link:{link.id}", words.link_row(link, known), width)
    yield _heading("")
    yield _heading("Everybody here")
    for person in known.people if known.administers else known.here:
        yield _row(f"person:{person.id}", words.person_row(person, known), width)
    if known.over:
        yield _heading("")
        yield _heading("Ended")
    for link in known.over:
        yield _row(f"link:{link.id}", words.link_row(link, known), width)


def _row(id_: str, told: tuple[str, str], width: int) -> Option:
    left, right = told
    return Option(columns(width, plain(left), (right, _RIGHT)), id=id_)


def _heading(title: str) -> Option:
    return Option(Content.styled(title, "bold $primary"), disabled=True)
