"""Tool tips that are shown as written."""


def plain_tip(text: str) -> str:
    """A tip that is shown as written, whatever a user typed into it."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<span>{escaped}</span>"
