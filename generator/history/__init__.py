"""What git knows of the content: when a folder last changed, what a commit holds, step by step. Only reads."""

from generator.history.riwayat import WIB, Langkah, Riwayat, UnknownCommitError
from generator.history.simpanan import Simpanan, open_simpanan

__all__ = ["WIB", "Langkah", "Riwayat", "Simpanan", "UnknownCommitError", "open_simpanan"]
