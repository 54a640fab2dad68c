"""Which tests look closer at one page or one rule than every run needs, or show that a trial can fail: the gate runs
them, and `pytest -m closer`."""

from __future__ import annotations

_FILES = frozenset(
    {
        "integration/cli/test_action_cli_terminal.py",
        "integration/cli/test_demo.py",
        "integration/cli/test_exports.py",
        "integration/cli/test_supervision_terminal.py",
        "integration/test_action_travel_refused.py",
        "integration/test_demo_on_the_log.py",
        "integration/test_examining_figures.py",
        "integration/test_notes_of_a_supervisor.py",
        "integration/test_records_by_key.py",
        "integration/test_signed_records_edited.py",
        "trials/test_cut_short.py",
        "trials/test_damaged_files.py",
        "trials/test_figures_killed.py",
        "trials/test_hard_disk.py",
        "trials/test_hostile_banks.py",
        "trials/test_one_to_one_killed.py",
        "trials/test_records_killed.py",
        "trials/test_two_worlds_of_each_role.py",
        "tui/test_actions_from.py",
        "tui/test_actions_list.py",
        "tui/test_actions_out_and_in.py",
        "tui/test_agreement_page.py",
        "tui/test_audit_page.py",
        "tui/test_changed_banks_shown.py",
        "tui/test_evening.py",
        "tui/test_export.py",
        "tui/test_hostile_words.py",
        "tui/test_log_figures.py",
        "tui/test_log_learning.py",
        "tui/test_log_page.py",
        "tui/test_models.py",
        "tui/test_my_reflections.py",
        "tui/test_one_to_one_pages.py",
        "tui/test_one_to_one_windows.py",
        "tui/test_one_to_one_writing.py",
        "tui/test_one_to_ones_pages.py",
        "tui/test_open_while_it_ends.py",
        "tui/test_own_banks.py",
        "tui/test_people_page.py",
        "tui/test_quiet_questions.py",
        "tui/test_reflect_hostile.py",
        "tui/test_reflect_unsaved.py",
        "tui/test_reminders.py",
        "tui/test_setting_things.py",
        "tui/test_seven_minutes.py",
        "tui/test_seven_minutes_again.py",
        "tui/test_sharing_in_the_app.py",
        "tui/test_sharing_several.py",
        "tui/test_then_and_now.py",
        "tui/test_wordings.py",
        "tui/test_working_notes_page.py",
        "unit/reports/test_supervision_documents.py",
    }
)
_BROKEN_ON_PURPOSE = "test_the_trial_notices_"


def is_closer(file: str, test: str) -> bool:
    """Whether a test, by its file below this folder and its name, is left to the gate."""
    return file in _FILES or test.startswith(_BROKEN_ON_PURPOSE)
