"""The figures of all boutiques in one DuckDB file: a cache of the log, kept by one process."""
