"""The error a user is told about when a plan cannot be as asked."""


class PlanError(Exception):
    """The plan cannot be so. The message is one plain sentence for the user."""
