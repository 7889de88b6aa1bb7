"""What the shop says, in English and in Swahili. Every figure is filled in by code."""
