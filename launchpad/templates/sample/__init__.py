"""The sample launch, mid-flight: `launchpad.launch/1`, a launch with people, statuses, reviews and registers."""
