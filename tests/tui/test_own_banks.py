"""Banks of one's own in the app: looked at before they are added, and taken away again with the answers kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hostile import MARKUP
from looking import out_of_reach, too_faint
from reflect.tui.dialogs.add_bank import AddBankDialog
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screens.bank import BankPage
from reflect.tui.screens.library import LibraryPage
from reflect.tui.typed_path import typed_path
from stage import PASSPHRASE, Stage
from waiting import press, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]
BANK = """\
format: 1
id: our-own
title: {title}
version: {version}
language: en-GB
handling: {handling}
document:
  title: Our own briefing
  kind: local briefing
summary: What our team learnt from one of its own reviews.
findings:
  - id: fathers-not-asked
    text: Fathers were not asked what they saw.
    polarity: strengthen
    themes: [fathers-and-partners]
    locator: Page 1
questions:
  - id: {asking}
    text: {asks}
    why: Fathers were not asked what they saw.
    shape: open
    grade: derived
    audience: all
    themes: [fathers-and-partners]
    findings: [fathers-not-asked]
    locator: Page 1
  - id: {second}
    text: When did I last ring a father myself?
    why: Fathers were not asked what they saw.
    shape: open
    grade: derived
    audience: all
    themes: [fathers-and-partners]
    findings: [fathers-not-asked]
    locator: Page 1
"""
Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def file() -> Path:
    return write(Path("our own.yaml"))


def write(
    path: Path,
    *,
    version: int = 1,
    title: str = "Our own",
    handling: str = "local-only",
    asking: str = "asking-fathers",
    asks: str = "How do I ask fathers what they see?",
    second: str = "ringing-fathers",
) -> Path:
    words = BANK.format(
        version=version, title=title, handling=handling, asking=asking, asks=asks, second=second
    )
    path.write_text(words, encoding="utf-8")
    return path


def add(stage: Stage, file: Path) -> None:
    """As a colleague did before."""
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    practice.bank_shelf.add(practice.bank_shelf.check(file))
    practice.close()


def change(file: Path, before: str, after: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


async def look_at(pilot: Pilot[None], file: Path | str) -> None:
    """From any page to the library, and to what a file holds."""
    await press(pilot, "l", "n")
    assert isinstance(pilot.app.screen, AddBankDialog)
    pilot.app.screen.query_one("#file", Input).value = str(file)
    await press(pilot, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_bank_is_looked_at_before_it_is_added_and_is_there_at_once(
    stage: Stage, golden: Golden, file: Path, size: tuple[int, int]
) -> None:
    async with stage.open(size) as pilot:
        await look_at(pilot, file)
        said = words_of(pilot)
        for words in (
            "Our own",
            "Version 1 · Local only · 2 questions, 1 finding",
            "Our own briefing",
            "Add this bank",
        ):
            assert words in said
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
        golden(f"add-bank-{size[0]}x{size[1]}", text_of(pilot))
        assert "our-own" not in {bank.id for bank in pilot.app.desk.practice.banks.banks()}
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LibraryPage)
        assert "Our own" in text_of(pilot)
        assert "The bank is added." in words_of(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankPage)
        assert "What our team learnt" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_newer_version_says_what_it_changes_before_it_takes_the_place_of_the_older(
    stage: Stage, golden: Golden, size: tuple[int, int]
) -> None:
    stage.workspace.set_up().close()
    add(stage, write(Path("one.yaml")))
    newer = write(
        Path("two.yaml"),
        version=2,
        handling="public",
        asks="How do I ask each father what he sees?",
        second="visiting-fathers",
    )
    async with stage.open(size) as pilot:
        await look_at(pilot, newer)
        shown = " ".join(str(pilot.app.screen.query_one("#what-it-is").render()).split())
        for words in (
            "It takes the place of version 1, which is here now:",
            "Its label: Public, before: Local only",
            "New questions: 1 · When did I last ring a father myself?",
            "Questions that go: 1",
            "Now: How do I ask each father what he sees?",
            "Before: How do I ask fathers what they see?",
            "Answers keep the words that they answered. Version 1 is kept aside.",
        ):
            assert words in shown
        assert "It takes the place of version 1" in words_of(pilot)
        golden(f"add-bank-newer-{size[0]}x{size[1]}", text_of(pilot))
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
        assert pilot.app.desk.practice.banks.bank("our-own").version == 1
        await press(pilot, "enter")
        assert pilot.app.desk.practice.banks.bank("our-own").version == 2


async def test_what_is_wrong_is_said_with_its_lines_and_nothing_is_added(
    stage: Stage, golden: Golden, file: Path
) -> None:
    change(file, "shape: open", "shape: closed")
    async with stage.open() as pilot:
        await look_at(pilot, file)
        said = words_of(pilot)
        assert "our own.yaml cannot be used as it is; nothing was changed." in said
        for line in ("Line 21: ", "Line 30: "):
            assert line in said
        assert "`closed`" in said
        assert "Add this bank" not in said
        golden("add-bank-wrong-80x24", text_of(pilot))
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, LibraryPage)
        assert "our-own" not in {bank.id for bank in pilot.app.desk.practice.banks.banks()}


@pytest.mark.parametrize(
    ("path", "words"), [("nowhere.yaml", "there is no such file"), (".", "this is not a file")]
)
async def test_a_file_that_is_not_there_is_said_so(stage: Stage, path: str, words: str) -> None:
    async with stage.open() as pilot:
        await look_at(pilot, path)
        assert words in words_of(pilot)


async def test_the_same_version_again_is_refused_in_words(stage: Stage, file: Path) -> None:
    stage.workspace.set_up().close()
    add(stage, file)
    async with stage.open() as pilot:
        await look_at(pilot, file)
        assert "This bank is here already, in the same version." in words_of(pilot)
        assert "Add this bank" not in words_of(pilot)


async def test_words_of_a_bank_are_shown_and_never_obeyed(stage: Stage) -> None:
    for words in MARKUP:
        file = write(Path("[red]bank.yaml"), title=f"'Our {words}'", asks=f"'How do I {words}?'")
        async with stage.open((120, 40)) as pilot:
            await look_at(pilot, file)
            assert f"Our {words}" in words_of(pilot)
            change(file, "shape: open", "shape: closed")
            await press(pilot, "shift+tab", "enter")
            assert "[red]bank.yaml cannot be used" in words_of(pilot)


async def test_what_was_looked_at_goes_when_another_file_is_named(stage: Stage, file: Path) -> None:
    async with stage.open() as pilot:
        await look_at(pilot, file)
        assert "Version 1" in words_of(pilot)
        await press(pilot, "shift+tab", "x")
        assert "Version 1" not in words_of(pilot)
        await press(pilot, "tab", "tab", "enter")
        assert isinstance(pilot.app.screen, AddBankDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_a_bank_that_was_added_can_be_removed_and_its_answers_stay(
    stage: Stage, golden: Golden, file: Path, size: tuple[int, int]
) -> None:
    stage.workspace.set_up().close()
    add(stage, file)
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    practice.reflecting.add_answer("our-own", "asking-fathers", text="By name.", scale=None)
    practice.close()
    async with stage.open(size) as pilot:
        await press(pilot, "l", "end", "enter")
        await wait_for(pilot, lambda: "What our team learnt" in text_of(pilot), "the bank")
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "What was answered stays" in words_of(pilot)
        golden(f"remove-bank-{size[0]}x{size[1]}", text_of(pilot))
        await press(pilot, "escape", "x", "right", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, LibraryPage), "the library")
        assert "Local only" not in text_of(pilot)
        await press(pilot, "m")
        await wait_for(pilot, lambda: "Our own" in text_of(pilot), "what was written")
        await press(pilot, "enter")
        await wait_for(pilot, lambda: "By name." in text_of(pilot), "the answer")
        assert "How do I ask fathers what they see?" in words_of(pilot)


async def test_a_bank_that_comes_with_reflect_cannot_be_removed(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "enter", "x")
        assert isinstance(pilot.app.screen, BankPage)
        assert "Remove" not in text_of(pilot)


def test_a_path_is_understood_as_it_is_typed_pasted_or_dropped(tmp_path: Path) -> None:
    for typed in (f"{tmp_path}/our own.yaml", f"  '{tmp_path}/our own.yaml' ", f'"{tmp_path}/our own.yaml"'):
        assert typed_path(typed) == tmp_path / "our own.yaml"
    assert typed_path(f"{tmp_path}/our\\ own.yaml") == tmp_path / "our own.yaml"
    assert typed_path(f"{tmp_path}/Sam's bank.yaml") == tmp_path / "Sam's bank.yaml"
    assert typed_path("~/our-own.yaml") == Path.home() / "our-own.yaml"
    assert typed_path("~nobody-of-this-name/x.yaml") == Path("~nobody-of-this-name/x.yaml")
