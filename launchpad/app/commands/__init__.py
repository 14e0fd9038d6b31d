"""Commands: pure functions from a plan and plain values to the edit that was asked for."""
