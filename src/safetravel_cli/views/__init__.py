"""How it looks: plain, rich, JSON."""
