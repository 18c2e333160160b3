"""Documents in, ranked hits out."""
