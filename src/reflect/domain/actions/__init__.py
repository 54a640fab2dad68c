"""Actions over time: what somebody means to change, what became of it, and whether it lasted."""
