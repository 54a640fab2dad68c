"""`reflect` and `python -m reflect`."""

from __future__ import annotations

import sys

from reflect import memory


def main() -> int:
    """Carry out what was typed, and give the exit code."""
    memory.seldom_looked_through()
    from reflect.cli.head_start import begin

    begin(sys.argv[1:])
    from reflect.cli.run import run

    code = run()
    memory.never_looked_through_again()
    return code


if __name__ == "__main__":
    sys.exit(main())
