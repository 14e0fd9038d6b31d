"""The inspector is tested beside the checklist it belongs to."""

from tests.ui.checklist.conftest import hand, open_checklist

__all__ = ["hand", "open_checklist"]
