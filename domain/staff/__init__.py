"""Staff: the people of a boutique, and what each may do."""
