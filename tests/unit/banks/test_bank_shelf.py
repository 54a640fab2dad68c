"""Banks of one's own: checked, kept with version and hash, and never changed under somebody's answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.banks.catalogue import Catalogue
from reflect.banks.shelf import BankShelf
from reflect.errors import BankError, NotFound
from reflect.paths import shipped_banks

BANK = """\
format: 1
id: our-own
title: {title}
version: {version}
language: en-GB
handling: local-only
document:
  title: Our own briefing
  kind: local briefing
summary: >-
  What our team learnt from one of its own reviews.
findings:
  - id: fathers-not-asked
    text: Fathers were not asked what they saw.
    polarity: strengthen
    themes: [fathers-and-partners]
    locator: Page 1
questions:
  - id: asking-fathers
    text: {asks}
    why: Fathers were not asked what they saw.
    shape: open
    grade: derived
    audience: all
    themes: [fathers-and-partners]
    findings: [fathers-not-asked]
    locator: Page 1
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(
        version: int = 1, title: str = "Our own", asks: str = "How do I ask fathers what they see?"
    ) -> Path:
        path = tmp_path / "our-own.yaml"
        path.write_text(BANK.format(version=version, title=title, asks=asks), encoding="utf-8")
        return path

    return written


@pytest.fixture
def shelf(tmp_path: Path) -> Callable[[], tuple[BankShelf, Catalogue]]:
    """The shelf as a program that has just started sees it."""

    def opened() -> tuple[BankShelf, Catalogue]:
        catalogue = Catalogue.load(shipped_banks(), tmp_path / "workspace" / "banks")
        return BankShelf(tmp_path / "workspace", catalogue), catalogue

    (tmp_path / "workspace").mkdir()
    return opened


def add(shelf: Callable[[], tuple[BankShelf, Catalogue]], file: Path) -> Path:
    now, _ = shelf()
    return now.add(now.check(file))


def test_an_added_bank_stands_beside_those_that_come_with_reflect(write: Write, shelf) -> None:
    add(shelf, write())
    _, catalogue = shelf()
    assert catalogue.bank("our-own").title == "Our own"
    assert {"our-own", "child-s"} <= {bank.id for bank in catalogue.banks()}
    assert catalogue.broken() == ()


def test_a_newer_version_says_what_it_changes_before_it_replaces_the_older(write: Write, shelf) -> None:
    add(shelf, write())
    addition = shelf()[0].check(write(2, asks="How do I ask each father what he sees?"))
    assert addition.replaces is not None
    assert addition.replaces.version == 1
    assert addition.changes is not None
    assert addition.changes.reworded_questions == ("asking-fathers",)
    assert shelf()[1].bank("our-own").version == 1

    shelf()[0].add(addition)
    _, catalogue = shelf()
    assert catalogue.bank("our-own").version == 2
    assert catalogue.broken() == ()


def test_the_older_version_is_kept(write: Write, shelf, tmp_path: Path) -> None:
    first = add(shelf, write())
    add(shelf, write(2, title="Our own, again"))
    assert [path.name for path in (tmp_path / "workspace" / "banks" / "older").iterdir()] == [first.name]


def test_the_same_version_with_other_words_is_refused(write: Write, shelf) -> None:
    add(shelf, write())
    with pytest.raises(BankError, match="raise its version to 2"):
        shelf()[0].check(write(1, title="Changed quietly"))
    with pytest.raises(BankError, match="already"):
        shelf()[0].check(write())


def test_a_file_changed_from_outside_is_not_used(write: Write, shelf) -> None:
    kept = add(shelf, write())
    kept.write_text(
        kept.read_text(encoding="utf-8").replace("Fathers were", "Mothers were"), encoding="utf-8"
    )
    _, catalogue = shelf()
    assert "our-own" not in {bank.id for bank in catalogue.banks()}
    assert "changed after it was added" in str(catalogue.broken()[0])


def test_a_removed_bank_is_gone_from_the_list_and_can_be_added_again(write: Write, shelf) -> None:
    add(shelf, write())
    shelf()[0].remove("our-own")
    with pytest.raises(NotFound):
        shelf()[1].bank("our-own")
    add(shelf, write())
    assert shelf()[1].bank("our-own").version == 1


def test_what_was_added_or_removed_is_known_at_once(write: Write, shelf) -> None:
    now, catalogue = shelf()
    assert "our-own" not in {bank.id for bank in catalogue.banks()}
    now.add(now.check(write()))
    assert catalogue.bank("our-own").version == 1
    now.add(now.check(write(2, title="Our own, again")))
    assert catalogue.bank("our-own").title == "Our own, again"
    now.remove("our-own")
    assert "our-own" not in {bank.id for bank in catalogue.banks()}


def test_a_bank_that_comes_with_reflect_stays(shelf) -> None:
    with pytest.raises(NotFound, match="Nobody added"):
        shelf()[0].remove("child-s")
    assert shelf()[1].bank("child-s").id == "child-s"


def labelled(shelf: Callable[[], tuple[BankShelf, Catalogue]], *ids: str) -> dict[str, str]:
    return {id_: label.value for id_, label in shelf()[0].labels(ids).items()}


def test_the_label_of_a_bank_is_the_strictest_of_all_versions_that_were_here(
    write: Write, shelf: Callable[[], tuple[BankShelf, Catalogue]]
) -> None:
    add(shelf, write())
    newer = write(version=2)
    newer.write_text(newer.read_text().replace("local-only", "public"), encoding="utf-8")
    add(shelf, newer)
    assert labelled(shelf, "our-own", "our-own", "child-s", "gone") == {
        "our-own": "local-only",
        "child-s": "professionals-only",
    }
    shelf()[0].remove("our-own")
    assert labelled(shelf, "our-own") == {"our-own": "local-only"}


def test_an_added_version_does_not_open_a_bank_that_comes_with_reflect(
    tmp_path: Path, shelf: Callable[[], tuple[BankShelf, Catalogue]]
) -> None:
    text = (shipped_banks() / "child-s.yaml").read_text(encoding="utf-8")
    version = next(line for line in text.splitlines() if line.startswith("version: "))
    opened = text.replace(version, "version: 99").replace("handling: professionals-only", "handling: public")
    file = tmp_path / "child-s.yaml"
    file.write_text(opened, encoding="utf-8")
    add(shelf, file)
    assert shelf()[1].bank("child-s").handling.value == "public"
    assert labelled(shelf, "child-s") == {"child-s": "professionals-only"}
