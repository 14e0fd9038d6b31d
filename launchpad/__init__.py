"""Launchpad plans a product launch, keeps the plan honest, and says whether you are ready to go."""

__version__ = "0.1.0"
