"""What a national record says, as facts a service page can hold. Pure: no database, nothing guessed."""
