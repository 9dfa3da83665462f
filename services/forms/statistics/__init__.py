"""Statistics: how one dossier counts (rules), tallies of all (counting, recount), and what pages say of those."""
