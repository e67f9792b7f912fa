"""Kolom RB: from the action plans of an election office to its public transparency site."""

__version__ = "0.1.0"
