"""`reflect log`, a file for each part of it; `noun.py` puts them together."""
