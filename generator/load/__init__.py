"""Read ``content/`` and the vocabularies into one value, and say everything that is wrong on the way."""

from generator.load.isi import load_isi, load_kosakata

__all__ = ["load_isi", "load_kosakata"]
