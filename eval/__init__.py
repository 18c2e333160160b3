"""How good is it: question by question, then the means."""
