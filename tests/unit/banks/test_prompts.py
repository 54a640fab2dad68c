"""The prompts that come with reflect, and what keeps a file of prompts from being used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.banks.catalogue import Catalogue
from reflect.banks.prompts import load_prompts
from reflect.domain.noticing import Prompt, notice
from reflect.errors import BankError
from reflect.paths import shipped_banks

ONE = """\
format: 1
prompts:
  - id: likely
    words: What does it mean?
    finding: small/what-likely-means
    any: [likely, probably]
    unless: [exactly]
    unless_within: 4
    matches: [It is likely., Probably., LIKELY so., So it is likely exactly no no no no no likely.]
    quiet: [It is so., What exactly is likely?, Unlikely., I like it.]
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load(shipped_banks())


@pytest.fixture(scope="module")
def shipped(catalogue: Catalogue) -> dict[str, Prompt]:
    return {prompt.id: prompt for prompt in catalogue.prompts}


def test_there_is_a_prompt_for_each_of_six_lessons_of_reviews(shipped: dict[str, Prompt]) -> None:
    assert list(shipped) == [
        "likely-or-probably",
        "historical-drinking",
        "mother-alone",
        "parents-say",
        "no-further-action",
        "no-child-in-it",
    ]


def test_each_cites_a_finding_of_a_bank_that_comes_with_reflect(
    catalogue: Catalogue, shipped: dict[str, Prompt]
) -> None:
    findings = {(bank.id, finding.id) for bank in catalogue.banks() for finding in bank.findings}
    assert {prompt.finding for prompt in shipped.values()} <= findings


def test_each_is_one_short_line_that_asks(shipped: dict[str, Prompt]) -> None:
    assert all(prompt.words.endswith("?") and len(prompt.words) <= 70 for prompt in shipped.values())


def test_the_file_of_prompts_is_no_bank(catalogue: Catalogue) -> None:
    assert "prompts" not in {bank.id for bank in catalogue.banks()}
    assert not [notice for notice in catalogue.broken() if "prompts" in notice.file]


def test_most_of_what_somebody_writes_is_left_in_peace(shipped: dict[str, Prompt]) -> None:
    text = (
        "I keep coming back to the stairs. The boy sat there with his coat on and I walked past him to get to the "
        "kitchen, because that is where the talking was. His father made room for me. I asked about work, about "
        "money, about the car. I would like to go back and sit down on the stairs. Next week I will begin there, "
        "with him, and ask what he would want me to know."
    )
    assert notice(shipped.values(), text) == ()


def test_where_a_prompt_speaks_in_the_words_of_a_writer(shipped: dict[str, Prompt]) -> None:
    text = "The older one is at school. Mum also told me that the drinking was historical; NFA, they said."
    assert [(found.prompt.id, text[found.start : found.end]) for found in notice(shipped.values(), text)] == [
        ("historical-drinking", "drinking was historical"),
        ("parents-say", "Mum also told me"),
        ("no-further-action", "NFA"),
    ]


def test_a_small_file_is_read(write: Callable[..., Path]) -> None:
    (prompt,) = load_prompts(write(ONE, "prompts.yaml"))
    assert (prompt.id, prompt.words) == ("likely", "What does it mean?")
    assert prompt.finding == ("small", "what-likely-means")
    assert prompt.pattern.any == (("likely",), ("probably",))


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("LIKELY so.", "It is so so.", "9: the prompt does not speak for this example"),
        ("I like it.", "It is likely.", "10: the prompt speaks for this example"),
        ("Unlikely., ", "", "10: `quiet` has 3 entries; it should have 4 to 20"),
        (
            "small/what-likely-means",
            "what-likely-means",
            "5: `finding` is `what-likely-means`; it should be a bank",
        ),
        ("    any:", "    anny:", "6: unknown key `anny` in this prompt; did you mean `any`?"),
        ("    unless: [exactly]\n", "", "7: `unless_within` goes with `unless`"),
        ("    unless:", "    near: [so]\n    unless:", "3: `within` goes with `near` or `then`"),
        ("    unless:", "    within: 3\n    unless:", "3: `within` goes with `near` or `then`"),
        (
            "    unless:",
            "    near: [a]\n    then: [b]\n    within: 2\n    unless:",
            "8: a prompt has `near` or `then`",
        ),
        (
            "    unless:",
            "    whole_text: true\n    at_least: 2\n    unless:",
            "3: a prompt on the whole text",
        ),
        ("    unless_within: 4\n", "    whole_text: true\n", "3: `whole_text` and `at_least` go together"),
        ("    unless_within: 4\n", "    at_least: 4\n", "3: `whole_text` and `at_least` go together"),
        ("format: 1", "format: 2", "1: `format` is `2`; this version of reflect reads format 1"),
    ],
)
def test_a_slip_in_the_file_is_told_with_its_line(
    write: Callable[..., Path], was: str, now: str, told: str
) -> None:
    assert was in ONE
    with pytest.raises(BankError) as refused:
        load_prompts(write(ONE.replace(was, now), "prompts.yaml"))
    assert f"prompts.yaml:{told}" in str(refused.value)


def test_a_prompt_given_twice_is_refused(write: Callable[..., Path]) -> None:
    again = ONE + ONE.split("prompts:\n")[1]
    with pytest.raises(BankError, match=r"prompts\.yaml:11: the id `likely` is given twice"):
        load_prompts(write(again, "prompts.yaml"))
