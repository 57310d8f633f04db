"""Positions: parsing, distance, country of a point, where am I."""
