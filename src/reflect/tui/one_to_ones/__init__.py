"""What the pages about one-to-ones, agreements, working notes and audits offer, look at and say."""
