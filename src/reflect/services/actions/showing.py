"""Showing an action to more people, and handing it over: to whom, and what goes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.actions.doubtful import passages
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.roles import check_may, may
from reflect.domain.actions.showing import Showing
from reflect.domain.people import CircleKind, Standing
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.domain.links import Team
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.places import Place
    from reflect.services.actions.record import ActionRecord
    from reflect.storage.people import Keyholder


class ActionShowing:
    """An action moves up by its parties: its owner shows it to a supervisor, and either of the two lists it with a team
    once it is agreed."""

    def __init__(self, record: ActionRecord) -> None:
        self._record = record

    def preview(
        self, beginning: str, circle: CircleKind, *, to: str | None = None, team: str | None = None
    ) -> Showing:
        """Exactly what would go and to whom; nothing is shown by it. `to` is the name of a supervisor or the id of a
        link, `team` the name of a team, each needed only where there are several. Raises NotFound, WrongUse, and
        NotPermitted with the reason where it cannot be shown so."""
        with self._record.reading() as book:
            place, kept = book.the(beginning)
            events = place.drawer.events(kept.action.id)
            return self._prepared(book, place, kept.action, events, circle, to, team)

    def show(self, showing: Showing) -> Action:
        """Shows what was previewed; what has happened since goes along too. Raises as `preview`, and NotSaved."""
        said: dict[str, str] = {"circle": showing.circle.value}
        if showing.team_id is not None:
            said["team"] = showing.team_id

        def steps(standing: Action) -> Sequence[tuple[EventKind, dict[str, str]]]:
            # One that was shown before, to somebody who supervises no more, is only taken along.
            taken_along = standing.circle is showing.circle is CircleKind.PAIR and showing.link is not None
            return [] if taken_along else [(EventKind.SHOWN, said)]

        return self._record.write(showing.action.id, steps, to=showing.link)

    def hand_over(self, beginning: str, name: str, why: str) -> Action:
        """Gives a listed action to somebody else in the team, by name. Raises NotFound, WrongUse, NotPermitted,
        NotSaved."""
        with self._record.reading() as book:
            place, kept = book.the(beginning)
            if kept.action.circle is not CircleKind.TEAM or place.team is None:
                raise WrongUse(
                    "Only an action on a team's log is handed over.",
                    "List it first, with its owner: reflect action show-to ID team",
                )
            team = _team_with(book, place.team)
            to = _person(book, name)
            if not team.holds(to.person.id):
                raise WrongUse(
                    f"{to.person.name} is not in the team {team.name}.", "Hand it over to somebody who is."
                )
            if to.person.standing is not Standing.ACTIVE or to.read_key is None:
                raise WrongUse(
                    f"{to.person.name} has no key in this workspace to read it with.", "Nothing was changed."
                )
        said = {"owner": to.person.id, "why": why}
        return self._record.write(kept.action.id, lambda _: [(EventKind.HANDED_OVER, said)])

    def can_take_over(self, beginning: str) -> tuple[str, ...]:
        """The names of those to whom a listed action can be handed over: who else is in its team and can read it. None
        for an action that is not listed, or for somebody who does not hand it over. Raises NotFound."""
        with self._record.reading() as book:
            place, kept = book.the(beginning)
            if kept.action.circle is not CircleKind.TEAM or place.team is None:
                return ()
            if not may(book.roles(place, kept.action), EventKind.HANDED_OVER):
                return ()
            team = _team_with(book, place.team)
            names = (
                holder.person.name
                for holder in book.transaction.people.all()
                if team.holds(holder.person.id)
                and holder.person.id != kept.action.owner
                and holder.person.standing is Standing.ACTIVE
                and holder.read_key is not None
            )
            return tuple(sorted(names, key=str.casefold))

    def _prepared(
        self,
        book: ActionBook,
        place: Place,
        action: Action,
        events: Sequence[Event],
        circle: CircleKind,
        to: str | None,
        team: str | None,
    ) -> Showing:
        between = action.circle is CircleKind.PAIR and not (place.link and place.takes_words)
        if action.circle is circle and not (between and circle is CircleKind.PAIR):
            raise WrongUse("This action is shown there already.", "Nothing was changed.")
        words = passages(events)
        if circle is CircleKind.MINE:
            _check_taken_back(action, events, self._record.person)
            return Showing(action, circle, (), words)
        if circle is CircleKind.TEAM:
            return self._for_team(book, place, action, words, team)
        if action.circle is CircleKind.TEAM:
            raise NotPermitted(
                "Once agreed, an action stays with those who agreed it: others rely on it.",
                "It can be withdrawn, with a reason.",
            )
        if action.owner != self._record.person:
            raise NotPermitted("Only its owner shows an action to a supervisor.", "Nothing was changed.")
        link, name = self._supervisor(book, to)
        return Showing(action, circle, (name,), words, link=link)

    def _supervisor(self, book: ActionBook, to: str | None) -> tuple[str, str]:
        """The link to the supervisor who is meant, and their name."""
        people = {holder.person.id: holder.person.name for holder in book.transaction.people.all()}
        wanted = None if to is None else clean_line(to).casefold()
        mine = [
            (link.id, people.get(link.supervisor, ""))
            for link in book.places.current_links(book.transaction)
            if link.supervisee == self._record.person
        ]
        if not mine:
            raise NotPermitted(
                "Nobody supervises you in this workspace, so there is nobody to show it to.",
                "It stays yours alone. An administrator makes links: reflect link add",
            )
        meant = [one for one in mine if wanted is None or wanted in (one[0], one[1].casefold())]
        if not meant:
            raise NotFound("Nobody of this name supervises you.", "`reflect link list` shows who does.")
        if len(meant) > 1:
            raise WrongUse(
                f"{len(meant)} people supervise you, and it is not said who is meant: "
                f"{', '.join(name for _, name in meant)}.",
                "Nothing was shown. Name one of them, with --to.",
            )
        return meant[0]

    def _for_team(
        self, book: ActionBook, place: Place, action: Action, words: tuple[str, ...], name: str | None
    ) -> Showing:
        if action.circle is CircleKind.MINE:
            raise WrongUse(
                "An action is listed with a team once it is agreed with a supervisor.",
                "Show it to your supervisor first: reflect action show-to ID pair",
            )
        if action.agreed is None:
            raise WrongUse(
                "An action is listed with a team once it is agreed.",
                "Agree it first: reflect action agree ID",
            )
        check_may(book.roles(place, action), EventKind.SHOWN)
        team = _team_of(book, action, name)
        readers = book.places.readers(book.transaction, book.now, action.owner, team.id, place.readers)
        names = tuple(
            holder.person.name
            for holder in book.transaction.people.all()
            if holder.person.id in readers and holder.person.id != self._record.person
        )
        return Showing(action, CircleKind.TEAM, names, words, team=team.name, team_id=team.id)


def _check_taken_back(action: Action, events: Sequence[Event], me: str) -> None:
    if action.agreed is not None:
        raise NotPermitted(
            "Once agreed, an action stays with those who agreed it: others rely on it.",
            "It can be withdrawn, with a reason.",
        )
    if action.owner != me:
        raise NotPermitted("Only its owner takes an action back.", "A note can be added.")
    if any(event.by != me for event in events):
        raise NotPermitted(
            "Your supervisor has had a part in this action, so it is not yours alone any more.",
            "It can be withdrawn, with a reason.",
        )


def _team_of(book: ActionBook, action: Action, name: str | None) -> Team:
    teams = [team for team in book.transaction.teams.all() if team.holds(action.owner)]
    if not teams:
        raise NotPermitted(
            "The owner of this action is in no team, so there is no log for it.",
            "An administrator makes teams: reflect team add",
        )
    wanted = None if name is None else clean_line(name).casefold()
    meant = [team for team in teams if wanted in (None, team.id, team.name.casefold())]
    if not meant:
        raise NotFound("Its owner is in no team of this name.", "`reflect team list` shows your teams.")
    if len(meant) > 1:
        several = ", ".join(team.name for team in meant)
        raise WrongUse(
            f"Its owner is in {len(meant)} teams, and it is not said which is meant: {several}.",
            "Nothing was shown. Name one of them, with --team.",
        )
    return meant[0]


def _team_with(book: ActionBook, team_id: str) -> Team:
    return next(team for team in book.transaction.teams.all() if team.id == team_id)


def _person(book: ActionBook, name: str) -> Keyholder:
    wanted = clean_line(name).casefold()
    same = [one for one in book.transaction.people.all() if one.person.name.casefold() == wanted]
    if not same:
        raise NotFound("Nobody of this name is in the workspace.", "`reflect person list` shows who is.")
    return min(same, key=lambda one: one.person.standing is not Standing.ACTIVE)
