"""Processes: what the shop does by itself when something has happened. Facts in, commands out, pure.

Each is a function of a fact and of the story of its stream, newest last; its commands join the same unit of
work, so that a paid order and its sold stock are one transaction.
"""
