"""Hostile words as names, as a bank's text and as settings: shown as typed on every page, and nothing else happens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from hostile import ESCAPES, EVERYTHING, LONG, MARKUP, SCRIPTS
from reflect.banks.catalogue import Catalogue
from reflect.domain.banks import Bank, Resource
from reflect.text import UNSAFE
from reflect.tui.words import cell, plain
from stage import Seconds, Stage, StagedWorkspace, fill, submit
from tour import signed_in
from waiting import press, settle, text_of, words_of


class HostileShelf(Catalogue):
    """The made-up banks, with hostile words in every place that a bank has."""

    words = ""

    def banks(self) -> tuple[Bank, ...]:
        return tuple(hostile(bank, self.words) for bank in super().banks())

    def bank(self, bank_id: str) -> Bank:
        return hostile(super().bank(bank_id), self.words)


def hostile(bank: Bank, words: str) -> Bank:
    return replace(
        bank,
        title=words,
        content_note=words,
        summary=words,
        document=replace(bank.document, title=words, publisher=words, published=words, kind=words),
        reviews=tuple(replace(review, name=words, kind=words) for review in bank.reviews),
        findings=tuple(
            replace(
                finding,
                text=words,
                locator=words,
                change=tuple(replace(change, who=words, text=words) for change in finding.change),
            )
            for finding in bank.findings
        ),
        facts=tuple(replace(fact, text=words, locator=words) for fact in bank.facts),
        questions=tuple(
            replace(question, text=words, why=words, locator=words, parts=(words, words), prompts=(words,))
            for question in bank.questions
        ),
        resources=(Resource(words, words),),
    )


class HostileWorkspace(StagedWorkspace):
    words = ""

    def catalogue(self) -> Catalogue:
        shelf = HostileShelf((self.banks,))
        shelf.words = self.words
        return shelf


@pytest.mark.parametrize("words", [EVERYTHING, LONG, ""], ids=["everything", "long", "nothing"])
async def test_a_bank_of_hostile_words_is_shown_on_every_page(stage: Stage, banks: Path, words: str) -> None:
    workspace = HostileWorkspace(stage.workspace.folder, stage.workspace.clock, banks)
    workspace.words = words
    seen = []

    async def look(name: str, pilot: Pilot[None]) -> None:
        text = text_of(pilot)
        assert not UNSAFE.search(text.replace("\n", ""))
        if name in ("bank-findings", "bank-facts") and words == EVERYTHING:
            for part in (*MARKUP[:3], *SCRIPTS[:1]):
                assert part in words_of(pilot)
        seen.append(name)

    await signed_in(Stage(workspace, Seconds()), (80, 24), look)
    assert {"today-first-time", "library", "bank-questions", "filter", "help"} <= set(seen)


async def test_a_hostile_name_is_shown_as_it_was_typed_and_does_nothing(stage: Stage) -> None:
    name = "[@click=app.leave]Robin[/] [/]"
    stage.workspace.set_up(name).close()
    async with stage.closed() as pilot:
        assert name in words_of(pilot)
        await pilot.click(offset=(24, 4))
        await settle(pilot)
        assert pilot.app.is_running
    async with stage.open() as pilot:
        assert name in words_of(pilot)


async def test_hostile_words_in_a_filter_and_in_settings(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "f")
        await fill(pilot, words=MARKUP[1])
        await submit(pilot, "show")
        assert f"words: {MARKUP[1]}" in words_of(pilot)
        await press(pilot, "f2")
        await fill(pilot, procedure=MARKUP[0] + "\x1b[2J", minutes="15")
        await submit(pilot, "save")
        assert stage.workspace.settings().local_procedure == MARKUP[0]


def test_words_for_widgets_and_cells_keep_brackets_and_drop_what_a_terminal_obeys() -> None:
    for words in (*MARKUP, *SCRIPTS):
        assert plain(words).plain == words
        assert plain(words).spans == []
        assert cell(words).plain == words
    for words in ESCAPES:
        assert not UNSAFE.search(plain(words).plain)
        assert not UNSAFE.search(cell(words).plain)
