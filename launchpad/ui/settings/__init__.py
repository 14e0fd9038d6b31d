"""The few things to set: for the person, and for the launch."""
