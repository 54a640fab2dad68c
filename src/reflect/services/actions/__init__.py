"""What a person means to change: kept, listed, moved on, carried elsewhere and taken out."""
