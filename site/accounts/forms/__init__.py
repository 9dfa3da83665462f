"""Forms of the account pages, in the portal's design and words."""
