"""Who supervises whom: an administrator makes links, and the practitioner's own program makes the key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.people import Standing
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
PASSPHRASE = "a lantern by the canal"
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"


@pytest.fixture
def team(signed_in: SignIn) -> dict[str, Practice]:
    """An administrator, a supervisor, a practitioner and somebody else, all signed in; no links yet."""
    return {name: signed_in(name) for name in (ADMIN, SAM, BO, ALEX)}


def words_for(practice: Practice) -> list[str]:
    return [notice.words for notice in practice.telling.waiting()]


def test_the_supervisees_next_sign_in_makes_a_key_that_both_hold(
    team: dict[str, Practice], signed_in: SignIn
) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    with pytest.raises(NotPermitted, match="Bo Practitioner has not signed in since"):
        team[SAM].links.pair_key(link.id)

    bo = signed_in(BO)
    sealed = bo.links.pair_key(link.id, writing=True).seal(b"what I bring", place="here")
    assert team[SAM].links.pair_key(link.id).open(sealed, place="here") == b"what I bring"
    assert (bo.examine(), team[SAM].examine()) == ((), ())


def test_a_supervisee_who_is_signed_in_need_not_sign_in_again_to_share(team: dict[str, Practice]) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    assert team[BO].links.pair_key(link.id, writing=True).circle_id
    assert team[SAM].links.pair_key(link.id).circle_id == team[BO].links.pair_key(link.id).circle_id


def test_somebody_invited_gets_their_key_after_they_have_joined(
    workspace: Workspace, signed_in: SignIn
) -> None:
    robin, bo = signed_in(), signed_in(BO)
    code = robin.people.invite(SAM)
    link = robin.links.add(SAM, BO)
    with pytest.raises(NotPermitted, match="Sam Supervisor has not joined"):
        bo.links.pair_key(link.id)
    sam, _ = workspace.join(code=code, passphrase=PASSPHRASE)
    assert bo.links.pair_key(link.id).circle_id == sam.links.pair_key(link.id).circle_id
    sam.close()


def test_only_an_administrator_makes_and_ends_links(team: dict[str, Practice]) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    for name in (SAM, BO, ALEX):
        with pytest.raises(NotPermitted, match="administrator"):
            team[name].links.add(ALEX, BO)
        with pytest.raises(NotPermitted, match="administrator"):
            team[name].links.end(link.id)
    assert team[ADMIN].links.all() == (link,)


@pytest.mark.parametrize(
    ("supervisor", "supervisee", "until", "why"),
    [
        (SAM, SAM, None, "Nobody supervises themself"),
        (SAM, BO, None, "already"),
        (BO, SAM, None, "already"),
        (ALEX, BO, date(2026, 3, 1), "is over already"),
    ],
)
def test_a_link_that_makes_no_sense_is_refused(
    team: dict[str, Practice], supervisor: str, supervisee: str, until: date | None, why: str
) -> None:
    first = team[ADMIN].links.add(SAM, BO)
    with pytest.raises(WrongUse, match=why):
        team[ADMIN].links.add(supervisor, supervisee, until)
    assert team[ADMIN].links.all() == (first,)


def test_somebody_can_have_a_second_supervisor_as_cover_with_a_key_of_its_own(
    team: dict[str, Practice],
) -> None:
    steady = team[ADMIN].links.add(SAM, BO)
    cover = team[ADMIN].links.add(ALEX, BO, date(2026, 3, 9))
    assert (steady.cover, cover.cover) == (False, True)
    assert [link.id for link in team[BO].links.my_supervisors()] == [
        link.id for link in sorted((steady, cover), key=lambda link: link.id)
    ]
    circles = {team[BO].links.pair_key(link.id).circle_id for link in (steady, cover)}
    assert len(circles) == 2
    with pytest.raises(NotFound):
        team[ALEX].links.pair_key(steady.id)
    with pytest.raises(NotFound):
        team[SAM].links.pair_key(cover.id)


def test_a_cover_ends_after_its_last_day(team: dict[str, Practice], clock: StoppedClock) -> None:
    last = date(2026, 3, 9)
    cover = team[ADMIN].links.add(ALEX, BO, last)
    clock.moment += timedelta(days=(last - clock.today()).days)
    team[BO].links.pair_key(cover.id, writing=True)
    assert team[ALEX].links.pair_key(cover.id)
    assert team[ALEX].links.my_supervisees() != ()

    clock.go_on(days=1)
    with pytest.raises(NotPermitted, match="ended on Monday 9 March 2026"):
        team[ALEX].links.pair_key(cover.id)
    with pytest.raises(NotPermitted, match="ended on Monday 9 March 2026"):
        team[BO].links.pair_key(cover.id, writing=True)
    assert (team[ALEX].links.my_supervisees(), team[ALEX].links.all()) == ((), ())
    assert team[BO].links.my_supervisors() == ()


def test_a_cover_that_was_seen_to_be_over_stays_over_when_a_clock_is_set_back(
    team: dict[str, Practice], signed_in: SignIn, clock: StoppedClock
) -> None:
    cover = team[ADMIN].links.add(ALEX, BO, date(2026, 3, 3))
    team[BO].links.pair_key(cover.id)
    clock.go_on(days=5)
    assert "the cover was up to Tuesday 3 March 2026" in words_for(signed_in(ALEX))[-1]
    clock.go_on(days=-5)
    with pytest.raises(NotPermitted, match="Tuesday 3 March 2026"):
        team[ALEX].links.pair_key(cover.id)


def test_an_ended_link_is_refused_in_a_window_that_was_open_before(
    team: dict[str, Practice], workspace: Workspace
) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    sealed = team[BO].links.pair_key(link.id, writing=True).seal(b"mine to show", place="here")
    other_window = workspace.sign_in(SAM, PASSPHRASE)
    assert other_window.links.pair_key(link.id).open(sealed, place="here") == b"mine to show"

    ended = team[ADMIN].links.end(link.id)
    assert ended.last_day == date(2026, 3, 2)
    for sam in (other_window, team[SAM]):
        with pytest.raises(NotPermitted, match=r"You do not supervise Bo Practitioner any more: .* 2 March"):
            sam.links.pair_key(link.id)
        assert sam.links.all() == ()
    other_window.close()

    with pytest.raises(NotPermitted, match="Sam Supervisor does not supervise you any more"):
        team[BO].links.pair_key(link.id, writing=True)
    assert team[BO].links.pair_key(link.id).open(sealed, place="here") == b"mine to show"
    with pytest.raises(WrongUse, match="already"):
        team[ADMIN].links.end(link.id)


def test_words_and_the_end_of_a_link_cannot_cross(team: dict[str, Practice]) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    bo = team[BO]
    bo.links.pair_key(link.id, writing=True)
    with bo.links._store.writing() as transaction:
        assert bo.links.key_within(transaction, link.id, writing=True)
    team[ADMIN].links.end(link.id)
    with pytest.raises(NotPermitted), bo.links._store.writing() as transaction:
        bo.links.key_within(transaction, link.id, writing=True)


def test_a_new_link_after_an_ended_one_has_a_new_key(team: dict[str, Practice]) -> None:
    first = team[ADMIN].links.add(SAM, BO)
    before = team[BO].links.pair_key(first.id).circle_id
    team[ADMIN].links.end(first.id)
    second = team[ADMIN].links.add(SAM, BO)
    assert team[BO].links.pair_key(second.id).circle_id != before
    assert team[SAM].links.pair_key(second.id)
    with pytest.raises(NotPermitted):
        team[SAM].links.pair_key(first.id)


@pytest.mark.parametrize(("leaver", "stayer"), [(SAM, BO), (BO, SAM)])
def test_a_departure_ends_the_links_of_who_leaves(
    team: dict[str, Practice], signed_in: SignIn, clock: StoppedClock, leaver: str, stayer: str
) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    team[BO].links.pair_key(link.id)
    team[ADMIN].teams.add("North", ALEX, [SAM, BO])
    for name in (SAM, BO, ALEX):
        team[name].close()
    clock.go_on(hours=1)
    team[ADMIN].people.deactivate(leaver)
    assert team[ADMIN].people.person(leaver).standing is Standing.INACTIVE
    assert [link.is_over(date(2026, 3, 2)) for link in team[ADMIN].links.all()] == [True]
    assert team[ADMIN].teams.one("North").members == (team[stayer].person.id,)

    last = words_for(signed_in(stayer))[-1]
    assert f"{leaver}: they have left the workspace" in last
    with pytest.raises(WrongUse, match="has left"):
        team[ADMIN].links.add(SAM, BO)


def test_each_sees_the_links_that_are_theirs_to_see(team: dict[str, Practice]) -> None:
    link = team[ADMIN].links.add(SAM, BO)
    seen = {name: [found.id for found in practice.links.all()] for name, practice in team.items()}
    assert seen == {ADMIN: [link.id], SAM: [link.id], BO: [link.id], ALEX: []}
    with pytest.raises(NotFound):
        team[ALEX].links.one(link.id)

    team[ADMIN].teams.add("North", ALEX, [BO])
    assert [found.id for found in team[ALEX].links.current()] == [link.id]
    with pytest.raises(NotFound):
        team[ALEX].links.pair_key(link.id)
    assert team[BO].links.between(team[SAM].person.id) is not None
    assert team[BO].links.between(team[ALEX].person.id) is None


def test_both_are_told_of_each_change_once_and_nobody_else(
    team: dict[str, Practice], signed_in: SignIn, clock: StoppedClock
) -> None:
    link = team[ADMIN].links.add(SAM, BO, date(2026, 3, 20))
    assert words_for(team[SAM]) == [
        "You supervise Bo Practitioner from Monday 2 March 2026 on, as cover up to and including "
        "Friday 20 March 2026."
    ]
    assert words_for(team[BO])[0].startswith(
        "Sam Supervisor supervises you from Monday 2 March 2026 on, as cover"
    )
    assert (words_for(team[ALEX]), words_for(team[ADMIN])) == ([], [])

    team[SAM].telling.told(notice.id for notice in team[BO].telling.waiting())
    assert len(words_for(team[BO])) == 1
    team[BO].telling.told(notice.id for notice in team[BO].telling.waiting())
    assert (words_for(team[BO]), words_for(signed_in(BO))) == ([], [])

    clock.go_on(hours=1)
    team[ADMIN].links.end(link.id)
    assert words_for(team[BO]) == [
        "You are no longer supervised by Sam Supervisor: an administrator ended the link on Monday 2 March 2026. "
        "They read nothing new of yours; what the two of you signed and agreed they can read as it stood."
    ]
    assert len(words_for(signed_in(SAM))) == 2


def test_nobody_is_told_what_they_did_themself(team: dict[str, Practice]) -> None:
    admin = team[ADMIN]
    link = admin.links.add(ADMIN, BO)
    admin.teams.add("North", ADMIN, [ADMIN, BO])
    admin.teams.change_members("North", remove=[ADMIN])
    admin.links.end(link.id)
    assert words_for(admin) == []
    assert len(words_for(team[BO])) == 3


def test_a_team_has_a_lead_and_members_who_are_told(team: dict[str, Practice], clock: StoppedClock) -> None:
    made = team[ADMIN].teams.add("North", SAM, [BO, BO])
    assert (made.lead, made.members) == (team[SAM].person.id, (team[BO].person.id,))
    assert words_for(team[SAM]) == ["You lead the team North."]
    assert words_for(team[BO]) == ["You are now in the team North, which Sam Supervisor leads."]
    clock.go_on(hours=1)
    changed = team[ADMIN].teams.change_members("north", add=[ALEX], remove=[BO])
    assert changed.members == (team[ALEX].person.id,)
    assert words_for(team[BO])[-1] == "You are no longer in the team North."
    assert sorted(words_for(team[SAM])[1:]) == [
        "Alex Another is now in your team North.",
        "Bo Practitioner is no longer in your team North.",
    ]
    assert [name for name in team if team[name].teams.all()] == [ADMIN, SAM, ALEX]
    with pytest.raises(NotPermitted):
        team[SAM].teams.add("South", SAM)
    with pytest.raises(WrongUse, match="already"):
        team[ADMIN].teams.add("NORTH", SAM)
    with pytest.raises(NotFound):
        team[BO].teams.one("North")
