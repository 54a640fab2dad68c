"""The computer's keychain remembers a passphrase for those who ask; without one, nothing breaks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from reflect.errors import NotSaved, WrongUse
from reflect.vault.keychain import forget, remember, remembered


class InMemory(KeyringBackend):
    """A keychain as a desktop has one, kept in this test alone."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def _open(self) -> dict[tuple[str, str], str]:
        if self.locked:
            raise KeyringLocked("the person closed the window")
        return self.kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._open().get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._open()[service, username]


@pytest.fixture
def keychain() -> Iterator[InMemory]:
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.mark.usefixtures("keychain")
def test_what_is_remembered_belongs_to_its_folder_until_forgotten(tmp_path: Path) -> None:
    assert remembered(tmp_path) is None
    remember(tmp_path, "Zoë Shah", "tulip radio")
    assert remembered(tmp_path / "." / ".." / tmp_path.name) == ("Zoë Shah", "tulip radio")
    assert remembered(tmp_path / "other") is None
    remember(tmp_path, "Sam Jones", "kettle song")
    assert remembered(tmp_path) == ("Sam Jones", "kettle song")
    forget(tmp_path)
    forget(tmp_path)
    assert remembered(tmp_path) is None


def test_a_keychain_that_stays_locked_is_no_obstacle(tmp_path: Path, keychain: InMemory) -> None:
    remember(tmp_path, "Priya", "tulip radio")
    keychain.locked = True
    assert remembered(tmp_path) is None
    for act in (lambda: remember(tmp_path, "Priya", "tulip radio"), lambda: forget(tmp_path)):
        with pytest.raises(NotSaved) as refused:
            act()
        assert "tulip" not in str(refused.value)


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"name": "Priya"}', '{"name": 1, "passphrase": "x"}', "not json"]
)
def test_what_something_else_put_there_is_not_used(tmp_path: Path, keychain: InMemory, kept: str) -> None:
    keychain.kept["reflect-practice", str(tmp_path.resolve())] = kept
    assert remembered(tmp_path) is None


def test_a_plain_file_is_not_taken_for_a_keychain(
    tmp_path: Path, keychain: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(tmp_path, "Priya", "tulip radio")
    monkeypatch.setattr(InMemory, "priority", 0.5)
    assert remembered(tmp_path) is None
    with pytest.raises(NotSaved):
        remember(tmp_path, "Priya", "tulip radio")


def test_without_the_extra_it_says_which_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert remembered(tmp_path) is None
    for act in (lambda: remember(tmp_path, "Priya", "tulip radio"), lambda: forget(tmp_path)):
        with pytest.raises(WrongUse, match=r"pip install 'reflect-practice\[keychain\]'"):
            act()
