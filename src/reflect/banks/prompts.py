"""The prompts while writing, read from `prompts.yaml` beside the banks."""

from __future__ import annotations

from pathlib import Path

from reflect.banks.draft import Leaf, Part
from reflect.banks.loader import draft_other, usable
from reflect.banks.reader import read_file
from reflect.banks.schema import FORMAT, SLUG, Exactly, Key, ListOf, Number, Record, Words, YesNo
from reflect.banks.schema import Pattern as Made
from reflect.domain.noticing import Pattern, Prompt, notice, phrases
from reflect.errors import BankError

_PHRASE = Words(60)
_EXAMPLE = Words(2000, paragraphs=True)
_DISTANCE = Number(200)

PROMPT = Record(
    "prompt",
    {
        "id": Key(Made(rf"^{SLUG}$", "small letters, digits and single hyphens"), "Its id, kept for ever."),
        "words": Key(Words(120), "A short, kind question."),
        "finding": Key(
            Made(rf"^{SLUG}/{SLUG}$", "a bank and a finding, such as child-d/alcohol-played-down", limit=120),
            "The finding that it comes from.",
        ),
        "any": Key(ListOf(_PHRASE, least=1, distinct=True), "One of these must stand in the text."),
        "near": Key(ListOf(_PHRASE, distinct=True), "And one of these on either side of it.", required=False),
        "then": Key(ListOf(_PHRASE, distinct=True), "And one of these after it.", required=False),
        "within": Key(_DISTANCE, "At most so many words away.", required=False),
        "unless": Key(ListOf(_PHRASE, distinct=True), "None of these may stand in the text.", required=False),
        "unless_within": Key(_DISTANCE, "Or none so many words away, and others do no harm.", required=False),
        "whole_text": Key(YesNo(), "Whether it speaks of the text as a whole.", required=False),
        "at_least": Key(_DISTANCE, "Silent until the text has so many words.", required=False),
        "matches": Key(ListOf(_EXAMPLE, least=4, most=20, distinct=True), "Texts for which it must speak."),
        "quiet": Key(ListOf(_EXAMPLE, least=4, most=20, distinct=True), "Texts for which it must not."),
    },
)

PROMPTS = Record(
    "list of prompts",
    {
        "format": Key(Exactly(FORMAT), "The format of this file."),
        "prompts": Key(ListOf(PROMPT, least=1), "Prompts while writing."),
    },
)


def load_prompts(path: Path) -> tuple[Prompt, ...]:
    """The prompts in the order of the file. Raises BankError where the file cannot be used, or where a prompt
    does not speak, or is not quiet, for one of its own examples."""
    part = usable(draft_other(read_file(path), PROMPTS), path)
    prompts: dict[str, Prompt] = {}
    for found in part.parts("prompts"):
        prompt = _prompt(found, path)
        if prompt.id in prompts:
            raise _fault(path, found.line, f"the id `{prompt.id}` is given twice.")
        _check_examples(prompt, found, path)
        prompts[prompt.id] = prompt
    return tuple(prompts.values())


def _prompt(found: Part, path: Path) -> Prompt:
    bank, finding = found.words("finding").split("/")
    whole = found.words("whole_text") == "true"
    _check_keys(found, path, whole=whole)
    unless_within = found.words_or_none("unless_within")
    pattern = Pattern(
        any=phrases(found.texts("any")),
        near=phrases(found.texts("near")),
        then=phrases(found.texts("then")),
        within=int(found.words("within") or 0),
        unless=phrases(found.texts("unless")),
        unless_within=int(unless_within) if unless_within else None,
        whole_text=whole,
        at_least=int(found.words("at_least") or 0),
    )
    return Prompt(found.words("id"), found.words("words"), (bank, finding), pattern)


def _check_keys(found: Part, path: Path, *, whole: bool) -> None:
    """Keys that say nothing without each other, or contradict each other, are told: they hide a slip."""
    given = found.values.keys()
    if {"near", "then"} <= given:
        raise _fault(path, found.line_of("then"), "a prompt has `near` or `then`, not both.")
    if ("within" in given) != bool({"near", "then"} & given):
        raise _fault(path, found.line, "`within` goes with `near` or `then`, and they with it.")
    if "unless_within" in given and "unless" not in given:
        raise _fault(path, found.line_of("unless_within"), "`unless_within` goes with `unless`.")
    if whole and {"within", "unless_within"} & given:
        raise _fault(path, found.line, "a prompt on the whole text has no place for a distance.")
    if whole != ("at_least" in given):
        raise _fault(path, found.line, "`whole_text` and `at_least` go together.")


def _check_examples(prompt: Prompt, found: Part, path: Path) -> None:
    for key, expected, words in (
        ("matches", True, "the prompt does not speak for this example, and should."),
        ("quiet", False, "the prompt speaks for this example, and should be quiet."),
    ):
        for example in found.leaves(key):
            if _speaks(prompt, example) is not expected:
                raise _fault(path, example.line, words)


def _speaks(prompt: Prompt, example: Leaf) -> bool:
    return bool(notice((prompt,), example.text))


def _fault(path: Path, line: int, words: str) -> BankError:
    return BankError(f"{path.name}:{line}: {words}", "Nothing else is affected.")
