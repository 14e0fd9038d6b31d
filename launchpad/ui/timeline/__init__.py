"""The timeline: tree and bars as one, and the hands that move them."""
