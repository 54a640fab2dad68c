"""What a person sees in the file is what the program reads: text, and nothing that hides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reflect.banks import reader
from reflect.banks.reader import FAST_PARSER, PURE_PARSER, Items, Keys, Reading, Scalar, read_bytes, read_file
from reflect.paths import shipped_banks

PARSERS = [
    pytest.param(PURE_PARSER, id="pure"),
    pytest.param(FAST_PARSER or PURE_PARSER, id="fast"),
]

pytestmark = pytest.mark.parametrize("parser", PARSERS)


def words(reading: Reading) -> str:
    return " / ".join(f"{fault.line}: {fault.words}" for fault in reading.faults)


def values(reading: Reading) -> dict[str, Any]:
    def plain(node: Any) -> Any:
        if isinstance(node, Keys):
            return {name: plain(entry.value) for name, entry in node.entries.items()}
        if isinstance(node, Items):
            return [plain(item) for item in node.items]
        return node.text

    assert reading.faults == ()
    found = plain(reading.root)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "written", ["no", "12", "1e3", "0x1F", "2016-09-06", "true", "null", "~", ".inf", "12:30", "="]
)
def test_every_value_is_text(parser: Any, written: str) -> None:
    assert values(read_bytes(f"a: {written}\n".encode(), parser)) == {"a": written}


def test_keys_and_values_know_their_lines(parser: Any) -> None:
    root = read_bytes(b"# a note\na: one\nb:\n  - two\n  - three\n", parser).root
    assert isinstance(root, Keys)
    assert root.entries["a"].line == 2
    listed = root.entries["b"].value
    assert isinstance(listed, Items)
    assert [item.line for item in listed.items] == [4, 5]


def test_quotes_tell_a_written_word_from_a_plain_one(parser: Any) -> None:
    root = read_bytes(b"a: null\nb: 'null'\n", parser).root
    assert isinstance(root, Keys)
    plain, quoted = root.entries["a"].value, root.entries["b"].value
    assert isinstance(plain, Scalar)
    assert isinstance(quoted, Scalar)
    assert (plain.plain, quoted.plain) == (True, False)


def test_folded_text_is_one_line_and_accents_are_composed(parser: Any) -> None:
    content = "a: >-\n  one\n  two\nb: Zoe\u0308\n".encode()
    assert values(read_bytes(content, parser)) == {"a": "one two", "b": "Zoë"}


def test_a_file_from_windows_reads_the_same(parser: Any) -> None:
    content = b"\xef\xbb\xbfa: one\r\nb: |\r\n  two\r\n  three\r\n"
    assert values(read_bytes(content, parser)) == {"a": "one", "b": "two\nthree"}


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("a: one\nb: &x two\n", 2, "an anchor"),
        ("a: one\nb: *x\n", 2, "an alias"),
        ("a: !!python/object:os.system x\n", 1, "a tag"),
        ("a: ! x\n", 1, "a tag"),
        ("a: !!str x\n", 1, "a tag"),
        ("a: one\n<<: {b: c}\n", 2, "a merge key"),
        ("a: one\nb: two\na: three\n", 3, "`a` is given twice; it stands on line 1 too"),
        ("a: one\n---\nb: two\n", 2, "a second document"),
        ("%YAML 1.1\n---\na: one\n", 1, "a line that begins with `%`"),
        ("? [a, b]\n: one\n", 1, "a key must be a single word"),
        ("? {a: b}\n: one\n", 1, "a key must be a single word"),
        ("a: one: two\n", 1, "a colon in a value"),
        ("a:\n\t- b\n", 2, "a tab where spaces belong"),
        ("a: 'one\n", 2, "never closed"),
        ("a: one\nb\nc: two\n", 3, "neither a key"),
        ("a:\n  - one\n b: two\n", 3, "set in as far"),
        ("a: @b\n", 1, "needs quotes"),
        ("", 1, "the file is empty"),
        ("# only a note\n", 1, "the file is empty"),
        ("a: \x1b[2J\n", 1, "cannot be seen (U+001B)"),
        ("a: b\nc: d\u202ee\n", 2, "cannot be seen (U+202E)"),
        ("a: b\u200bc\n", 1, "cannot be seen (U+200B)"),
        ("a: b\n# c\x00\n", 2, "cannot be seen (U+0000)"),
        ("a: b\rc: d\n", 1, "cannot be seen (U+000D)"),
        ("a: b\x85c\n", 1, "cannot be seen (U+0085)"),
        ('a: b\nc: "\\e[2J"\n', 2, "cannot be seen (U+001B)"),
        ('a: "\\u202e"\n', 1, "cannot be seen (U+202E)"),
        ('"a\\u200b": b\n', 1, "cannot be seen (U+200B)"),
        ("a: x" + "\u0301" * 9 + "\n", 1, "accents on one letter"),
        ("a: " + "x" * 8001 + "\n", 1, "more than 8,000 characters"),
        ("a: " + "[" * 13 + "]" * 13 + "\n", 1, "more than 12 levels"),
        ("- a\n" * 20_001, 19_999, "more than 20,000 entries"),
    ],
)
def test_what_is_refused_is_named_with_its_line(parser: Any, content: str, line: int, said: str) -> None:
    told = words(read_bytes(content.encode(), parser))
    assert said in told
    assert f"{line}: " in told


def test_all_that_can_be_told_at_once_is_told(parser: Any) -> None:
    told = words(read_bytes(b"a: !x one\nb: &y two\nc: *z\nc: three\n", parser))
    assert told.count("/") == 3


@pytest.mark.parametrize(
    "content",
    ["a: b".encode("utf-16"), "a: é".encode("latin-1"), b"a: \xff\n", b"a: \xed\xa0\x80\n", b"a: \xc0\x80\n"],
)
def test_only_utf8_is_read(parser: Any, content: bytes) -> None:
    assert "save the file as UTF-8" in words(read_bytes(content, parser))


def test_a_large_file_is_not_even_parsed(parser: Any) -> None:
    assert "KiB" in words(read_bytes(b"#" * (reader.MOST_BYTES + 1), parser))


def test_a_billion_laughs_stay_a_few_lines(parser: Any) -> None:
    lines = ["a0: &a0 ha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    reading = read_bytes("\n".join(lines).encode(), parser)
    assert "an alias" in words(reading)


def test_both_parsers_read_the_shipped_banks_alike(parser: Any) -> None:
    for path in sorted(shipped_banks().glob("*.yaml")):
        assert read_bytes(path.read_bytes(), parser) == read_file(path)


def test_what_is_no_file_is_said_so(parser: Any, tmp_path: Path) -> None:
    assert words(read_file(tmp_path / "gone.yaml")) == "1: there is no such file"
    assert words(read_file(tmp_path)) == "1: this is not a file"
    assert words(read_file(Path("a\0b"))) != ""
