"""Reflective models: named ways to think an experience through, step by step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a model, with a prompt in plain words."""

    title: str
    prompt: str


@dataclass(frozen=True, slots=True)
class ReflectiveModel:
    """A model such as Gibbs' cycle; `free` has no steps."""

    id: str
    name: str
    source: str
    steps: tuple[Step, ...]
