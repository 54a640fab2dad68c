"""Small questions and notes that stand in front of a page."""
