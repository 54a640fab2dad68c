"""The vocabulary and the reflective models that come with reflect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.banks.models import load_models
from reflect.banks.themes import load_vocabulary
from reflect.domain.themes import Axis, Vocabulary
from reflect.errors import BankError
from reflect.paths import shipped_banks

PRACTICE = """child-daily-life fathers-and-partners whole-family-siblings professional-curiosity
critical-thinking-bias history-and-cumulative-harm assessment-and-capacity-to-change changing-risk-review
information-sharing-consent recording-quality escalation-challenge thresholds-referrals engagement-avoidance
identity-culture-language multi-agency-working supervision-oversight emotional-impact procedures-knowledge
leadership-culture good-practice"""

CONTEXT = """infant-unborn adolescent suicide-self-harm neglect physical-nai csa-intrafamilial csa-cse
harmful-sexual-behaviour extra-familial domestic-abuse parental-substance parental-mental-health
child-mental-health disability-health poverty-housing care-placement not-in-school online"""

STEPS = {
    "what": "What? / So what? / Now what?",
    "gibbs": "Description / Feelings / Evaluation / Analysis / Conclusion / Action plan",
    "kolb": "Concrete experience / Reflective observation / Abstract conceptualisation / Active experimentation",
    "morrison": "Experience / Reflection / Analysis / Plan and act",
    "johns": "Description / Reflection / Influencing factors / Alternatives / Learning",
    "atkins-murphy": "Awareness / Describe / Analyse feelings and knowledge / Evaluate relevance of knowledge"
    " / Identify learning",
    "era": "Experience / Reflection / Action",
    "free": "",
}


def test_every_theme_has_a_label_and_a_line_of_definition(vocabulary: Vocabulary) -> None:
    assert vocabulary.codes(Axis.PRACTICE) == tuple(PRACTICE.split())
    assert vocabulary.codes(Axis.CONTEXT) == tuple(CONTEXT.split())
    assert len({theme.label for theme in vocabulary}) == 38
    assert all(theme.definition.endswith(".") and len(theme.definition) <= 110 for theme in vocabulary)


def test_every_model_has_its_steps_and_a_prompt_for_each() -> None:
    models = load_models(shipped_banks() / "models.yaml")
    assert {id_: " / ".join(step.title for step in model.steps) for id_, model in models.items()} == STEPS
    assert all(step.prompt.endswith((".", "?")) for model in models.values() for step in model.steps)
    assert all(model.source for model in models.values())


def test_a_code_given_twice_is_refused(write: Callable[..., Path]) -> None:
    theme = "  - {code: a, label: A, definition: An a.}\n"
    twice = write(f"format: 1\npractice:\n{theme}context:\n{theme}", "themes.yaml")
    with pytest.raises(BankError, match=r"themes\.yaml:5: the code `a` is given twice"):
        load_vocabulary(twice)


def test_a_model_given_twice_is_refused(write: Callable[..., Path]) -> None:
    model = "  - {id: a, name: A, source: B, steps: []}\n"
    with pytest.raises(BankError, match=r"models\.yaml:4: the id `a` is given twice"):
        load_models(write(f"format: 1\nmodels:\n{model}{model}", "models.yaml"))
