"""A door: the desk in the browser, on localhost. Everything here reads the desk's catalogue and keeps rulings as the command line does."""
