"""Claude, by its maker's own client."""
