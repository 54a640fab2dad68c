"""The command line: a file per noun. Commands ask a `Practice`, and say what comes back."""
