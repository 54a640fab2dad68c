"""What the page on JSON promises to other programs."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "json.md"


def promised(heading: str) -> set[str]:
    """The keys in the list below a heading of the page on JSON."""
    section = PAGE.read_text(encoding="utf-8").split(f"{heading}\n", 1)[1]
    section = re.split(r"^#", section, maxsplit=1, flags=re.M)[0]
    entries = re.findall(r"^- (.+?):", section, flags=re.M)
    return {key for entry in entries for key in re.findall(r"`(\w+)`", entry)}
