"""What marks a file as a snapshot of this program, shared by the compiler and the reader."""

# Raised when a table or column that the product reads changes its name or meaning.
SCHEMA = 2
# The letters STRA, as SQLite keeps them: a signed 32-bit number.
APPLICATION_ID = 0x53545241
