"""Room 4: what is kept. The only writer of disk; every other room is pure or only reads."""
