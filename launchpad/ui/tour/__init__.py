"""A walk through every screen with a camera: the pictures a team looks at and a README shows."""
