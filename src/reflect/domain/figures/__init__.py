"""Team figures that expose nobody: what is counted, and the rules under which a number may be shown."""
