"""`python -m launchpad` and the `launchpad` command: hand over to the command line."""

import sys

from launchpad.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
