"""Texts that were read and agreed on, kept in tests/golden and compared line by line."""

import difflib
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Goldens:
    folder: Path
    update: bool = False

    def __call__(self, name: str, text: str) -> None:
        """Fail with a diff unless `text` is what was agreed; with --update-golden, agree to it."""
        __tracebackhide__ = True
        path = self.folder / name
        text = text if text.endswith("\n") else text + "\n"
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.exists():
            pytest.fail(
                f"tests/golden/{name} is not there yet: look at the text, then pytest --update-golden\n\n{text}"
            )
        agreed = path.read_text(encoding="utf-8")
        if text != agreed:
            pytest.fail(
                f"tests/golden/{name} reads differently (agree with: pytest --update-golden)\n\n{diff(agreed, text)}"
            )


def diff(agreed: str, got: str) -> str:
    lines = difflib.unified_diff(agreed.splitlines(), got.splitlines(), "agreed", "got", lineterm="")
    return "\n".join(lines)
