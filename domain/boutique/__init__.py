"""The boutique: what happens to it, and what it decides."""
