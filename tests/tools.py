"""Programs that some tests need and a developer's machine may not have."""

import os
import shutil
from typing import NoReturn

import pytest


def is_ci() -> bool:
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def miss(what: str) -> NoReturn:
    """End the test: a build server must have every tool, a developer need not."""
    if is_ci():
        pytest.fail(f"{what}; under CI every tool must be there", pytrace=False)
    pytest.skip(what)


def needed_tool(name: str, package: str) -> str:
    """Return the path of a program, or end the test."""
    found = shutil.which(name)
    if found is None:
        miss(f"{name} is not installed (Debian: {package})")
    return found
