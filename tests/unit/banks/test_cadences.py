"""How often one-to-ones are held: what comes with reflect, a workplace's own, and files that are refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reflect.banks.cadences import load_cadences
from reflect.banks.catalogue import Catalogue
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.errors import BankError
from reflect.paths import shipped_banks

OWN = """\
format: 1
cadences:
  - id: social-worker
    title: Here
    source: {title: Our policy, publisher: Our service, checked_on: 2026-02-03}
    steps:
      - {every_days: 21, minutes: 75}
  - id: returning
    title: Coming back from leave
    steps:
      - {every_days: 7, minutes: 30, until_day: 28}
      - {every_days: 28, minutes: 60}
"""
STEP = "{every_days: 28, minutes: 60}"


def one(steps: str, extra: str = "") -> str:
    return f"format: 1\ncadences:\n  - id: a\n    title: A\n{extra}    steps: [{steps}]\n"


def shipped() -> dict[str, Cadence]:
    return {cadence.id: cadence for cadence in Catalogue.load(shipped_banks()).cadences}


def test_what_comes_with_reflect_says_what_the_employer_standards_say() -> None:
    cadences = shipped()
    assert cadences["social-worker"].steps == (Step(28, 90),)
    newly = cadences["newly-qualified-social-worker"]
    assert newly.steps == (Step(7, 90, 42), Step(14, 90, 182), Step(28, 90))
    start = date(2026, 3, 2)
    assert [newly.next_after(start, date.fromordinal(start.toordinal() + day)).toordinal() - start.toordinal()
            for day in (0, 42, 43, 182, 183)] == [7, 49, 57, 196, 211]  # fmt: skip
    assert 56 <= cadences["nhs-clinical-supervision"].steps[0].every_days <= 84


def test_each_is_a_starting_point_and_not_a_rule_whoever_read_it_at_its_source() -> None:
    for cadence in shipped().values():
        assert cadence.checked_on is not None or cadence.basis.startswith("a starting point")
        assert cadence.note.startswith("A starting point, to be set by")
        assert bool(cadence.source) == bool(cadence.address) == bool(cadence.checked_on)
    assert "Local Government Association" in shipped()["social-worker"].basis


def test_a_workplace_adds_its_own_and_puts_one_in_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "cadences.yaml").write_text(OWN, encoding="utf-8")
    catalogue = Catalogue.load(shipped_banks(), tmp_path, tmp_path / "not-there")
    assert [cadence.id for cadence in catalogue.cadences] == [*shipped(), "returning"]
    assert catalogue.cadences[0].basis == "Our policy, Our service (checked on Tuesday 3 February 2026)"
    assert catalogue.cadences[-1].basis == "a starting point"
    assert catalogue.broken() == ()


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (one(STEP) + one(STEP).split("cadences:\n")[1], 6, "the id `a` is given twice"),
        (one(f"{STEP}, {STEP}"), 5, "each step but the last has an `until_day`"),
        (one(f"{{every_days: 7, minutes: 60, until_day: 9}}, {{every_days: 8, minutes: 60, until_day: 9}}, {STEP}"),
         5, "later than that of the one before"),
        (one("{every_days: 28, minutes: 60, until_day: 9}"), 5, "the last step holds from then on"),
        (one("{every_days: monthly, minutes: 60}"), 5, "every_days"),
        (one("{every_days: 0, minutes: 60}"), 5, "every_days"),
        (one("{every_days: 28}"), 5, "minutes"),
        (one(""), 5, "steps"),
        (one(STEP, "    source: {title: T, publisher: P, checked_on: last week}\n"), 5, "checked_on"),
        (one(STEP, "    source: {title: T, publisher: P, checked_on: 2026-02-30}\n"), 5, "no day 2026-02-30"),
        (one(STEP, "    source: {title: T, publisher: P, url: 'ask Jo'}\n"), 5, "url"),
        (one(STEP, "    notes: A\n"), 5, "notes"),
        (one("&s {every_days: 28, minutes: 60}"), 5, "anchor"),
        ("format: 2\ncadences: []\n", 1, "format"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_names_the_line(
    write: Callable[..., Path], content: str, line: int, words: str
) -> None:
    with pytest.raises(BankError, match=rf"^cadences\.yaml:{line}: ") as refused:
        load_cadences(write(content, "cadences.yaml"))
    assert words in refused.value.what


def test_the_page_for_people_shows_a_file_that_can_be_used(write: Callable[..., Path]) -> None:
    page = (Path(__file__).parents[3] / "docs" / "self-audit.md").read_text(encoding="utf-8")
    shown = "\n".join(line.removeprefix("    ") for line in page[page.index("    format: 1") :].splitlines())
    (cadence,) = load_cadences(write(f"{shown}\n", "cadences.yaml"))
    assert (cadence.id, cadence.steps) == ("social-worker", (Step(21, 75),))
