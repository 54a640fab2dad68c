"""A value in, a document out: nothing here asks the store for anything."""
