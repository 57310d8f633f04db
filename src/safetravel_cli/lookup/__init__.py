"""Finding a thing by its name: folding, aliases, typing errors."""
