"""A made-up team and the years in which it reflected: to look around in, to show, and to test with."""
