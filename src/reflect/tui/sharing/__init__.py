"""What the pages of sharing offer, ask and say."""
