"""An answer that fits its question: its shape, its theme and how often somebody says that they do it."""

from __future__ import annotations

from reflect.demo.fragments import (
    ANYWHERE,
    BY_THEME,
    ENDINGS,
    SCALE_OPENINGS,
    SERVICE,
    TAKE_AWAYS,
    WHAT_HELPS,
)
from reflect.demo.luck import Luck
from reflect.domain.banks import Question, Shape
from reflect.domain.reflection import Scale


def how_often(luck: Luck, question: Question) -> Scale | None:
    """A point of the scale for a self-audit (`usually` is what most people say); seldom one for the others."""
    if question.shape is Shape.SELF_AUDIT:
        return luck.weighted(tuple(Scale), (3, 9, 6, 3, 1))
    return Scale.NOT_IN_MY_ROLE if luck.chance(0.03) else None


def answer_words(luck: Luck, question: Question, scale: Scale | None) -> str:
    """Some sentences in somebody's own words; sometimes only one, now and then two paragraphs."""
    theme = luck.one_of(question.themes)
    said = [luck.one_of(SCALE_OPENINGS[scale.value])] if scale else []
    if scale is Scale.NOT_IN_MY_ROLE:
        return said[0]
    if question.shape is Shape.SERVICE:
        said.append(luck.one_of(SERVICE))
    if question.shape is Shape.OPEN and luck.chance(0.3):
        said.append(luck.one_of(ANYWHERE))
    if scale is Scale.ALWAYS:
        said.append(luck.one_of(WHAT_HELPS))
        return " ".join(said)
    said += luck.some_of(BY_THEME.get(theme, ANYWHERE), luck.weighted((1, 2), (3, 1)))
    first = " ".join(said)
    if luck.chance(0.35):
        return first
    return first + ("\n\n" if luck.chance(0.25) else " ") + luck.one_of(ENDINGS)


def take_away(luck: Luck) -> str:
    """One line at the end, or none."""
    return luck.one_of(TAKE_AWAYS) if luck.chance(0.8) else ""
