"""What is said: facts in, a document of blocks out, in the language asked."""
