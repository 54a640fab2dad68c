"""Files made to harm: each is read as a bank or refused with BankError, within a second, and nothing else happens."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
import yaml

from reflect.banks.check import Level, check_file
from reflect.banks.content import as_dict
from reflect.banks.loader import load_bank
from reflect.banks.reader import FAST_PARSER, MOST_BYTES_IN_PURE_PYTHON, PURE_PARSER, read_bytes
from reflect.banks.themes import load_vocabulary
from reflect.domain.themes import Vocabulary
from reflect.errors import BankError
from reflect.paths import shipped_banks
from reflect.text import is_safe

SECONDS = 1.0
MEGABYTE = 1024 * 1024
BASE = (shipped_banks() / "child-s.yaml").read_bytes()
SHORT = BASE[: BASE.index(b"\nfindings:")] + b"\n"

Read = Callable[[Path], object]
File = tuple[str, bytes]

PIECES = [
    *(b"&a ", b"*a", b"<<: ", b"!!python/object/apply:os.system [id] ", b"!!binary ", b"! ", b"%YAML 9.9\n", b"---\n"),
    *(b"...\n", b"? ", b": ", b"- ", b"[", b"]", b"{", b"}", b"|\n", b">-\n", b"|9\n", b'"', b"'", b"#", b"\t", b"\r"),
    *(b"\x00", b"\x1b[2J", b"\x7f", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae"),
    *(b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xcc\x81" * 40, b'"\\ud800"', b'"\\U0010FFFF"', b'"\\x00"', b'"\\e]0;"'),
    *(b"null", b"~", b"true", b"no", b"12", b"1e999", b"-.inf", b"0x1F", b"2016-13-45", b"2016-09-06", b"12:30:45"),
    *(b"[]", b"{}", b"[[]]", b"all", b"local:x", b"local:", b"neglect", b"x" * 9000, b"[" * 300, b"{a: " * 300),
]  # fmt: skip


def crafted() -> Iterator[File]:
    """What is known to have harmed other readers of YAML."""
    laughs = ["a0: &a0 ha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    yield "a billion laughs", "\n".join(laughs).encode()
    yield "an alias of itself", b"a: &a [*a]\n"
    yield "a merge of itself", b"a: &a\n  <<: *a\n"
    yield "a call", b"title: !!python/object/apply:os.getcwd []\n" + BASE
    yield "a name", b"title: !!python/name:os.system\n"
    yield "a date that is none", b"title: 2016-13-45\n"
    yield "a key that is a list", b"? [a, b]\n: c\n"
    yield "a key that is a bank", b"? {a: {b: c}}\n: c\n"
    for name, piece in {
        "brackets": "[", "braces": "{a: ", "dashes": "- ", "questions": "? ", "both": "[{a: ", "closing": "]",
        "quotes": '"', "anchors": "&a ", "aliases": "*a ", "tags": "!a ", "commas": "[a,", "colons": ": ",
        "newlines": "\n", "spaces": " ", "tabs": "\t", "notes": "# a\n", "escapes": '"\\x41', "documents": "---\n",
        "items": "- a\n", "words": "word ", "accents": "a\u0301", "piled": "\u0301\u0323", "wide": "\U0001f468\u200d",
        "tiny": "a\n", "percent": "%", "pipes": "|\n", "unclosed": "{a: [", "cr": "\r",
    }.items():  # fmt: skip
        whole = piece * (MEGABYTE // len(piece.encode()) - 8)
        yield f"a megabyte of {name}", whole.encode()
        yield f"a title of {name}", b"format: 1\ntitle: " + whole.encode()
        yield (
            f"a block of {name}",
            b"format: 1\nsummary: >-\n  " + piece.replace("\n", "\n  ").encode() * 90_000,
        )
        yield f"some {name}", BASE.replace(b"title: Child S", b"title: " + piece.encode() * 700)
    yield "twenty thousand keys", b"".join(b"key%d: v\n" % number for number in range(80_000))
    yield "one key many times", b"title: a\n" * 100_000
    yield (
        "many unknown keys",
        b"titel: a\nlangauge: b\n" + b"".join(b"questoin%d: v\n" % n for n in range(9000)),
    )
    yield "a very long key", b"k" * (MEGABYTE - 9) + b": v\n"
    yield "steps to the right", b"".join(b" " * n + b"a:\n" for n in range(1400))
    yield "combining marks out of order", b"title: " + ("a" + "\u0301\u0323\u0327" * 2600).encode()
    many = b"".join(b"  - id: q%d\n    findings: [f%d]\n" % (number, number) for number in range(3000))
    yield "three thousand questions", BASE.replace(b"\nquestions:\n", b"\nquestions:\n" + many)
    yield "references to nowhere", BASE.replace(b"\nquestions:\n", b"\nquestions:\n" + many[:12_000])
    yield "too large", b"a: b\n" * 300_000
    for encoding in ("utf-16", "utf-16-le", "utf-32", "utf-7", "cp1252"):
        yield encoding, BASE.decode().replace("S", "Š").encode(encoding, errors="replace")
    yield "nothing", b""
    yield "only a mark", b"\xef\xbb\xbf"
    yield "two marks", b"\xef\xbb\xbf\xef\xbb\xbf" + BASE
    for kind in (
        b"[]",
        b"{}",
        b"text",
        b"12",
        b"null",
        b"- a",
        b"- - a",
        b"a: {b: {c: []}}",
        b"~",
        b"2016-09-06",
    ):
        yield f"a file of {kind.decode()}", kind
        for key in (
            b"format",
            b"title",
            b"version",
            b"document",
            b"reviews",
            b"panes",
            b"findings",
            b"questions",
        ):
            yield (
                f"{key.decode()} as {kind.decode()}",
                SHORT.replace(key + b":", key + b": " + kind + b"\nx:"),
            )


def mutated(number: int) -> File:
    """A bank with a few things done to it; the same number gives the same file."""
    chance = random.Random(number)
    content = bytearray(chance.choice([BASE] * 9 + [SHORT]))
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(content) + 1)
        until = min(len(content), at + chance.randint(1, 400))
        match chance.randrange(9):
            case 0:
                letters = range(0x20, 0x7F) if chance.random() < 0.7 else range(0x20, 0x2FFF)
                content[at:at] = "".join(chr(chance.choice(letters)) for _ in range(9)).encode()
            case 1 | 2:
                content[at:at] = chance.choice(PIECES)
            case 3:
                content[at:until] = b""
            case 4:
                content[at:at] = content[at:until] * chance.randint(1, 50)
            case 5 | 6:
                # A value in place of another: after some colon.
                colon = content.find(b": ", at)
                end = content.find(b"\n", colon)
                if 0 <= colon < end:
                    content[colon + 2 : end] = chance.choice(PIECES)
            case 7:
                lines = content.split(b"\n")
                chosen = chance.randrange(len(lines))
                lines[chosen] = b" " * chance.randint(0, 9) + lines[chosen].lstrip()
                content = bytearray(b"\n".join(lines))
            case 8 if content:
                content[at % len(content)] ^= 1 << chance.choices(range(8), [9] * 7 + [1])[0]
    return f"mutation {number}", bytes(content)


def harm_done(files: Iterator[File], folder: Path, read: Read) -> list[str]:
    """What reading these files led to, besides a bank or a refusal in time."""
    path = folder / "child-s.yaml"
    harm = []
    for name, content in files:
        path.write_bytes(content)
        started = time.process_time()
        try:
            read(path)
        except BankError as refused:
            if not is_safe(str(refused)) or len(str(refused)) > 600:
                harm.append(f"{name}: a refusal that is not fit to be shown")
        except Exception as fault:
            harm.append(f"{name}: {type(fault).__name__}")
        if time.process_time() - started > SECONDS:
            harm.append(f"{name}: more than a second")
    return harm


@pytest.fixture(scope="module")
def read_and_check() -> Read:
    vocabulary: Vocabulary = load_vocabulary(shipped_banks() / "themes.yaml")

    def read(path: Path) -> None:
        errors = [notice for notice in check_file(path, vocabulary) if notice.level is Level.ERROR]
        try:
            bank = load_bank(path, vocabulary)
        except BankError:
            assert errors, "refused, and the check does not say why"
            raise
        assert not errors, "loaded in spite of an error"
        assert is_safe(json.dumps(as_dict(bank), ensure_ascii=False))

    return read


def naive(path: Path) -> object:
    """How a bank would be read by somebody who thinks no harm; it must fail the trial."""
    return yaml.unsafe_load(path.read_text(encoding="utf-8"))["title"].strip()


def few(number: int) -> Iterator[File]:
    return (mutated(one) for one in range(number))


def test_the_trial_can_fail(tmp_path: Path) -> None:
    small = [(name, content) for name, content in crafted() if len(content) < 30_000]
    harm = harm_done(iter(small), tmp_path, naive)
    kinds = {line.rsplit(": ", 1)[1] for line in harm}
    assert {"UnicodeDecodeError", "RecursionError", "ValueError", "TypeError", "ScannerError"} <= kinds
    assert harm_done(iter([("slow", b"")]), tmp_path, lambda _path: spend(SECONDS + 0.05)) == [
        "slow: more than a second"
    ]


def spend(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_crafted_files_do_no_harm(tmp_path: Path, read_and_check: Read) -> None:
    assert harm_done(crafted(), tmp_path, read_and_check) == []


def read_with(parser: object) -> Read:
    """Reading alone; without the parser in C, files may be less large."""

    def read(path: Path) -> object:
        content = path.read_bytes()
        return read_bytes(content[:MOST_BYTES_IN_PURE_PYTHON] if parser is PURE_PARSER else content, parser)

    return read


def test_every_tenth_crafted_file_ends_in_time_in_pure_python(tmp_path: Path) -> None:
    assert harm_done(islice(crafted(), 0, None, 10), tmp_path, read_with(PURE_PARSER)) == []


def test_some_mutations_do_no_harm(tmp_path: Path, read_and_check: Read) -> None:
    assert harm_done(few(150), tmp_path, read_and_check) == []


@pytest.mark.trial
def test_ten_thousand_mutations_do_no_harm(tmp_path: Path, read_and_check: Read) -> None:
    assert harm_done(few(10_000), tmp_path, read_and_check) == []


@pytest.mark.trial
@pytest.mark.parametrize("parser", [PURE_PARSER, FAST_PARSER or PURE_PARSER], ids=["pure", "fast"])
def test_crafted_files_end_in_time_with_either_parser(tmp_path: Path, parser: object) -> None:
    assert harm_done(crafted(), tmp_path, read_with(parser)) == []
