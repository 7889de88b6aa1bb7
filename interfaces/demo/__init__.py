"""The demo: two invented boutiques with their pictures, catalogues and past."""
