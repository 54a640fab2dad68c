"""The encrypted file: the only room that knows SQLModel. It is imported late, since that costs time."""
