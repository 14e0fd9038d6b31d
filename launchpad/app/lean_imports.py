"""Modules imported without the toolkit reading their source.

PySide looks through the source of every module imported after it, for whether the module might switch on a feature of
its own; that is a tenth of the start, and keeps all those texts in memory. We switch none on. In the packaged program
there are no sources, and PySide takes every module for one that needs nothing, as it does here.
"""

from importlib import import_module
from types import ModuleType

NAME = "_mod_uses_pyside"


def import_lean() -> None:
    """From now on let PySide look at no module that is imported."""
    import_module("PySide6.QtCore")
    feature = import_module("shibokensupport.feature")
    if hasattr(feature, NAME):
        setattr(feature, NAME, _needs_nothing)


def _needs_nothing(module: ModuleType) -> bool:
    return False
