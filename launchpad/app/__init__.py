"""What Launchpad does for whoever uses it: commands, the session over one file, settings, resources."""
