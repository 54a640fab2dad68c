"""reflect: a private place to reflect on the learning from reviews."""

__version__ = "0.1.0"
