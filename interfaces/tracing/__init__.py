"""Traces for OpenTelemetry: what became of each inbound item, step by step, without a word of what was said.

Off unless an operator names a collector; then nothing of OpenTelemetry is even imported.
"""
