"""What is taken out of a record is gone from the file and its log: straight at the pages, with the workspace's key."""

from __future__ import annotations

from pathlib import Path

import pytest
from a_day import HandClock
from open_file import pages

from reflect.domain.supervision.entry import Section
from reflect.services.practice import Practice
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME
from reflect.vault import door
from reflect.workspace import Workspace

PASSPHRASE = "brindlewhistle farrowmint"
SAM, BO = "Sam", "Bo"
LONG = "Something that nobody else is to read. " * 20


class House:
    """Sam supervises Bo, and they have begun a one-to-one."""

    def __init__(self, folder: Path) -> None:
        self.workspace = Workspace(folder, HandClock())
        self.sam, _ = self.workspace.create(name=SAM, profession="", passphrase=PASSPHRASE, demo=True)
        self.bo, _ = self.workspace.join(code=self.sam.people.invite(BO), passphrase=PASSPHRASE)
        self.link = self.sam.links.add(SAM, BO)
        self.meeting = self.bo.one_to_ones.plan(SAM, self.workspace.clock.today()).id
        self.sam.one_to_ones.begin(self.meeting)

    @property
    def key(self) -> bytes:
        """The workspace's."""
        clock = self.workspace.clock
        return door.enter(self.workspace.folder, name=SAM, passphrase=PASSPHRASE, clock=clock).workspace_key

    def sealed(self, statement: str) -> list[bytes]:
        """Sealed values as they stand now: a part from the middle of each, which is on one page."""
        connection = connect(self.workspace.folder / FILE_NAME, self.key)
        try:
            return [value[100:160] for (value,) in connection.execute(statement).fetchall()]
        finally:
            connection.close()

    def in_pages(self, sealed: list[bytes]) -> list[bytes]:
        """Those of them that stand on some page of the file or its log, whether anything refers to it or not."""
        every = list(pages(self.workspace.folder, self.key))
        return [one for one in sealed if any(one in page for page in every)]

    def close(self) -> None:
        """Nobody has it open any more."""
        practices: tuple[Practice, ...] = (self.sam, self.bo)
        for practice in practices:
            practice.close()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "w")


def test_an_entry_that_its_author_took_out_is_in_no_page_and_not_in_the_log(house: House) -> None:
    mine = house.bo.one_to_ones.add(house.meeting, Section.REFLECTION, LONG)
    before = house.sealed("SELECT sealed FROM pair_entry")
    assert house.in_pages(before) == before != []
    house.bo.one_to_ones.change(house.meeting, mine.id, before=LONG, after="")
    assert house.in_pages(before) == []
    house.close()


def test_nor_are_the_words_of_a_share_that_was_signed_with_a_record_and_withdrawn(house: House) -> None:
    answer = house.bo.reflecting.add_answer("child-s", "what-probably-means", text=LONG, scale=None)
    (share,) = house.bo.sharing.share(house.bo.sharing.preview(answer.id))
    house.bo.one_to_ones.discuss(house.meeting, share.id)
    house.sam.one_to_ones.sign(house.meeting)
    before = house.sealed("SELECT body FROM pair_record") + house.sealed("SELECT sealed FROM mine_record")
    assert house.in_pages(before) == before
    assert len(before) == 2
    house.bo.sharing.withdraw(share.id)
    assert house.in_pages(before) == []
    assert house.sealed("SELECT sealed FROM mine_record") == []
    house.close()
