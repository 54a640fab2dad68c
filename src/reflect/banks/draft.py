"""From what stands in a file to what it says: each value checked against the format, with its line kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reflect.banks.faults import Faults, did_you_mean, quoted
from reflect.banks.reader import Broken, Items, Keys, Node, Scalar
from reflect.banks.schema import (
    LOCAL_CODE,
    Choice,
    Exactly,
    Kind,
    ListOf,
    Number,
    Pattern,
    Record,
    ThemeCode,
    Words,
    YesNo,
)
from reflect.domain.themes import LOCAL_PREFIX, Axis, Vocabulary

_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value as text."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Series:
    """The values of a list that could be read; `whole` when none had to be left out."""

    items: tuple[Found, ...]
    line: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A set of keys, such as a question: those of its values that could be read."""

    values: Mapping[str, Found]
    line: int

    def words(self, key: str) -> str:
        """The text under a key, or nothing."""
        return found.text if isinstance(found := self.values.get(key), Leaf) else ""

    def words_or_none(self, key: str) -> str | None:
        """The text under a key, or None where the key is absent."""
        return self.words(key) or None

    def line_of(self, key: str) -> int:
        """The line of a key's value, or of the part itself."""
        found = self.values.get(key)
        return found.line if found else self.line

    def leaves(self, key: str) -> tuple[Leaf, ...]:
        """The single values of the list under a key."""
        found = self.values.get(key)
        return (
            tuple(item for item in found.items if isinstance(item, Leaf)) if isinstance(found, Series) else ()
        )

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list under a key."""
        return tuple(leaf.text for leaf in self.leaves(key))

    def part(self, key: str) -> Part:
        """The part under a key; an empty one where there is none."""
        found = self.values.get(key)
        return found if isinstance(found, Part) else Part({}, self.line)

    def parts(self, key: str) -> tuple[Part, ...]:
        """The parts in the list under a key."""
        found = self.values.get(key)
        return (
            tuple(item for item in found.items if isinstance(item, Part)) if isinstance(found, Series) else ()
        )

    def is_whole(self, key: str) -> bool:
        """Whether everything in the list under a key could be read."""
        found = self.values.get(key)
        return found.whole if isinstance(found, Series) else found is None


Found = Leaf | Series | Part


def draft(root: Node, record: Record, vocabulary: Vocabulary, faults: Faults) -> Part:
    """Read a file's nodes as this record. What does not fit is left out and told in `faults`."""
    found = _Drafter(vocabulary, faults).read(record, root, record.name)
    return found if isinstance(found, Part) else Part({}, root.line)


@dataclass(frozen=True, slots=True)
class _Drafter:
    vocabulary: Vocabulary
    faults: Faults

    def read(self, kind: Kind, node: Node, key: str) -> Found | None:
        """The value, or None when it does not fit."""
        if isinstance(node, Broken):
            return None
        if isinstance(kind, Record):
            return self._record(kind, node, key)
        if isinstance(kind, ListOf):
            return self._list(kind, node, key)
        if not isinstance(node, Scalar):
            what = "a list" if isinstance(node, Items) else "further keys"
            self.faults.add(node.line, f"`{key}` should be {_expected(kind)}, not {what}")
            return None
        if _says_nothing(node):
            self.faults.add(
                node.line, f"`{key}` is empty; say what belongs here, or leave it out if it may be"
            )
            return None
        fault = self._scalar_fault(kind, node.text, key)
        if fault:
            self.faults.add(node.line, fault)
            return None
        return Leaf(node.text, node.line)

    def _record(self, record: Record, node: Node, key: str) -> Part | None:
        if not isinstance(node, Keys):
            what = "a list" if isinstance(node, Items) else "text"
            names = ", ".join(f"`{name}`" for name in list(record.keys)[:4])
            self.faults.add(node.line, f"`{key}` should have keys ({names} ...), not {what}")
            return None
        values: dict[str, Found] = {}
        misspelt: set[str | None] = set()
        for name, entry in node.entries.items():
            known = record.keys.get(name)
            if known is None:
                near = self.faults.nearest(name, record.keys)
                misspelt.add(near)
                words = f"unknown key {quoted(name)} in this {record.name}{did_you_mean(near)}"
                self.faults.add(entry.line, words)
                continue
            found = self.read(known.kind, entry.value, name)
            if found is not None:
                values[name] = found
        for name, wanted in record.keys.items():
            if wanted.required and name not in node.entries and name not in misspelt:
                self.faults.add(node.line, f"this {record.name} has no `{name}`")
        return Part(values, node.line)

    def _list(self, kind: ListOf, node: Node, key: str) -> Series | None:
        if isinstance(node, Scalar) and kind.all_word is not None and node.text == kind.all_word:
            return Series((), node.line, whole=True)
        if isinstance(node, Scalar) and kind.least == 0 and node.plain and not node.text:
            self.faults.add(node.line, f"`{key}` is empty; write `[]`, or leave the key out")
            return None
        if not isinstance(node, Items):
            what = "text" if isinstance(node, Scalar) else "keys"
            also = f"`{kind.all_word}` or " if kind.all_word else ""
            self.faults.add(node.line, f"`{key}` should be {also}a list, not {what}")
            return None
        count = len(node.items)
        if not kind.least <= count <= kind.most:
            self.faults.add(node.line, f"`{key}` has {count} entries; it should have {_how_many(kind)}")
            if count > kind.most:
                return None
        found = [self.read(kind.of, item, key) for item in node.items]
        if kind.distinct:
            self._refuse_repeats(found, key)
        kept = tuple(item for item in found if item is not None)
        return Series(kept, node.line, whole=len(kept) == len(found))

    def _refuse_repeats(self, found: list[Found | None], key: str) -> None:
        seen: set[str] = set()
        for item in found:
            if isinstance(item, Leaf):
                if item.text in seen:
                    self.faults.add(item.line, f"`{key}` names {quoted(item.text)} twice")
                seen.add(item.text)

    def _scalar_fault(self, kind: Kind, text: str, key: str) -> str | None:
        match kind:
            case Words(limit, paragraphs):
                if len(text) > limit:
                    return f"`{key}` is {len(text):,} characters long; it should be {limit:,} at most"
                if not paragraphs and ("\n" in text or "\t" in text):
                    return f"`{key}` should be one line; write `>-` after the colon to fold a longer one"
            case Pattern(pattern, made_of, limit):
                if len(text) > limit:
                    return f"`{key}` is {len(text):,} characters long; it should be {limit:,} at most"
                if not re.match(pattern, text) or text.endswith("\n"):
                    return f"`{key}` is {quoted(text)}; it should be {made_of}"
            case Choice(codes):
                if text not in codes:
                    return f"unknown {key} code {quoted(text)}{self._nearest_or_all(text, codes)}"
            case Number(most):
                if not re.fullmatch(r"[1-9][0-9]{0,5}", text) or int(text) > most:
                    return f"`{key}` is {quoted(text)}; it should be {_expected(kind)}"
            case YesNo():
                if text not in ("true", "false"):
                    return f"`{key}` is {quoted(text)}; it should be {_expected(kind)}"
            case Exactly(value):
                if text != value:
                    return f"`{key}` is {quoted(text)}; this version of reflect reads format {value}"
            case ThemeCode(axis):
                return self._theme_fault(axis, text, key)
        return None

    def _nearest_or_all(self, text: str, codes: tuple[str, ...]) -> str:
        near = self.faults.nearest(text, codes)
        if near or len(codes) > 5:
            return did_you_mean(near)
        return "; it should be " + " or ".join(f"`{code}`" for code in codes)

    def _theme_fault(self, axis: Axis | None, text: str, key: str) -> str | None:
        if text.startswith(LOCAL_PREFIX):
            if len(text) > 60 or not re.fullmatch(LOCAL_CODE, text):
                return f"{quoted(text)} should be `local:` and then small letters, digits and single hyphens"
            return None
        theme = self.vocabulary.themes.get(text)
        if theme is None:
            near = self.faults.nearest(text, self.vocabulary.themes)
            return f"unknown theme code {quoted(text)} in `{key}`{did_you_mean(near)}"
        if axis is not None and theme.axis is not axis:
            return f"`{text}` is a {theme.axis} code; `{key}` takes {axis} codes"
        return None


def _says_nothing(node: Scalar) -> bool:
    return not node.text or (node.plain and node.text in _NOTHING)


def _how_many(kind: ListOf) -> str:
    return f"{kind.least} to {kind.most}" if kind.least else f"{kind.most} at most"


def _expected(kind: Kind) -> str:
    match kind:
        case Number(most):
            return f"a whole number from 1 to {most}"
        case YesNo():
            return "`true` or `false`"
        case ListOf():
            return "a list"
    return "text"
