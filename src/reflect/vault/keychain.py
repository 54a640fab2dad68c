"""Remembering a passphrase in the computer's own keychain, for those who install the extra and ask for it.

One person for each workspace folder. Locking asks for the passphrase all the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from reflect.errors import NotSaved, WrongUse

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "reflect-practice"
_SAFE_PRIORITY = 1  # keyring's own measure: below it are plain files and stand-ins


def remember(folder: Path, name: str, passphrase: str) -> None:
    """Keeps a person's passphrase for this folder in the keychain. Raises WrongUse without the extra,
    NotSaved if this computer has no keychain or it refuses."""
    keychain = _keychain()
    from keyring.errors import KeyringError

    try:
        keychain.set_password(
            _SERVICE, _place(folder), json.dumps({"name": name, "passphrase": passphrase}, ensure_ascii=False)
        )
    except KeyringError:
        raise _refused() from None


def remembered(folder: Path) -> tuple[str, str] | None:
    """The name and passphrase kept for this folder; None if there are none, or nothing that could keep them:
    then one is asked as usual."""
    try:
        keychain = _keychain()
    except (WrongUse, NotSaved):
        return None
    from keyring.errors import KeyringError

    try:
        kept = keychain.get_password(_SERVICE, _place(folder))
        said = json.loads(kept) if kept is not None else {}
    except (KeyringError, ValueError):
        return None
    name, passphrase = (said.get("name"), said.get("passphrase")) if isinstance(said, dict) else (None, None)
    return (name, passphrase) if isinstance(name, str) and isinstance(passphrase, str) else None


def forget(folder: Path) -> None:
    """Takes what was kept for this folder out of the keychain; nothing kept, nothing happens. Raises WrongUse
    without the extra, NotSaved if the keychain refuses."""
    keychain = _keychain()
    from keyring.errors import KeyringError

    try:
        if keychain.get_password(_SERVICE, _place(folder)) is not None:
            keychain.delete_password(_SERVICE, _place(folder))
    except KeyringError:
        raise _refused() from None


def _keychain() -> KeyringBackend:
    try:
        import keyring
    except ImportError:
        raise WrongUse(
            "Remembering a passphrase needs an extra part that is not installed.",
            "Install it with: pip install 'reflect-practice[keychain]'",
        ) from None
    backend = keyring.get_keyring()
    if backend.priority < _SAFE_PRIORITY:
        raise _refused()
    return backend


def _refused() -> NotSaved:
    return NotSaved(
        "The keychain of this computer did not take part.",
        "Nothing was changed there. You can go on signing in with the passphrase.",
    )


def _place(folder: Path) -> str:
    return str(folder.resolve())
