"""Professions that a question can be meant for, and that a person names when they start."""

from __future__ import annotations

PROFESSIONS: dict[str, str] = {
    "social-worker": "Social worker",
    "family-support": "Family support worker",
    "health-visitor": "Health visitor",
    "midwife": "Midwife",
    "nurse": "Nurse",
    "doctor": "Doctor",
    "mental-health": "Mental health practitioner",
    "teacher": "Teacher or school staff",
    "early-years": "Early years practitioner",
    "police-officer": "Police officer",
    "youth-worker": "Youth worker",
    "housing": "Housing officer",
    "manager": "Manager",
}


def profession_code(words: str) -> str | None:
    """The code for a profession written as a code or as its label, in any case; None if it is another one."""
    wanted = words.strip().casefold()
    for code, label in PROFESSIONS.items():
        if wanted in (code, label.casefold(), code.replace("-", " ")):
            return code
    return None
