"""What must hold across the parts of a bank: ids that differ, references that lead somewhere, seven panes."""

from __future__ import annotations

from reflect.banks.draft import Leaf, Part
from reflect.banks.faults import Faults, did_you_mean, quoted
from reflect.domain.themes import LOCAL_PREFIX, Axis, Vocabulary

PANES = 7


def check_rules(bank: Part, vocabulary: Vocabulary, faults: Faults) -> None:
    """Tell every rule that the draft of a bank breaks."""
    _ids_differ(bank.parts("reviews"), "review", faults)
    _ids_differ((*bank.parts("findings"), *bank.parts("questions")), "question or finding", faults)
    _references_lead_somewhere(bank, faults)
    _findings_speak_of_practice(bank, vocabulary, faults)
    panes = bank.parts("panes")
    if panes and bank.is_whole("panes") and len(panes) != PANES:
        faults.add(
            bank.line_of("panes"),
            f"a 7-minute briefing has seven panes, not {len(panes)}; leave `panes` out where there are none",
        )


def _ids_differ(parts: tuple[Part, ...], name: str, faults: Faults) -> None:
    """Questions and findings share one set of ids, so that BANK/ID leads to one thing."""
    first: dict[str, int] = {}
    for part in parts:
        id_ = part.words("id")
        if id_ in first:
            faults.add(
                part.line_of("id"),
                f"the id {quoted(id_)} is taken by a {name} on line {first[id_]}; ids differ",
            )
        elif id_:
            first[id_] = part.line_of("id")


def _references_lead_somewhere(bank: Part, faults: Faults) -> None:
    reviews = {review.words("id") for review in bank.parts("reviews")}
    if bank.is_whole("reviews"):
        for finding in bank.parts("findings"):
            review = finding.words("review")
            if review and review not in reviews:
                near = faults.nearest(review, reviews)
                faults.add(
                    finding.line_of("review"),
                    f"there is no review {quoted(review)} in this bank{did_you_mean(near)}",
                )
    findings = {finding.words("id") for finding in bank.parts("findings")}
    if bank.is_whole("findings"):
        for question in bank.parts("questions"):
            for named in question.leaves("findings"):
                _leads_to_a_finding(named, findings, faults)


def _leads_to_a_finding(named: Leaf, findings: set[str], faults: Faults) -> None:
    if named.text not in findings:
        near = faults.nearest(named.text, findings)
        faults.add(named.line, f"there is no finding {quoted(named.text)} in this bank{did_you_mean(near)}")


def _findings_speak_of_practice(bank: Part, vocabulary: Vocabulary, faults: Faults) -> None:
    practice = set(vocabulary.codes(Axis.PRACTICE))
    for finding in bank.parts("findings"):
        themes = finding.texts("themes")
        speaks_of_practice = any(theme in practice or theme.startswith(LOCAL_PREFIX) for theme in themes)
        if themes and finding.is_whole("themes") and not speaks_of_practice:
            faults.add(finding.line_of("themes"), "at least one theme of a finding is a practice code")
