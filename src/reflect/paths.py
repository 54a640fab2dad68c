"""Where things are kept on this computer."""

from __future__ import annotations

from pathlib import Path

from reflect.errors import ReflectError


def shipped_banks() -> Path:
    """The folder of the question banks that come with reflect: inside the installed package, or at the top
    of the source. Raises ReflectError where it is missing."""
    package = Path(__file__).resolve().parent
    for folder in (package / "question_banks", package.parents[1] / "question_banks"):
        if (folder / "themes.yaml").is_file():
            return folder
    raise ReflectError(
        "The question banks that come with reflect are missing.",
        "Nothing of yours is lost. Install reflect again.",
    )
