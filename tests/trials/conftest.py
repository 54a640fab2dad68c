"""Trials that need what only some systems have are not collected elsewhere."""

import sys

collect_ignore: list[str] = []
if sys.platform != "linux":
    collect_ignore += [
        "test_actions_killed.py",
        "test_cut_short.py",
        "test_hard_disk.py",
        "test_power_cut.py",
        "test_records_killed.py",
    ]
if sys.platform == "win32":
    collect_ignore += ["test_kill.py", "test_nothing_outside.py", "test_one_to_one_killed.py"]
