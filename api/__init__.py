"""A question becomes a cited answer; every interface to people and programs."""
