"""Pure answers about a plan: its calendar, schedule, readiness and load. Nothing here reads a clock or a file."""
