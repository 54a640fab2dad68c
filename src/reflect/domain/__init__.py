"""The field's own words as values and rules: frozen dataclasses, standard library only."""
