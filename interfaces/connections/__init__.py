"""Connections: a boutique's numbers, tills and brain, each verified before it counts."""
