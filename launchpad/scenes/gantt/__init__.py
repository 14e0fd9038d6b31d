"""The timeline as shapes: axis, rows, bars, links and bands, from a plan and its dates. No Qt."""
