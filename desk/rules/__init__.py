"""How a shop handles complaints, as pure functions: no Qt, no database, no file."""
