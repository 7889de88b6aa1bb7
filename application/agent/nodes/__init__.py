"""The eight nodes: plain functions of the turn's state. They propose and never act."""
