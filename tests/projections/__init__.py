"""The read models, each with two boutiques and facts that come twice."""
