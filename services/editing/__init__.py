"""What the editor of a service has beyond the fields of the page: rows pasted from Word and Excel."""
