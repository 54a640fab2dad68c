"""What the page of people offers, asks and says."""
