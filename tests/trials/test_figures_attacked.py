"""Figures of made-up teams, published for a year under the rules and then attacked: nothing is given away that rests on
fewer people than the threshold. Where a rule is left out, the same attack gets plenty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import pytest
from figures_attack import Attack, Envelope, Table
from made_up_teams import Count, Counted, MadeUpTeam

from reflect.domain.figures import publishing
from reflect.domain.figures.behind import Behind, is_of_enough
from reflect.domain.figures.cells import Cell
from reflect.domain.figures.publishing import Publication, publish
from reflect.domain.figures.rests import Rest

THRESHOLD = 5


class Published:
    """One team's publication, and who was behind each number when it was shown, as it was counted."""

    def __init__(self, threshold: int = THRESHOLD) -> None:
        self.publication = Publication(threshold)
        self.table = Table()
        self.numbers = 0

    def publish(self, counted: Counted) -> bool:
        """Freezes a week; whether anything was shown anew."""
        change = publish(
            self.publication,
            counted.everything,
            counted.week,
            listed=counted.listed,
            numbers=counted.numbers,
        )
        for cell, shown in change.shown.items():
            name = cell.measure.value, cell.by.value, cell.key
            behind = envelope(counted.everything, counted.listed, cell)
            if shown.value is None:
                self.table.cells[name], self.table.not_shown[name] = None, behind
                continue
            self.numbers += shown.value != 0
            self.table.cells[name] = shown.value, behind
        return bool(change.shown)


def envelope(everything: Count, listed: Count, cell: Cell) -> Envelope:
    everybody, by_hand = everything.get(cell, {}), listed.get(cell, {})
    left = {person: amount - by_hand.get(person, 0) for person, amount in everybody.items()}
    return Envelope(everybody, {person: amount for person, amount in left.items() if amount})


def attacked(teams: int, weeks: int, *, first: int = 0, threshold: int = THRESHOLD) -> tuple[list[str], int]:
    """What an attack on so many teams gets back, and how many numbers were published of them."""
    return attack_on((MadeUpTeam(seed, weeks) for seed in range(first, first + teams)), threshold)


def attack_on(teams: Iterable[MadeUpTeam], threshold: int = THRESHOLD) -> tuple[list[str], int]:
    found, numbers = [], 0
    for team in teams:
        published, attack = Published(threshold), Attack(THRESHOLD)
        for number, counted in enumerate(team):
            if published.publish(counted):
                attack.look(number, published.table, solve=True)
        found += [f"team {team.seed}, week {week}: {what}" for week, what in attack.given_away]
        numbers += published.numbers
    return found, numbers


def small_teams(of_each_size: int, weeks: int) -> Iterator[MadeUpTeam]:
    """Teams of 2 to 12 people."""
    for size in range(2, 13):
        yield from (MadeUpTeam(1000 * size + number, weeks, size) for number in range(of_each_size))


def without_threshold(monkeypatch: pytest.MonkeyPatch) -> int:
    return 1


def without_anew(monkeypatch: pytest.MonkeyPatch) -> int:
    def enough_by_itself(week: publishing._Week, rest: Rest, left: Behind) -> bool:
        return is_of_enough(left, THRESHOLD)

    monkeypatch.setattr(publishing, "_changed_enough", lambda *_: True)
    monkeypatch.setattr(publishing._Week, "_may_be_told", enough_by_itself)
    return THRESHOLD


def without_holding_back(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(publishing._Week, "settled", lambda _: {})
    return THRESHOLD


def without_taking_away_what_is_listed(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(publishing, "split", lambda everybody, _: everybody)
    return THRESHOLD


def without_sums_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing._Week, "_to_hold_back", lambda _: [])


def without_noughts_that_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = publishing._changed_enough

    def hidden_at_once(publication: Publication, cell: Cell, behind: Behind, begun: date) -> bool:
        return not is_of_enough(behind, THRESHOLD) or usual(publication, cell, behind, begun)

    monkeypatch.setattr(publishing, "_changed_enough", hidden_at_once)


def test_that_a_nought_goes_or_a_number_is_hidden_tells_of_nobody_in_a_small_team() -> None:
    found, _ = attack_on(small_teams(1, 20))
    assert found == []


def test_where_noughts_go_at_once_they_tell_of_a_few_people(monkeypatch: pytest.MonkeyPatch) -> None:
    without_noughts_that_stand(monkeypatch)
    found, _ = attack_on(small_teams(1, 20))
    assert sum(": 0 and then not shown" in what for what in found) > 50


def test_nothing_is_given_away() -> None:
    found, numbers = attacked(10, 20, first=4)
    assert found == []
    assert numbers > 150


@pytest.mark.parametrize(
    "left_out",
    [without_threshold, without_anew, without_holding_back, without_taking_away_what_is_listed],
)
def test_without_one_of_the_rules_much_is_given_away(
    left_out: Callable[[pytest.MonkeyPatch], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found, _ = attacked(4, 12, first=4, threshold=left_out(monkeypatch))
    assert len(found) > 50


def test_where_sums_are_not_looked_at_together_solving_them_gives_something_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_sums_together(monkeypatch)
    found, _ = attacked(1, 4, first=10)
    assert len(found) > 2
    assert all(": solved " in what for what in found)


@pytest.mark.trial
def test_nothing_is_given_away_of_small_teams_in_a_year() -> None:
    found, numbers = attack_on(small_teams(20, 52))
    assert found == []
    assert numbers > 500


@pytest.mark.trial
def test_nothing_is_given_away_of_a_thousand_teams_in_a_year() -> None:
    found, numbers = attacked(1000, 52)
    assert found == []
    assert numbers > 50_000
