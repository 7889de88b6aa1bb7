"""What `dukani` does, one module for each kind of command."""
