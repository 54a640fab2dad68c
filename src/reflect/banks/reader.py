"""Text-only YAML: what a person sees in the file is what the program reads.

Every value is text. There are no tags, anchors, aliases, merge keys or guessed types, no key may be given
twice, and a file is one document in UTF-8. The parser hands over one event at a time and is left as
soon as a limit is passed, so that no file can take long, run deep or grow while it is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from reflect.banks.faults import Fault, Faults, quoted
from reflect.text import UNSAFE, clean

MOST_BYTES = 1024 * 1024
MOST_BYTES_IN_PURE_PYTHON = 128 * 1024
DEEPEST = 12
MOST_NODES = 20_000
LONGEST_TEXT = 8_000
MOST_MARKS_ON_A_LETTER = 8

# The parser in C is about ten times as fast; an installation without it reads the same language.
FAST_PARSER: Any = getattr(yaml, "CSafeLoader", None)
PURE_PARSER: Any = yaml.SafeLoader

# What the cleaner would drop, and what has no width: in a file, both are told rather than dropped.
_UNSEEN = re.compile(f"{UNSAFE.pattern}|[\u200b\u2060-\u2065\ufdd0-\ufdef]")
_RUN_BEYOND_ASCII = re.compile(f"[^\x00-\x7f]{{{MOST_MARKS_ON_A_LETTER + 1},}}")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `plain` when it was written without quotes and not as a block."""

    text: str
    line: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of a key, and the line of the key."""

    value: Node
    line: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys with their values, in the order of the file."""

    entries: Mapping[str, Entry]
    line: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that could not be read; its fault is told already."""

    line: int


Node = Scalar | Items | Keys | Broken


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds; `root` is None where reading had to stop."""

    root: Node | None
    faults: tuple[Fault, ...]


class _Stop(Exception):
    """Reading goes no further; the reason is among the faults."""


@dataclass(slots=True)
class _Open:
    """A list or a set of keys whose end has not come yet."""

    line: int
    is_list: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: tuple[str | None, int] | None = None

    def closed(self) -> Node:
        if self.is_list:
            return Items(tuple(self.items), self.line)
        return Keys(self.entries, self.line)


def read_file(path: Path) -> Reading:
    """Read a file; whatever is wrong with it is in the reading's faults, nothing is raised."""
    try:
        if not path.is_file():
            return _nothing("there is no such file" if not path.exists() else "this is not a file")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return _nothing("the file cannot be opened")
    return read_bytes(content)


def read_bytes(content: bytes, parser: Any = None) -> Reading:
    """Read the bytes of a file, with the fastest parser at hand unless one is given."""
    parser = parser or FAST_PARSER or PURE_PARSER
    limit = MOST_BYTES_IN_PURE_PYTHON if parser is PURE_PARSER else MOST_BYTES
    if len(content) > limit:
        return _nothing(f"the file is larger than {limit // 1024} KiB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return _nothing("this is not UTF-8; save the file as UTF-8", line)
    text = text.replace("\r\n", "\n")
    faults = Faults()
    for unseen in islice(_UNSEEN.finditer(text), 20):
        faults.add(text.count("\n", 0, unseen.start()) + 1, _unseen_words(unseen.group()))
    if faults:
        return Reading(None, faults.in_order())
    try:
        root = _nodes(yaml.parse(text, Loader=parser), faults)
    except _Stop:
        root = None
    except yaml.MarkedYAMLError as fault:
        root = None
        mark = fault.problem_mark or fault.context_mark
        number = mark.line if mark else 0
        source = text.split("\n")[number] if number <= text.count("\n") else ""
        faults.add(number + 1, _in_plain_words(fault.problem or "", source))
    except yaml.YAMLError:
        root = None
        faults.add(1, "this is not YAML")
    return Reading(root, faults.in_order())


def _nothing(words: str, line: int = 1) -> Reading:
    return Reading(None, (Fault(line, words),))


def _unseen_words(character: str) -> str:
    return f"a character that cannot be seen (U+{ord(character):04X}); delete it"


def _in_plain_words(problem: str, line: str) -> str:
    """What the parser stumbled over; the two parsers word it differently."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab where spaces belong"
    if "mapping values are not allowed" in problem:
        return "a colon in a value, or a line set in too far; put a value that holds `: ` in quotes"
    if "could not find expected ':'" in problem:
        return "a line that is neither a key, an item nor the rest of a value; is a colon missing above it?"
    if "alias" in problem:
        return "an alias (`*`); repeat the words, or put a value that begins with `*` in quotes"
    if "end of stream" in problem:
        return "a quotation mark or bracket that is never closed"
    if "expected" in problem:
        return "a line that does not fit those above it; is it set in as far, and is every bracket closed?"
    return "this line cannot be read as YAML; a value that begins with a special character needs quotes"


def _nodes(events: Iterable[yaml.Event], faults: Faults) -> Node | None:
    """Put events together, without recursion. Raises _Stop at a limit or a second document."""
    root: Node | None = None
    opened: list[_Open] = []
    documents = 0
    for event in _counted(events, faults):
        line = _line(event)
        node: Node
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                _stop(faults, line, "a second document begins here; a file holds one")
            if event.version or event.tags:
                faults.add(line, "a line that begins with `%`; leave it out")
            continue
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            _refuse_extras(event.anchor, event.tag, line, faults)
            is_list = isinstance(event, yaml.SequenceStartEvent)
            if opened and not opened[-1].is_list and opened[-1].key is None:
                _stop(faults, line, "a key must be a single word, not a list or other keys")
            opened.append(_Open(line, is_list))
            if len(opened) > DEEPEST:
                _stop(faults, line, f"more than {DEEPEST} levels, one inside the other")
            continue
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            node = opened.pop().closed()
        elif isinstance(event, yaml.ScalarEvent):
            _refuse_extras(event.anchor, event.tag, line, faults)
            node = _scalar(event, line, faults)
        elif isinstance(event, yaml.AliasEvent):
            faults.add(
                line, "an alias (`*`); repeat the words, or put a value that begins with `*` in quotes"
            )
            node = Broken(line)
        else:
            continue
        if opened:
            _place(node, opened[-1], faults)
        else:
            root = node
    if root is None:
        faults.add(1, "the file is empty")
    return root


def _counted(events: Iterable[yaml.Event], faults: Faults) -> Iterator[yaml.Event]:
    for number, event in enumerate(events):
        if number > MOST_NODES:
            _stop(faults, _line(event), f"more than {MOST_NODES:,} entries")
        yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _stop(faults: Faults, line: int, words: str) -> None:
    faults.add(line, words)
    raise _Stop


def _refuse_extras(anchor: str | None, tag: str | None, line: int, faults: Faults) -> None:
    if anchor is not None:
        faults.add(line, "an anchor (`&`); put a value that begins with `&` in quotes")
    if tag is not None:
        faults.add(line, "a tag (`!`); put a value that begins with `!` in quotes")


def _scalar(event: yaml.ScalarEvent, line: int, faults: Faults) -> Node:
    text: str = event.value
    if len(text) > LONGEST_TEXT:
        faults.add(line, f"a text of more than {LONGEST_TEXT:,} characters")
        return Broken(line)
    if unseen := _UNSEEN.search(text):
        faults.add(line, _unseen_words(unseen.group()))
        return Broken(line)
    if any(_is_piled_up(run.group()) for run in _RUN_BEYOND_ASCII.finditer(text)):
        faults.add(line, f"more than {MOST_MARKS_ON_A_LETTER} accents on one letter")
        return Broken(line)
    # Composing accents can lengthen a text, never more than threefold.
    return Scalar(clean(text, limit=4 * LONGEST_TEXT).strip(), line, not event.style)


def _is_piled_up(run: str) -> bool:
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS_ON_A_LETTER:
            return True
    return False


def _place(node: Node, parent: _Open, faults: Faults) -> None:
    if parent.is_list:
        parent.items.append(node)
    elif parent.key is None:
        parent.key = (node.text if isinstance(node, Scalar) else None, node.line)
    else:
        name, line = parent.key
        parent.key = None
        if name is None:
            return
        if name == "<<":
            faults.add(line, "a merge key (`<<`); write the keys out")
        elif name in parent.entries:
            faults.add(
                line, f"{quoted(name)} is given twice; it stands on line {parent.entries[name].line} too"
            )
        else:
            parent.entries[name] = Entry(node, line)
