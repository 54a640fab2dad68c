"""The first thing that a command does when its passphrase stands in a file: deriving the key of it begins, and the
command line is read meanwhile. Whatever is wrong here is left for the command itself to say."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress

from reflect.cli.typed_words import looked_over

HEADER = "reflect.header"
# Nouns that sign somebody in with the passphrase from before the noun.
_SIGN_IN = frozenset({"action", "agreement", "answer", "ask", "link", "log", "share", "supervision", "team"})


def begin(words: Sequence[str]) -> None:
    """Begins to derive, beside everything else, where `words` name a file with a passphrase."""
    options, noun, _ = looked_over(words)
    if noun in _SIGN_IN and options.get("--passphrase-file") and "--help" not in words:
        _expect(options)


def _expect(said: Mapping[str, str]) -> None:
    from reflect.errors import ReflectError

    with suppress(ReflectError, OSError, KeyError, TypeError, ValueError, RecursionError):
        from reflect.cli.secret_files import read_secret_file
        from reflect.vault.expecting import expect

        file = said["--passphrase-file"]
        if not os.path.isfile(file):
            return  # a pipe can be read once, and the command will
        passphrase = read_secret_file(file, "--passphrase-file")
        expect(_header(said), name=said.get("--as"), passphrase=passphrase)


def _header(said: Mapping[str, str]) -> str:
    named = said.get("--workspace") or os.environ.get("REFLECT_WORKSPACE", "")
    if named:
        return os.path.join(os.path.expanduser(named), HEADER)
    from reflect.paths import default_workspace

    return str(default_workspace() / HEADER)
