"""One file a revision, oldest first; each brings a file from the revision before it to its own."""
