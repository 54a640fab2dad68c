"""What the pages of a one-to-one offer, ask and say."""
