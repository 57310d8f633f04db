"""Reading and writing SQLite: the snapshot (read-only), the state, the overlay."""
