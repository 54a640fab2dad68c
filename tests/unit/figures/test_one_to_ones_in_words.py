"""What stands beside the counts of one-to-ones: what due means, and from how many people nothing is."""

from __future__ import annotations

from reflect.domain.figures.saying import what_is_due

DUE = "Due is one for each interval that the two agreed on, counted from the day on which their agreement holds."
WITHOUT = "no agreement that both have signed is known to say how often they meet: nothing is due from them."


def test_what_due_means_is_said_always() -> None:
    for people in range(3):
        assert what_is_due(people, 0).startswith(DUE)


def test_people_without_an_agreement_are_a_number_and_nothing_where_there_are_none() -> None:
    assert what_is_due(0, 0).endswith("Planned counts those held and cancelled too.")
    assert what_is_due(1, 0).endswith(f" For 1 person {WITHOUT}")
    assert what_is_due(12, 0).endswith(f" For 12 people {WITHOUT}")


def test_people_whom_nobody_supervises_are_a_number_too() -> None:
    assert what_is_due(0, 1).endswith(" too. Nobody supervises 1 person: nothing is due from them.")
    assert what_is_due(2, 12).endswith(f" {WITHOUT} Nobody supervises 12 people: nothing is due from them.")
