"""Read the data package, check it, compile it into the SQLite files that the product reads. Standard library alone."""
