"""The command line: a file for each noun, or a room. Commands ask a `Practice`, and say what comes back."""
