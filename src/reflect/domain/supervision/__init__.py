"""Supervision: the agreement between two people, the one-to-ones that they hold, and what a file audit asks of them."""
