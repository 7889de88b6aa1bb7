"""The business of a boutique: pure decisions and the facts they record."""
