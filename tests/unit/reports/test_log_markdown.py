"""The report on a log as Markdown: short enough to be read, and every word in its column."""

from __future__ import annotations

from dataclasses import replace

from log_reader import grids
from log_reported import log_report, team_report
from reflect.reports.log_documents import written


def test_each_listed_action_is_a_row_of_a_table_whatever_marks_it_has() -> None:
    team = team_report()
    first, *others = team.listed
    odd = replace(first, what="Ring | both\n| --- |\nparents", impact="a \\| b")
    report = log_report(replace(team, listed=(odd, *others)))
    document = written(report, "md")
    (rows,) = (rows for (_, caption), rows in grids(document, "md").items() if caption.startswith("Actions"))
    assert [len(row) for row in rows] == [7] * 5
    assert (rows[1][0], rows[1][-1]) == ("Ring | both | --- | parents", "a \\| b")
    assert rows[3][0] == "Ring the nurse"
