"""What marks a file as a snapshot of this program, shared by the compiler and the reader."""

# Raised when a table or column that the product reads changes its name or meaning: of the facts, and of packs of places, which
# people have of their own and keep.
SCHEMA, PLACES = 2, 1
# The letters STRA, as SQLite keeps them: a signed 32-bit number.
APPLICATION_ID = 0x53545241
