"""Statistics: how one dossier counts (rules), tallies of all of them (counting, recount), and what pages say of those."""
