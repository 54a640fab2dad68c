"""What the pages of actions offer, ask and say."""
