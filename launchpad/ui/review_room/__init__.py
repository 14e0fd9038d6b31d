"""The room in which a launch is reviewed: full screen, readable from its far end, worked by keyboard alone."""
