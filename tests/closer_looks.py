"""Which files look closer at one page or one rule than every run needs: the gate runs them, and `pytest -m closer`."""

from __future__ import annotations

CLOSER = frozenset(
    {
        "integration/test_action_travel_refused.py",
        "integration/test_records_by_key.py",
        "integration/test_signed_records_edited.py",
        "trials/test_cut_short.py",
        "trials/test_damaged_files.py",
        "trials/test_hard_disk.py",
        "trials/test_hostile_banks.py",
        "trials/test_two_worlds_of_each_role.py",
        "tui/test_actions_from.py",
        "tui/test_actions_list.py",
        "tui/test_actions_out_and_in.py",
        "tui/test_agreement_page.py",
        "tui/test_export.py",
        "tui/test_models.py",
        "tui/test_one_to_one_pages.py",
        "tui/test_one_to_one_windows.py",
        "tui/test_one_to_one_writing.py",
        "tui/test_one_to_ones_pages.py",
        "tui/test_open_while_it_ends.py",
        "tui/test_people_page.py",
        "tui/test_quiet_questions.py",
        "tui/test_reflect_hostile.py",
        "tui/test_reflect_unsaved.py",
        "tui/test_reminders.py",
        "tui/test_setting_things.py",
        "tui/test_seven_minutes.py",
        "tui/test_sharing_in_the_app.py",
        "tui/test_sharing_several.py",
        "tui/test_working_notes_page.py",
        "unit/reports/test_supervision_documents.py",
    }
)
