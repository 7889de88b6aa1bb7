"""The edges: one folder for each neighbour, and the entry points that put all together."""
