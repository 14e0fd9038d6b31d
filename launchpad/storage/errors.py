"""What the world refused, in words: disks, locks, damage, newer files."""

WAY_BACK = "Open its latest kept version instead."
"""How a sentence ends about a file that is no whole plan."""
CAN_BE_READ = "It can be opened for reading."
"""How a sentence ends about what cannot be changed."""


class StorageError(Exception):
    """The world refused. The message says what happened, what is safe and what to do."""


class Busy(StorageError):
    """Somebody else is editing the plan; it can still be opened for reading. `who` is a name, `pid` a process here."""

    def __init__(self, message: str, who: str, pid: int) -> None:
        super().__init__(message)
        self.who = who
        self.pid = pid


class ReadOnly(StorageError):
    """The plan cannot be changed where it lies; it can still be opened for reading."""


class Damaged(StorageError):
    """The file is not a whole plan; a backup is the way back."""


class ChangedElsewhere(StorageError):
    """The file is no longer the one that was opened; what it holds now has to be read again."""


class Unsound(Exception):
    """What was read is no whole plan; it becomes Damaged where the file's name is known."""
