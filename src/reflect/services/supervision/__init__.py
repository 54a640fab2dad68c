"""Supervision between two people: agreements, one-to-ones and their records, which both sign."""
