"""Gemini, by Google's own client."""
