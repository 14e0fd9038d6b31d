"""Ballots: a small sheet for each track lead who cannot be in the room, filled in and sent back."""
