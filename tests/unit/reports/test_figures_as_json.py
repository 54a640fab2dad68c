"""Figures as other programs read them: what is not shown says nothing else either."""

from __future__ import annotations

from log_reported import FIRST, MONDAY, TODAY, team_figures
from promised import promised
from reflect.domain.figures.measures import Measure
from reflect.reports.log_json import figures_json

GIVEN = figures_json([team_figures()], 5, TODAY)


def test_each_number_has_the_keys_that_are_promised() -> None:
    for part in ("cells", "history", "teams"):
        keys = promised(f"### Each of `{part}`")
        assert GIVEN[part]
        assert all(set(one) == keys for one in GIVEN[part])


def test_a_number_says_of_which_week_it_is_and_one_that_is_not_shown_says_no_week() -> None:
    shown = {(one["suppressed"], one["week"]) for one in GIVEN["cells"] if one["value"] != 0}
    assert shown == {(False, MONDAY.isoformat()), (True, None)}
    hidden = [one for one in GIVEN["history"] if one["suppressed"]]
    assert {(one["value"], one["week"]) for one in hidden} == {(None, None)}


def test_a_number_of_the_whole_that_was_never_there_is_nought_as_of_the_first_week() -> None:
    (good,) = (
        one for one in GIVEN["cells"] if one["measure"] == Measure.REFLECTED.value and one["bank"] is None
    )
    assert (good["value"], good["suppressed"], good["week"]) == (0, False, FIRST.isoformat())


def test_of_a_team_of_which_nothing_is_shown_yet_no_number_of_the_whole_is_told_from_another() -> None:
    never = team_figures(week=None, first=None, cells=(), history=())
    given = figures_json([never], 5, TODAY)
    told = {(one["value"], one["suppressed"], one["week"]) for one in given["cells"]}
    assert told == {(None, True, None)}
    assert len(given["cells"]) == len(Measure) - 1
    assert given["history"] == []
