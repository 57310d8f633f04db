"""Parts of pages, one module a topic: `blocks(facts, say)`."""
