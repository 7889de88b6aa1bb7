"""Catalogues that come in as lists: kept, checked, taken over, with their pictures."""
