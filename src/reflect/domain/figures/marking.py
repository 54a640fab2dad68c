"""What is put down about an agreed action so that it can be counted: codes and days, no words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reflect.domain.figures.mark import Mark

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action

MOST_CARRIED = 255
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_CODE = 60


def mark_of(action: Action) -> Mark | None:
    """The mark of an action; None for one that is not agreed. Only codes of the vocabulary and of banks get into it:
    a theme of this place (`local:`) is in words that somebody chose."""
    if action.agreed is None:
        return None
    return Mark(
        id=action.id,
        person=action.owner,
        themes=tuple(dict.fromkeys(code for code in action.themes if _is_code(code))),
        level=action.level,
        findings=_findings(action),
        status=action.status,
        agreed=action.agreed,
        due=action.due,
        done=action.done,
        ended=action.ended,
        updated=action.updated_on,
        carried=min(action.carried, MOST_CARRIED),
        stage=action.escalation.stage if action.escalation else 0,
        impact=bool(action.impact),
        keep=action.keep,
    )


def _findings(action: Action) -> tuple[str, ...]:
    origin = action.origin
    if origin is None or not _is_code(origin.bank):
        return ()
    known = (finding.id for finding in origin.findings if _is_code(finding.id))
    return tuple(dict.fromkeys(f"{origin.bank}/{finding}" for finding in known))


def _is_code(said: str) -> bool:
    return len(said) <= _LONGEST_CODE and _CODE.fullmatch(said) is not None
