"""What was done to the plan, by whom, and how to get back."""
