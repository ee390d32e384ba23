"""Room 5: views → text. Pure: a ledger in, a brief out, in every form from one model."""
