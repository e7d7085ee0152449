"""A consultant's brand: the folder it is kept in, and what of it a report can use."""
