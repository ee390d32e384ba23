"""Room 3: many articles, their annotations and a person's decisions → one ledger. Pure functions, no disk, no clock."""
