"""Commands of reviews: plan one, hold it, decide, record, and what follows."""
