"""A run: discover, match, plan, apply, record. Knows the model only; books, job database and journal come in
through its ports."""
