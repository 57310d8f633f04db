"""Facts by topic: `facts(snapshot, country_code, ...)` in each module, shared by the commands that need them."""
