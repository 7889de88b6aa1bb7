"""The notebook: what the shop writes down about a customer for itself."""
