"""The first thing that a command does when its passphrase stands in a file: deriving the key of it begins, and the
command line is read meanwhile. Whatever is wrong here is left for the command itself to say."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from reflect.cli.typed_words import looked_over

# Nouns that sign somebody in with the passphrase from before the noun.
_SIGN_IN = frozenset({"action", "agreement", "answer", "ask", "link", "log", "share", "supervision", "team"})


def begin(words: Sequence[str]) -> None:
    """Begins to derive, beside everything else, where `words` name a file with a passphrase."""
    options, noun = looked_over(words)
    if noun in _SIGN_IN and options.get("--passphrase-file") and "--help" not in words:
        _expect(options)


def _expect(said: Mapping[str, str]) -> None:
    from reflect.errors import ReflectError

    with suppress(ReflectError, OSError, ValueError):
        from reflect.cli.secret_files import read_secret_file
        from reflect.paths import default_workspace
        from reflect.vault.expecting import expect

        named = said.get("--workspace") or os.environ.get("REFLECT_WORKSPACE", "")
        folder = Path(named).expanduser().absolute() if named else default_workspace()
        file = Path(said["--passphrase-file"])
        if not file.is_file():
            return  # a pipe can be read once, and the command will
        passphrase = read_secret_file(file, "--passphrase-file")
        expect(folder, name=said.get("--as"), passphrase=passphrase)
