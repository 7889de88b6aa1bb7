"""The platform: what the operator of an installation sees of it, which is sums and times and no content."""
