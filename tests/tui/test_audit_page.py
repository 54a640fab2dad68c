"""The self-audit by keys alone: the same lines for both, each with what shows it, and a file of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from between_two import SUPERVISOR, Two
from looking import out_of_reach, too_faint
from reflect.domain.dates import said
from reflect.domain.supervision.audit import Audit
from reflect.tui.dialogs.export_record import ExportRecordDialog
from reflect.tui.dialogs.since_when import SinceWhenDialog
from reflect.tui.screens.audit import AuditPage, audit_words
from stage import NAME, Stage, come_in, fill, submit
from waiting import press, resize, text_of, unframed

SIZES = [((60, 18), "light"), ((80, 24), "dark"), ((120, 40), "light")]


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage)


async def at_audit(pilot: Pilot[None], name: str) -> None:
    await come_in(pilot, name)
    await press(pilot, "1", "u")
    assert isinstance(pilot.app.screen, AuditPage)


def audited(two: Two, name: str, other: str) -> Audit:
    with two.signed_in(name) as practice:
        return practice.auditing.audit(other)


async def test_both_read_the_same_lines_as_the_file_gives_them(two: Two) -> None:
    two.agree()
    two.hold(signed_by=(NAME, SUPERVISOR))
    two.go_on(days=20)
    both = []
    for name, other in ((NAME, SUPERVISOR), (SUPERVISOR, NAME)):
        audit = audited(two, name, other)
        async with two.stage.closed((120, 60)) as pilot:
            await at_audit(pilot, name)
            words = unframed(pilot)
            assert f"{SUPERVISOR} supervises {NAME}" in words
            for line in audit.lines:
                assert f"{line.question} {line.answer.value.capitalize()}." in words
            both.append(text_of(pilot).split("\n", 1)[1])
    assert both[0] == both[1]
    assert {line.answer.value for line in audit.lines} == {"yes", "partly", "no"}


async def test_another_period_is_chosen_in_words(two: Two) -> None:
    two.agree()
    two.go_on(days=200)
    async with two.stage.closed() as pilot:
        await at_audit(pilot, NAME)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, SinceWhenDialog)
        await fill(pilot, since_words="tomorrow")
        await press(pilot, "ctrl+s")
        assert "That is no day that has passed." in unframed(pilot)
        await fill(pilot, since_words="2 weeks ago")
        await press(pilot, "ctrl+s")
        assert f"from {said(two.in_days(-14))} to {said(two.today)}" in unframed(pilot)


async def test_it_goes_to_a_file(two: Two, tmp_path: Path) -> None:
    two.agree()
    async with two.stage.closed() as pilot:
        await at_audit(pilot, NAME)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ExportRecordDialog)
        await fill(pilot, kind="json", folder=str(tmp_path))
        await submit(pilot, "write")
    written = json.loads((tmp_path / f"self-audit-{two.today.isoformat()}.json").read_text(encoding="utf-8"))
    audit = audited(two, NAME, SUPERVISOR)
    assert [line["answer"] for line in written["lines"]] == [line.answer.value for line in audit.lines]


def test_every_line_is_a_word_and_what_shows_it(two: Two) -> None:
    two.agree()
    audit = audited(two, NAME, SUPERVISOR)
    told = audit_words(audit).plain
    for line in audit.lines:
        assert f"{line.question} {line.answer.value.capitalize()}.\n·  {line.shows}" in told


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_what_the_pages_say(
    two: Two, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    two.stage.workspace.use_theme(theme)
    at = f"{size[0]}x{size[1]}"
    two.agree()
    two.hold(signed_by=(NAME, SUPERVISOR))

    async def look(name: str, wanted: str) -> None:
        assert wanted in unframed(pilot)
        golden(f"{name}-{at}", text_of(pilot))
        assert (name, too_faint(pilot)) == (name, [])
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert (name, now, await out_of_reach(pilot)) == (name, now, [])

    async with two.stage.closed(size) as pilot:
        await at_audit(pilot, NAME)
        await look("audit", "Is a supervision agreement on file? Partly.")
        await press(pilot, "x")
        await fill(pilot, folder="/a/folder")
        await look("export-record", "nothing in it is masked")
