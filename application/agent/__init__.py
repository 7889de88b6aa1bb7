"""The agent: reads a turn, thinks, and proposes commands. It never acts."""
