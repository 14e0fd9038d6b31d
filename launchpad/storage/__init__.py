"""The file: one SQLite document that holds a plan, its journal and the facts about itself.

Importing a module of this package other than `errors` loads SQLAlchemy.
"""
