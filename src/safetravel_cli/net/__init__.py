"""The network: the one package that imports httpx."""
