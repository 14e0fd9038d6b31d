"""What can go wrong between a plan and a file of another program."""


class ExportError(Exception):
    """The world refused the file: a disk, a folder, another program. The text is one plain sentence for the user."""
