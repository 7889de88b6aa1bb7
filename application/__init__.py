"""The use cases: commands are decided here, and the world is reached through ports alone."""
