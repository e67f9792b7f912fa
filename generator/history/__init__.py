"""What git knows of the content: when a folder last changed, what a commit holds, step by step. Only reads."""

from generator.history.commits import WIB, Changeset, History, UnknownCommitError
from generator.history.store import Store, open_store

__all__ = ["WIB", "Changeset", "History", "Store", "UnknownCommitError", "open_store"]
