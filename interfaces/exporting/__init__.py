"""Exporting: a copy of all that a boutique has, in files that other programs read."""
