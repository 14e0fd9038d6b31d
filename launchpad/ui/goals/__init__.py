"""Goals: what the launch is for, in numbers, and how far each has come."""
