"""The offline brain: it reads, sees and answers without a network and without chance."""
