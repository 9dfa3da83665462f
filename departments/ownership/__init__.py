"""Which department a page and a file belong to, who keeps them and who approves."""
