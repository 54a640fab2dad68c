"""A keychain for tests: keeps what it is given in the file that the environment names."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class KeychainOnDisk(KeyringBackend):
    """What a computer's keychain does, without the computer's keychain."""

    priority = 9

    def _file(self) -> Path:
        return Path(os.environ["TEST_KEYCHAIN"])

    def _kept(self) -> dict[str, str]:
        return json.loads(self._file().read_text("utf-8")) if self._file().exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept().get(f"{service}|{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file().write_text(json.dumps({**self._kept(), f"{service}|{username}": password}), "utf-8")

    def delete_password(self, service: str, username: str) -> None:
        kept = self._kept()
        if kept.pop(f"{service}|{username}", None) is None:
            raise PasswordDeleteError
        self._file().write_text(json.dumps(kept), "utf-8")
