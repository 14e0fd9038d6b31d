"""Where the built program starts."""

import os
import sys

for name in ("stdout", "stderr"):  # a Windows program without a console has neither
    if getattr(sys, name) is None:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open to the end

from launchpad.cli import main  # noqa: E402

sys.exit(main())
