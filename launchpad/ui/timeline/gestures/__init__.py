"""What a hand can do on the timeline, one gesture a module: tried while it lasts, one edit at its end."""
