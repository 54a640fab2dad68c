"""The app with a save that comes too late, so that the trial of killing can show that it would notice.

`python slow_app.py SECONDS ARGUMENTS...` pauses so long before each save.
"""

import sys

from reflect.__main__ import main
from reflect.tui.autosave import Autosave

if __name__ == "__main__":
    Autosave.__init__.__kwdefaults__["pause"] = float(sys.argv.pop(1))
    sys.exit(main())
