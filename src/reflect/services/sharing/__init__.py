"""Passing on a piece of one's own reflection to a person in a link, and reading what others passed on."""
