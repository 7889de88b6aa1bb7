"""The offline eye: what a photo of a garment shows, with numpy and Pillow alone."""
