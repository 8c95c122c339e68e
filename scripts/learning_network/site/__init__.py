"""The website: turns the records and the prose into pages, and has them built."""
