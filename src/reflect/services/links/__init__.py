"""Who supervises whom: links, how they end, and the circle of keys that a pair has."""
