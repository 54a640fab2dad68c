"""Overseeing: what the lead of a team sees of its listed actions, and figures that expose nobody."""
