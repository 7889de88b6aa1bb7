"""Ingress: what came in from a neighbour, made durable before it is acknowledged."""
