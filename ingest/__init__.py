"""A file becomes a Document: formats, canonical text, head, sections, passages, facts."""
