"""All banks at hand: a broken one does not keep the others from being shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reflect.banks.catalogue import Catalogue
from reflect.banks.check import Level
from reflect.errors import BankError, NotFound
from reflect.paths import shipped_banks


@pytest.fixture
def folder(tmp_path: Path, small_bank: str) -> Path:
    """A folder of banks: two good ones, and the files that go with them."""
    folder = tmp_path / "banks"
    folder.mkdir()
    for name in ("themes.yaml", "models.yaml"):
        shutil.copy(shipped_banks() / name, folder / name)
    (folder / "small.yaml").write_text(small_bank, encoding="utf-8")
    (folder / "other.yaml").write_text(small_bank.replace("id: small", "id: other"), encoding="utf-8")
    return folder


def ids(catalogue: Catalogue) -> list[str]:
    return [bank.id for bank in catalogue.banks()]


def test_the_banks_of_a_folder(folder: Path) -> None:
    catalogue = Catalogue.load(folder)
    assert ids(catalogue) == ["other", "small"]
    assert catalogue.broken() == ()
    assert catalogue.bank("small").title == "A small bank"
    assert catalogue.bank("small") is catalogue.banks()[1]
    assert "fathers-and-partners" in catalogue.vocabulary.themes
    assert "gibbs" in catalogue.models


def test_a_broken_bank_is_told_and_the_others_are_shown(folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\ntitle: [\n", encoding="utf-8")
    catalogue = Catalogue.load(folder)
    assert ids(catalogue) == ["other", "small"]
    (notice,) = catalogue.broken()
    assert (notice.file, notice.level) == (str(folder / "broken.yaml"), Level.ERROR)
    with pytest.raises(NotFound):
        catalogue.bank("broken")


def test_banks_of_extra_folders_come_after(folder: Path, tmp_path: Path, small_bank: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.yaml").write_text(small_bank.replace("id: small", "id: mine"), encoding="utf-8")
    catalogue = Catalogue.load(folder, own, tmp_path / "not-there")
    assert ids(catalogue) == ["other", "small", "mine"]
    assert catalogue.bank("mine").id == "mine"


def test_an_id_belongs_to_whoever_has_it_first(folder: Path, tmp_path: Path, small_bank: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "small.yaml").write_text(small_bank.replace("A small bank", "Another"), encoding="utf-8")
    (folder / "a-copy.yaml").write_text(small_bank.replace("A small bank", "A copy"), encoding="utf-8")
    catalogue = Catalogue.load(folder, own)
    assert catalogue.bank("small").title == "A small bank"
    assert ids(catalogue) == ["other", "small"]
    assert catalogue.bank("small").title == "A small bank"
    assert [Path(notice.file).name for notice in catalogue.broken()] == ["a-copy.yaml", "small.yaml"]


def test_a_file_may_be_named_unlike_its_bank(folder: Path) -> None:
    (folder / "small.yaml").rename(folder / "renamed.yaml")
    assert Catalogue.load(folder).bank("small").id == "small"


def test_an_unknown_bank_names_the_nearest(folder: Path) -> None:
    with pytest.raises(NotFound, match=r"no question bank `smal`; did you mean `small`\? See them all"):
        Catalogue.load(folder).bank("smal")


@pytest.mark.parametrize("asked", ["../banks/small", "themes", "", "/etc/passwd", "a\0b", "x" * 10_000])
def test_an_id_is_never_a_path(folder: Path, asked: str) -> None:
    with pytest.raises(NotFound):
        Catalogue.load(folder).bank(asked)


def test_a_file_is_read_once(folder: Path) -> None:
    catalogue = Catalogue.load(folder)
    before = catalogue.bank("small")
    (folder / "small.yaml").unlink()
    assert catalogue.bank("small").hash == before.hash
    with pytest.raises(NotFound):
        Catalogue.load(folder).bank("small")


def test_read_again_it_knows_what_was_added_and_what_went(
    folder: Path, tmp_path: Path, small_bank: str
) -> None:
    own = tmp_path / "own"
    catalogue = Catalogue.load(folder, own)
    in_hand = catalogue.bank("small")
    own.mkdir()
    (own / "mine.yaml").write_text(small_bank.replace("id: small", "id: mine"), encoding="utf-8")
    (folder / "small.yaml").unlink()
    (folder / "broken.yaml").write_text("format: 1\ntitle: [\n", encoding="utf-8")
    assert (ids(catalogue), catalogue.broken()) == (["other", "small"], ())

    catalogue.read_again()
    assert ids(catalogue) == ["other", "mine"]
    assert [Path(notice.file).name for notice in catalogue.broken()] == ["broken.yaml"]
    with pytest.raises(NotFound):
        catalogue.bank("small")
    assert in_hand.title == "A small bank"


def test_without_its_themes_no_bank_can_be_judged(folder: Path) -> None:
    (folder / "themes.yaml").unlink()
    with pytest.raises(BankError, match="there is no such file"):
        Catalogue.load(folder).banks()
