"""Reactors: one piece of due work, one call to a neighbour, one command with what came of it."""
