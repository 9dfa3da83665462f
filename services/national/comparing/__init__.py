"""Facts beside facts: rows matched by what they are, differences, and their words. Pure: no database."""
