"""The error for a template or launch file that cannot be read."""

from launchpad.domain.errors import PlanError


class TemplateError(PlanError):
    """A file cannot be so. The message is one sentence that names the file and, where known, line and field.

    What it quotes from the file cannot break the line or steer a terminal: characters that do not print are shown as �.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__("".join(char if char.isprintable() else "�" for char in sentence))
