"""The error for a template or launch file that cannot be read."""

from launchpad.domain.errors import PlanError


class TemplateError(PlanError):
    """A file cannot be so. The message is one sentence that names the file and, where known, line and field."""
