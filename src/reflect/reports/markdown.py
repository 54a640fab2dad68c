"""Words as Markdown that shows exactly these words: no mark in them has a meaning."""

from __future__ import annotations

import re

from reflect.text import UNSAFE

# With a backslash each of these is only itself, in CommonMark and in GitHub's and Pandoc's ways of writing it.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>#|~&!$^={}@+])")
# A list, a rule or an underlined heading starts with one of these at the beginning of a line.
_AT_THE_START = re.compile(r"^([-:])|^([0-9]+)([.)])")
# Addresses become links without being asked, with some readers whatever ends like one (a missing space after a full
# stop is enough); so does `:name:` become a picture.
_ADDRESS = re.compile(r":(?=\S)|/(?=/)|(?<=www)\.|(?<=\w)\.(?=[^\W\d_])", re.IGNORECASE)
_INDENT = re.compile("^[ \t\u00a0]+")


def escaped(words: str) -> str:
    """Words of several lines: each on a line of its own, empty lines between paragraphs, all marks plain."""
    lines = [_escaped(line.rstrip()) for line in UNSAFE.sub("\ufffd", words).strip("\n").split("\n")]
    kept: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        kept.append(f"{line}\\" if line and after else line)
    return "\n".join(kept)


def escaped_line(words: str) -> str:
    """Words for one line (a heading, a list entry): white space made single, all marks plain."""
    return _escaped(" ".join(UNSAFE.sub("\ufffd", words).split()))


def _escaped(line: str) -> str:
    indent = _INDENT.match(line)
    body = line[indent.end() :] if indent else line
    body = _ANYWHERE.sub(r"\\\1", body)
    body = _ADDRESS.sub(lambda found: "\\" + found[0], body)
    body = _AT_THE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", body)
    # Four spaces would make a line of program text; these are spaces that stay spaces.
    return "&nbsp;" * len(indent[0].expandtabs(4)) + body if indent else body
