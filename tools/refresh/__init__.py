"""Importers that bring tables up to date from packages of the registries."""
