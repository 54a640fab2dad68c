"""Keys: who can open what. Knows no database; the rest of the program comes in through `vault.door`."""
