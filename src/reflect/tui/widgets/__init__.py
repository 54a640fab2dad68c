"""What a page is put together from: each draws a value and says what happened, and asks nobody."""
