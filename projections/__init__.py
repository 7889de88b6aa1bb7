"""The read models: facts become the rows that people and the agent read."""
