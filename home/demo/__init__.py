"""Demo content: real departments, services and guidance, with their sources, and what a showing needs around them."""
