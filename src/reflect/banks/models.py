"""The reflective models, read from `models.yaml` beside the banks."""

from __future__ import annotations

from pathlib import Path

from reflect.banks.loader import draft_other, usable
from reflect.banks.reader import read_file
from reflect.banks.schema import MODELS
from reflect.domain.models import ReflectiveModel, Step
from reflect.errors import BankError


def load_models(path: Path) -> dict[str, ReflectiveModel]:
    """The models by id, in the order of the file. Raises BankError where the file cannot be used."""
    part = usable(draft_other(read_file(path), MODELS), path)
    models: dict[str, ReflectiveModel] = {}
    for found in part.parts("models"):
        id_ = found.words("id")
        if id_ in models:
            raise BankError(f"{path.name}:{found.line}: the id `{id_}` is given twice.")
        steps = tuple(Step(step.words("title"), step.words("prompt")) for step in found.parts("steps"))
        models[id_] = ReflectiveModel(id_, found.words("name"), found.words("source"), steps)
    return models
