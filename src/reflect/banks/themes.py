"""The vocabulary of themes, read from `themes.yaml` beside the banks."""

from __future__ import annotations

from pathlib import Path

from reflect.banks.loader import draft_other, usable
from reflect.banks.reader import read_file
from reflect.banks.schema import VOCABULARY
from reflect.domain.themes import Axis, Theme, Vocabulary
from reflect.errors import BankError


def load_vocabulary(path: Path) -> Vocabulary:
    """All themes, in the order of the file. Raises BankError where the file cannot be used."""
    part = usable(draft_other(read_file(path), VOCABULARY), path)
    themes: dict[str, Theme] = {}
    for axis in Axis:
        for found in part.parts(axis.value):
            code = found.words("code")
            if code in themes:
                raise BankError(f"{path.name}:{found.line}: the code `{code}` is given twice.")
            themes[code] = Theme(code, found.words("label"), found.words("definition"), axis)
    return Vocabulary(themes)
