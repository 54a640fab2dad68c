"""Question banks: YAML in, the domain's values out."""
