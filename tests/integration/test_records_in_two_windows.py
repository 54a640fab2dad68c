"""Two people, or two windows of one person, write in the same record at once: nothing is lost, and nobody's word takes
the place of another's unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reflect.domain.keeping_both import BETWEEN
from reflect.domain.supervision.entry import Section
from reflect.errors import ChangedMeanwhile
from reflect.services.practice import Practice
from reflect.workspace import Workspace
from two_people import BO, DAY, LATER, SAM, TERMS, SignIn, TwoPeople

PASSPHRASE = "a lantern by the canal"


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    return TwoPeople(signed_in)


@pytest.fixture
def window(signed_in: SignIn) -> Callable[[str], Practice]:
    """Another window of somebody."""
    return signed_in


def test_one_s_own_words_from_two_windows_are_both_kept(
    two: TwoPeople, window: Callable[[str], Practice]
) -> None:
    meeting, other = two.begun(), window(BO)
    mine = two.bo.one_to_ones.add(meeting, Section.REFLECTION, "I waited.")
    two.bo.one_to_ones.change(meeting, mine.id, before="I waited.", after="I waited for a day.")
    both = other.one_to_ones.change(meeting, mine.id, before="I waited.", after="I waited, and asked.")
    assert both.text == f"I waited for a day.\n\n{BETWEEN}\n\nI waited, and asked."
    assert two.sam.one_to_ones.one(meeting).entries == (both,)


def test_what_one_window_takes_out_and_another_goes_on_writing_stays(
    two: TwoPeople, window: Callable[[str], Practice]
) -> None:
    meeting, other = two.begun(), window(BO)
    mine = two.bo.one_to_ones.add(meeting, Section.REFLECTION, "I waited.")
    two.bo.one_to_ones.change(meeting, mine.id, before="I waited.", after="")
    assert other.one_to_ones.change(
        meeting, mine.id, before="I waited.", after="I waited, and asked."
    ).text == ("I waited, and asked.")
    stays = other.one_to_ones.add(meeting, Section.OTHER, "Leave in May.")
    two.bo.one_to_ones.change(meeting, stays.id, before="Leave in May.", after="Leave in June.")
    assert (
        other.one_to_ones.change(meeting, stays.id, before="Leave in May.", after="").text == "Leave in June."
    )


def test_a_day_that_both_moved_it_to_is_asked_about(two: TwoPeople) -> None:
    meeting = two.planned()
    two.bo.one_to_ones.replan(meeting, LATER, before=DAY)
    with pytest.raises(
        ChangedMeanwhile, match="planned for was changed meanwhile: it is Monday 23 March 2026"
    ):
        two.sam.one_to_ones.replan(meeting, date(2026, 3, 30), before=DAY)
    assert two.bo.one_to_ones.one(meeting).facts.planned == LATER
    assert two.sam.one_to_ones.replan(meeting, LATER, before=DAY).facts.planned == LATER


def test_what_each_changes_of_the_facts_stands_together(two: TwoPeople) -> None:
    meeting = two.begun()
    facts = two.bo.one_to_ones.one(meeting).facts
    ended = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    two.bo.one_to_ones.set_facts(meeting, facts, replace(facts, ended=ended, place="Room 2, then the garden"))
    both = two.sam.one_to_ones.set_facts(meeting, facts, replace(facts, next=LATER, place="In Room 2")).facts
    assert (both.ended, both.next, both.place) == (ended, LATER, "Room 2, then the garden / In Room 2")
    assert two.sam.one_to_ones.set_facts(meeting, facts, replace(facts, next=LATER)).facts == both


def test_a_day_that_both_changed_is_asked_about_and_nothing_is_overwritten(two: TwoPeople) -> None:
    meeting = two.begun()
    facts = two.bo.one_to_ones.one(meeting).facts
    two.bo.one_to_ones.set_facts(meeting, facts, replace(facts, next=LATER))
    two.sam.one_to_ones.sign(meeting)
    with pytest.raises(
        ChangedMeanwhile, match="The day of the next one was changed meanwhile: it is Monday 23"
    ) as told:
        two.sam.one_to_ones.set_facts(
            meeting, facts, replace(facts, next=date(2026, 4, 6), place="Somewhere else")
        )
    assert told.value.field == "the day of the next one"
    stands = two.bo.one_to_ones.one(meeting)
    assert (stands.facts.next, stands.facts.place) == (LATER, "Room 2")
    assert stands.signed_by == (two.sam.person.id,)


def test_the_terms_of_an_agreement_likewise(two: TwoPeople) -> None:
    agreement = two.bo.agreements.draw_up(SAM, TERMS).id
    two.bo.agreements.set_terms(
        agreement, TERMS, replace(TERMS, minutes=60, readers="The two of us, and the archive.")
    )
    with pytest.raises(ChangedMeanwhile, match="How long you meet was changed meanwhile: it is 60 now"):
        two.sam.agreements.set_terms(agreement, TERMS, replace(TERMS, minutes=45))
    both = two.sam.agreements.set_terms(
        agreement, TERMS, replace(TERMS, every_days=14, readers="The two of us alone.")
    ).terms
    assert (both.minutes, both.every_days) == (60, 14)
    assert both.readers == f"The two of us, and the archive.\n\n{BETWEEN}\n\nThe two of us alone."
    assert not both.working_notes


def test_what_one_wants_is_kept_from_both_windows(two: TwoPeople, window: Callable[[str], Practice]) -> None:
    agreement, other = two.bo.agreements.draw_up(SAM, TERMS).id, window(BO)
    two.bo.agreements.write(agreement, Section.WANTS, before="", after="Time.")
    both = other.agreements.write(agreement, Section.WANTS, before="", after="Quiet.")
    assert both.wants(two.bo.person.id) == f"Time.\n\n{BETWEEN}\n\nQuiet."
    assert len(both.entries) == 1


def test_who_signs_after_a_change_in_another_window_signs_what_stands(
    two: TwoPeople, window: Callable[[str], Practice]
) -> None:
    meeting, other = two.begun(), window(SAM)
    two.sam.one_to_ones.one(meeting)
    other.one_to_ones.add(meeting, Section.OTHER, "Leave in May.")
    signed = two.sam.one_to_ones.sign(meeting)
    assert [entry.text for entry in signed.entries] == ["Leave in May."]
    assert other.one_to_ones.one(meeting) == signed


IN_ANOTHER_PROCESS = """
import pathlib, sys
from clocks import StoppedClock
from reflect.domain.supervision.entry import Section
from reflect.workspace import Workspace
folder, name, passphrase, meeting, number = sys.argv[1:]
practice = Workspace(pathlib.Path(folder), StoppedClock()).sign_in(name, passphrase)
print("ready", flush=True)
sys.stdin.readline()
mine = practice.one_to_ones.add(meeting, Section.REFLECTION, "-")
text = mine.text
for turn in range(int(number)):
    practice.one_to_ones.add(meeting, Section.OTHER, f"{name} {turn}")
    fresh = f"{text} {turn}"
    text = practice.one_to_ones.change(meeting, mine.id, before=text, after=fresh).text
print(text, flush=True)
practice.close()
"""


def test_two_processes_write_at_once_and_every_word_is_there(two: TwoPeople, workspace: Workspace) -> None:
    meeting, number = two.begun(), 12
    tests = str(Path(__file__).resolve().parents[1])
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                IN_ANOTHER_PROCESS,
                workspace.folder,
                name,
                PASSPHRASE,
                meeting,
                str(number),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([tests, os.environ.get("PYTHONPATH", "")])},
        )
        for name in (SAM, BO)
    ]
    for child in running:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in running:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    said = [child.communicate(timeout=120)[0].strip() for child in running]
    assert said == [" ".join(["-", *map(str, range(number))])] * 2
    record = two.sam.one_to_ones.one(meeting)
    assert {entry.text for entry in record.entries if entry.section is Section.OTHER} == {
        f"{name} {turn}" for name in (SAM, BO) for turn in range(number)
    }
    assert sorted(entry.text for entry in record.entries if entry.section is Section.REFLECTION) == said
    assert two.bo.examine() == ()
