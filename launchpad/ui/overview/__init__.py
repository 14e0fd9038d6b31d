"""The overview of a launch: are we ready, why, and what to do next."""
