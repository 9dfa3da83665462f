"""Settings by subject, a file each; dev, demo, test and production put them together."""
