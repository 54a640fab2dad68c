"""What holds by keys for actions that others see: looked at in the open database itself, with the workspace's key and
one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from clocks import StoppedClock
from file_by_key import FileByKey
from pairs import ALEX, BO, DUE, LENA, SAM, WHAT, SignIn, Team, kinds, whats
from reflect.domain.actions.action import Action
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.wanted import Wanted
from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile, NotFound
from reflect.services.actions import words
from reflect.services.pen import write_event
from reflect.services.practice import Practice
from reflect.vault.sealing import new_circle_key, wrap_circle_key
from reflect.workspace import Workspace

TABLES = ("mine_action", "pair_action", "team_action")


class OpenFile(Team, FileByKey):
    """The team, and the file without any program in between."""

    def __init__(self, workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
        super().__init__(signed_in, clock)
        self.workspace = workspace

    def read_by(self, name: str) -> set[tuple[str, str]]:
        """Words and kind of every event in the file that this person's keys open, in whichever circle it stands."""
        keys, found = self.opened_by(name), set()
        for table in TABLES:
            for circle, id_, number, sealed in self.execute(f"SELECT * FROM {table}_event"):
                if circle in keys:
                    event = words.open_event(keys[circle], id_, number, sealed, table)
                    found.add((id_, event.kind.value))
        return found

    def forged(self, by: Practice, name: str, action: Action, kind: EventKind, **said: Any) -> None:
        """An event that somebody writes past the program, with the circle's key and their own, under another name."""
        ((circle, table),) = [
            (circle, table)
            for table in TABLES[1:]
            for (circle,) in self.execute(f"SELECT circle_id FROM {table} WHERE id = ?", action.id)
        ]
        key, before = self.opened_by(by.person.name)[circle], by.actions.history(action.id)
        at = self.clock.now().replace(microsecond=0)
        event = write_event(self.enter(by.person.name).keys, action.id, before, kind, said, at=at, on=DUE)
        event = replace(event, by=self.everybody[name].person.id)
        sealed = words.seal_event(key, event, table)
        statement = f"INSERT INTO {table}_event VALUES (?, ?, ?, ?)"
        self.execute(statement, circle, action.id, event.number, sealed)


@pytest.fixture
def team(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> OpenFile:
    return OpenFile(workspace, signed_in, clock)


def those_who_read(team: OpenFile, action: Action) -> list[str]:
    return [name for name in team.everybody if action.id in {id_ for id_, _ in team.read_by(name)}]


def test_only_those_who_may_see_an_action_have_a_key_to_a_word_of_it(team: OpenFile) -> None:
    alone = team.bo.acting.propose(what=WHAT, due=DUE)
    agreed, listed = team.agreed(), team.listed()
    assert those_who_read(team, alone) == [BO]
    assert set(those_who_read(team, agreed)) == {BO, SAM}
    assert set(those_who_read(team, listed)) == {BO, SAM, LENA}


def test_what_happens_after_the_end_of_a_link_no_key_of_the_former_supervisor_opens(team: OpenFile) -> None:
    agreed, listed = team.agreed(), team.listed()
    team.admin.links.end(team.link.id)
    for action in (agreed, listed):
        team.bo.acting.start(action.id)
        assert (action.id, "started") in team.read_by(BO)
        assert (action.id, "agreed") in team.read_by(SAM)
        assert (action.id, "started") not in team.read_by(SAM)
    assert (listed.id, "started") in team.read_by(LENA)


def test_a_closed_circle_takes_nothing_new(team: OpenFile) -> None:
    agreed, listed = team.agreed(), team.listed()
    team.admin.links.end(team.link.id)
    closed = [id_ for (id_,) in team.execute("SELECT id FROM circle WHERE closed IS NOT NULL")]
    before = {
        table: team.execute(f"SELECT * FROM {table} WHERE circle_id IN (?, ?, ?)", *closed)
        for table in (*TABLES, *(f"{table}_event" for table in TABLES))
    }
    assert len(closed) == 3
    team.lena.acting.note(listed.id, "I will raise it")
    for action in (agreed, listed):
        team.bo.acting.start(action.id)
    assert before == {
        table: team.execute(f"SELECT * FROM {table} WHERE circle_id IN (?, ?, ?)", *closed)
        for table in before
    }


def test_a_former_lead_has_no_key_once_somebody_who_acts_on_it_has_signed_in(team: OpenFile) -> None:
    action = team.listed()
    team.admin.teams.change_lead("North", ALEX)
    team.again(BO)
    assert set(those_who_read(team, action)) == {BO, SAM, ALEX}


def test_what_is_shown_or_taken_back_is_gone_from_where_it_stood(team: OpenFile) -> None:
    action = team.bo.acting.propose(what=WHAT, due=DUE)

    def tables() -> list[str]:
        return [
            table
            for name in TABLES
            for table in (name, f"{name}_event")
            if team.execute(f"SELECT count(*) FROM {table}") != [(0,)]
        ]

    for circle, table in ((CircleKind.PAIR, "pair"), (CircleKind.MINE, "mine"), (CircleKind.PAIR, "pair")):
        team.bo.acting.show_to(action.id, circle)
        assert tables() == [f"{table}_action", f"{table}_action_event"]
    team.sam.acting.agree(action.id)
    team.bo.acting.show_to(action.id, CircleKind.TEAM)
    assert tables() == ["team_action", "team_action_event"]


def test_a_key_that_was_put_in_place_of_a_listed_actions_own_is_not_used(team: OpenFile) -> None:
    action = team.listed()
    ((circle,),) = team.execute("SELECT circle_id FROM team_action")
    planted = new_circle_key(circle)
    for name in (BO, SAM, LENA):
        practice = team.again(name)
        wrapped = wrap_circle_key(team.enter(name).keys.public.read, planted)
        team.execute(
            "UPDATE circle_member SET wrapped_key = ? WHERE circle_id = ? AND person_id = ?",
            wrapped, circle, practice.person.id,
        )  # fmt: skip
        assert practice.actions.listed(Wanted()) == ()
        with pytest.raises(NotFound):
            practice.acting.note(action.id, "Into whose hands?")
        assert [fault for fault in practice.examine() if "key of the action" in fault]


def test_a_key_that_was_put_in_place_of_that_of_a_pairs_actions_is_not_used(team: OpenFile) -> None:
    team.agreed()
    ((circle,),) = team.execute("SELECT circle_id FROM link_circle")
    planted = new_circle_key(circle)
    for name in (BO, SAM):
        wrapped = wrap_circle_key(team.enter(name).keys.public.read, planted)
        team.execute(
            "UPDATE circle_member SET wrapped_key = ? WHERE circle_id = ? AND person_id = ?",
            wrapped, circle, team.everybody[name].person.id,
        )  # fmt: skip
        practice = team.again(name)
        assert practice.actions.listed(Wanted()) == ()
        with pytest.raises(DamagedFile, match="not the one that the supervisee's program made"):
            practice.acting.propose(what=WHAT, due=DUE, pair=team.link.id)
        assert [fault for fault in practice.examine() if team.link.id[:8] in fault]


def test_nobody_writes_themself_in_among_the_readers(team: OpenFile) -> None:
    team.listed()
    readers = team.execute("SELECT readers FROM team_action")[0][0].split()
    more = " ".join(sorted([*readers, team.alex.person.id]))
    team.execute("UPDATE team_action SET readers = ?", more)
    bo = team.again(BO)
    assert whats(bo) == []
    assert [fault for fault in bo.examine() if "key of the action" in fault]


@pytest.mark.parametrize("by", [SAM, LENA])
def test_a_step_in_anothers_name_is_found_and_nothing_is_built_on_it(team: OpenFile, by: str) -> None:
    action = team.listed()
    team.forged(team.everybody[by], BO, action, EventKind.STARTED)
    for who in (team.bo, team.sam, team.lena):
        assert [
            fault for fault in who.examine() if f"event 4 of the action {action.id}: its signature" in fault
        ]
        with pytest.raises(DamagedFile, match="not as it was signed"):
            who.acting.note(action.id, "Who said that?")


def test_a_confirmation_by_somebody_who_may_not_is_found(team: OpenFile) -> None:
    action = team.listed(team.done())
    team.forged(team.lena, LENA, action, EventKind.CONFIRMED, impact="", recheck_due="2027-01-01")
    for who in (team.bo, team.sam, team.lena):
        assert [fault for fault in who.examine() if "somebody who could not do this" in fault]
        with pytest.raises(DamagedFile):
            who.acting.note(action.id, "Who said that?")


def test_a_state_that_its_events_do_not_say_is_found(team: OpenFile) -> None:
    action = team.agreed()
    ((circle,),) = team.execute("SELECT circle_id FROM pair_action")
    key = team.opened_by(SAM)[circle]
    sealed = words.seal_action(key, words.Kept(replace(action, what="Resign")), "pair_action")
    team.execute("UPDATE pair_action SET sealed = ?", sealed)
    for who in (team.bo, team.sam):
        assert who.examine() == (f"the action {action.id} does not say what its events say",)


def test_a_row_that_another_has_spoilt_keeps_nobody_from_the_rest(team: OpenFile) -> None:
    team.bo.acting.propose(what="Mine", due=DUE)
    action = team.agreed()
    team.execute("UPDATE pair_action SET sealed = ? WHERE id = ?", b"nothing", action.id)
    bo = team.again(BO)
    assert whats(bo) == ["Mine"]
    assert bo.examine() == (f"the action {action.id} does not open: it was changed outside reflect",)


def test_an_action_does_not_open_in_another_circle_or_under_another_id(team: OpenFile) -> None:
    one, other = team.agreed(), team.agreed()
    sealed = dict(team.execute("SELECT id, sealed FROM pair_action"))
    team.execute("UPDATE pair_action SET sealed = ? WHERE id = ?", sealed[other.id], one.id)
    with pytest.raises(DamagedFile):
        team.bo.actions.action(one.id)
    assert kinds(team.bo, other) == ["proposed", "agreed"]


def test_in_clear_there_are_ids_only(team: OpenFile) -> None:
    team.agreed()
    team.listed()
    for table in ("pair_action", "team_action", "pair_action_event", "team_action_event", "link_circle"):
        rows = team.execute(f"SELECT * FROM {table}")
        assert rows
        for row in rows:
            said = b" ".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
            assert not [word for word in (b"parents", b"2026-", b"agreed") if word in said], table
