"""The officers' desk: queues of dossiers, one dossier, what is done with it, lists to take along."""
