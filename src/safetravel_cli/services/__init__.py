"""What is true: one module a command, arguments and surroundings in, facts out."""
