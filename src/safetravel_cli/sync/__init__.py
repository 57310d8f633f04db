"""Refreshing from official sources into the overlay."""
