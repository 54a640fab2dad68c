"""What can be done while writing an answer: think in steps, consider a quiet question, bring earlier words back."""

from __future__ import annotations

from reflect.tui.commands import Command


class NextStep(Command):
    """Forwards within a reflective model; from the last step to the first."""

    key = "f8,ctrl+down"
    label = "Next step"
    help = "Go on to the next step of the reflective model; a step may stay empty"
    while_typing = True


class PreviousStep(Command):
    """Backwards within a reflective model; from the first step to the last."""

    key = "f4,ctrl+up"
    label = "Step back"
    help = "Go back to the step before"
    while_typing = True


class ChooseModel(Command):
    """Free writing, or the steps of a model."""

    key = "ctrl+t"
    label = "Model"
    help = "Write this answer freely, or in the steps of a reflective model; changing it loses nothing"
    while_typing = True


class ConsiderQuestion(Command):
    """From a quiet question beside the text to its finding."""

    key = "f12"
    label = "Consider"
    help = "Show the finding behind the quiet question beside your text, or put the question away"
    while_typing = True


class EarlierWordings(Command):
    """What stood here before."""

    key = "f10"
    label = "Versions"
    help = "Show the earlier wordings of this answer, and bring one back"
    while_typing = True


class NextQuietQuestion(Command):
    """From one quiet question to the other."""

    key = "n"
    label = "The other one"
    help = "Show the other quiet question"


class PutAway(Command):
    """Away with a quiet question, for good."""

    key = "p"
    label = "Put away for good"
    help = "Put this quiet question away: it does not appear again, beside no answer"


class CompareWording(Command):
    """One earlier wording whole."""

    key = "enter"
    label = "Compare"
    help = "Show this wording whole, beside what stands now"


class BringBack(Command):
    """An earlier wording into the answer."""

    key = "b"
    label = "Bring back"
    help = "Put this wording in the place of the present one, which is kept as a version"
