"""An offline-first travel companion for the terminal."""

__version__ = "0.1.0"
